"""Damage to PDF files that lies behind their packing: in objects, and in streams once inflated."""

import re
import zlib
from collections.abc import Callable
from random import Random

from tests.generator.mutation.plain import damaged, damaged_below
from tests.generator.pdf import assembled

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj\b", re.DOTALL)
_STREAM = re.compile(rb"(.*?)\bstream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_NAME = re.compile(rb"/[A-Za-z0-9]+")
_NUMBERS = (b"0", b"-1", b"1", b"0.0001", b"65536", b"99999999999", b"-2147483648", b"1e9", b"3")
_NAMES = (b"/Kids", b"/Parent", b"/Type", b"/Font", b"/XObject", b"/FlateDecode", b"/Form", b"/X")
_OPERATIONS = (
    *(b"q", b"Q", b"BT", b"ET", b"0 0 m 9 9 l S", b"1 0 0 1 0 0 cm", b"0 0 0 0 0 0 cm", b"0 Tr"),
    *(b"-1 0 0 1 0 0 Tm", b"99999 Tc", b"-99999 TL T*", b"0 Tz", b"(abc) Tj", b"<4e00> Tj"),
    *(b"1e30 0 0 1e30 0 0 cm", b"0 0 1e9 1e9 re f", b"/F1 0 Tf", b"/F1 1e9 Tf", b"/X Do"),
    *(b"[1 -1e9 2] TJ", b"BI /W 9 /H 9 /BPC 8 /CS /RGB ID xxx EI", b"<<" * 60, b"[" * 200),
)

Objects = list[bytes]


def damaged_print(random: Random, data: bytes) -> bytes:
    """A PDF with damaged objects, written again with a table that fits, or as it was packed."""
    found = {int(number): body.strip() for number, body in _OBJECT.findall(data)}
    root = _ROOT.search(data)
    if not found or root is None or int(root[1]) not in found:
        return damaged_below(random, data)
    objects = [found.get(number, b"null") for number in range(1, max(found) + 1)]
    for _ in range(random.choice((1, 1, 2, 5))):
        at = random.randrange(len(objects))
        if _STREAM.fullmatch(objects[at]) is None and random.random() < 0.4:
            at = max(range(len(objects)), key=lambda i: len(objects[i]) * random.random())
        objects = random.choice(_DAMAGES)(random, objects, at)
    root_at = int(root[1])
    objects[0], objects[root_at - 1] = objects[root_at - 1], objects[0]
    whole = assembled([_renumbered(one, root_at) for one in objects])
    return damaged_below(random, whole) if random.random() < 0.1 else whole


def _renumbered(body: bytes, root: int) -> bytes:
    """References to the first object and to the catalogue, which change places."""
    if root == 1:
        return body
    head, stream, rest = body.partition(b"stream")
    swapped = {b"1": b"%d" % root, b"%d" % root: b"1"}
    head = re.sub(rb"\b(\d+)(?= 0 R)", lambda m: swapped.get(m[1], m[1]), head)
    return head + stream + rest


def _inside(random: Random, objects: Objects, at: int) -> Objects:
    """What a stream holds, inflated, damaged, and packed again or not."""
    match = _STREAM.fullmatch(objects[at])
    if match is None:
        return _numbers(random, objects, at)
    head, packed = match.groups()
    flate = b"/FlateDecode" in head
    try:
        content = zlib.decompress(packed) if flate else packed
    except zlib.error:
        content = packed
    content = random.choice((_operations, _operations, _figures, damaged))(random, content)
    again = zlib.compress(content, 1) if flate else content
    length = len(again) if random.random() < 0.9 else random.choice((0, 5, 10**6))
    head = re.sub(rb"/Length \d+(?: 0 R)?", b"/Length %d" % length, head)
    objects[at] = head + b"stream\n" + again + b"\nendstream"
    return objects


def _operations(random: Random, content: bytes) -> bytes:
    """Lines of a page's drawing lost, doubled, moved, or another operation among them."""
    lines = content.split(b"\n")
    for _ in range(random.choice((1, 3, 30))):
        one, other = (random.randrange(len(lines)) for _ in range(2))
        match random.randrange(5):
            case 0 if len(lines) > 1:
                del lines[one]
            case 1:
                lines[one:one] = lines[other : other + random.choice((1, 9, 200))]
            case 2:
                lines[one], lines[other] = lines[other], lines[one]
            case _:
                lines.insert(one, random.choice(_OPERATIONS))
    return b"\n".join(lines)


def _figures(random: Random, content: bytes) -> bytes:
    """Some of the numbers changed."""
    share = random.choice((0.001, 0.02, 0.3))
    return _NUMBER.sub(
        lambda m: random.choice(_NUMBERS) if random.random() < share else m[0], content
    )


def _numbers(random: Random, objects: Objects, at: int) -> Objects:
    """A number of an object's dictionary changed: a size, a count, a reference."""
    head, mark, rest = objects[at].partition(b"stream")
    found = list(_NUMBER.finditer(head))
    if found:
        number = random.choice(found)
        new = random.choice((*_NUMBERS, b"%d" % random.randint(1, len(objects))))
        head = head[: number.start()] + new + head[number.end() :]
    objects[at] = head + mark + rest
    return objects


def _names(random: Random, objects: Objects, at: int) -> Objects:
    """A name of an object's dictionary changed or taken out."""
    head, mark, rest = objects[at].partition(b"stream")
    found = list(_NAME.finditer(head))
    if found:
        name = random.choice(found)
        head = head[: name.start()] + random.choice((*_NAMES, b"")) + head[name.end() :]
    objects[at] = head + mark + rest
    return objects


def _swapped(random: Random, objects: Objects, at: int) -> Objects:
    other = random.randrange(len(objects))
    objects[at], objects[other] = objects[other], objects[at]
    return objects


def _doubled(random: Random, objects: Objects, at: int) -> Objects:
    objects[random.randrange(len(objects))] = objects[at]
    return objects


def _lost(random: Random, objects: Objects, at: int) -> Objects:
    objects[at] = random.choice((b"null", b"", b"<<", b"[[[[", b"<<>>", b"%d 0 R" % (at + 1)))
    return objects


def _broken(random: Random, objects: Objects, at: int) -> Objects:
    objects[at] = damaged(random, objects[at])
    return objects


_DAMAGES: tuple[Callable[[Random, Objects, int], Objects], ...] = (
    *(_inside, _inside, _inside, _inside, _numbers, _numbers, _names, _swapped, _doubled),
    *(_lost, _broken),
)
