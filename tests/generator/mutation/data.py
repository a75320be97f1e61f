"""Damage to exported JSON that keeps it JSON: values of other kinds, lost and doubled entries."""

import json
from copy import deepcopy
from random import Random
from typing import Any

_VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**30, 1.5, 1e308, float("nan"), float("inf"), "", "x", "\ud800", [], {}),
    *([[]], {"": None}, "2021", 2021, "2022-02-30", "table3.total.total", [None] * 7, "9" * 400),
)


def damaged_data(random: Random, data: bytes) -> bytes:
    """An exported report with one to six of its values changed."""
    whole = json.loads(data)
    for _ in range(random.randint(1, 6)):
        _change(random, whole)
    return json.dumps(whole, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")


def _change(random: Random, inside: Any) -> None:
    """Walk down from the whole to some value in it, and change that."""
    while True:
        keys = list(inside) if isinstance(inside, dict) else range(len(inside))
        if not keys:
            return
        key = random.choice(keys)
        below = inside[key]
        if isinstance(below, dict | list) and below and random.random() < 0.8:
            inside = below
            continue
        match random.randrange(4):
            case 0 if isinstance(inside, dict):
                inside[random.choice(("x", *keys))] = inside.pop(key)
            case 1:
                del inside[key]
            case _:
                inside[key] = deepcopy(random.choice(_VALUES))  # may be changed in its turn
        return
