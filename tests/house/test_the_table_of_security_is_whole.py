"""docs/security.md: every requirement of ASVS 5.0.0, levels 1 and 2; what it names is there."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = (ROOT / "docs" / "security.md").read_text()
STATES = {"met", "partly", "not met", "operator", "does not apply"}

SECTIONS = {
    1: {1: 2, 2: 9, 3: 11, 4: 3, 5: 2},
    2: {1: 3, 2: 3, 3: 4, 4: 1},
    3: {2: 2, 3: 4, 4: 6, 5: 5, 7: 2},
    4: {1: 3, 2: 1, 3: 2, 4: 4},
    5: {1: 1, 2: 3, 3: 2, 4: 3},
    6: {1: 3, 2: 12, 3: 4, 4: 4, 5: 5, 6: 3, 8: 4},
    7: {1: 3, 2: 4, 3: 2, 4: 5, 5: 2, 6: 2},
    8: {1: 2, 2: 3, 3: 1, 4: 1},
    9: {1: 3, 2: 4},
    10: {1: 2, 2: 2, 3: 4, 4: 11, 5: 5, 6: 2, 7: 3},
    11: {1: 2, 2: 3, 3: 3, 4: 4, 5: 1, 6: 1},
    12: {1: 3, 2: 2, 3: 4},
    13: {1: 1, 2: 5, 3: 2, 4: 5},
    14: {1: 2, 2: 4, 3: 3},
    15: {1: 3, 2: 3, 3: 7},
    16: {1: 1, 2: 5, 3: 4, 4: 3, 5: 3},
    17: {1: 1, 2: 4, 3: 2},
}
"""Chapter, section: how many requirements of levels 1 and 2; these come first, without a gap."""


def _rows() -> list[list[str]]:
    lines = [line for line in WORDS.splitlines() if re.match(r"\| \d+\.\d+\.\d+", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _numbers(said: str) -> list[str]:
    """The numbers of a row: one, or from the first to the last."""
    first, _, last = said.partition("–")
    head, at = first.rsplit(".", 1)
    until = last.rsplit(".", 1)[1] if last else at
    return [f"{head}.{number}" for number in range(int(at), int(until) + 1)]


def test_every_number_is_there_once() -> None:
    said = Counter(number for row in _rows() for number in _numbers(row[0]))
    asked = {
        f"{chapter}.{section}.{number}"
        for chapter, sections in SECTIONS.items()
        for section, count in sections.items()
        for number in range(1, count + 1)
    }

    assert set(said) == asked
    assert len(asked) == 253
    assert [number for number, times in said.items() if times > 1] == []


def test_every_row_says_how_it_stands_and_why() -> None:
    rows = _rows()

    assert {row[2] for row in rows} <= STATES
    assert [row[0] for row in rows if len(row) != 5 or not row[1] or not row[3]] == []


def test_every_test_and_module_named_is_there() -> None:
    named = set(re.findall(r"`([a-z_]+/[a-z_/.]+)`", WORDS))
    places = (ROOT, ROOT / "src" / "yangguang", ROOT / "tests")

    missing = [
        one
        for one in named
        if not any((place / one).exists() or (place / f"{one}.py").exists() for place in places)
    ]
    assert len(named) > 90
    assert missing == []


def test_a_test_of_attacks_or_faults_stands_in_it() -> None:
    played = [
        *(ROOT / "tests").glob("attacks/test_*.py"),
        *(ROOT / "tests").glob("faults/test_*.py"),
    ]

    assert [one.name for one in played if f"{one.parent.name}/{one.stem}`" not in WORDS] == []
