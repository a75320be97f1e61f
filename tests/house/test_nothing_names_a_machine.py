import re

import pytest

from tests.house.repository import ROOT, tracked

REGISTRY = re.compile(
    r"pypi\.org/simple|files\.pythonhosted\.org|(?<!emit-)(index-url|find-links)\b"
    r"|--trusted-host|\bfile://|\b(artifactory|devpi|nexus)\b|\bmirrors?\.[a-z]",
    re.IGNORECASE,
)
MACHINE = re.compile(r"(?<![\w.~/-])/(work|root|home|opt|tmp|Users)/[\w.]")
THIS_FILE = "tests/house/test_nothing_names_a_machine.py"


def _lines_that_match(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in tracked():
        name = str(path.relative_to(ROOT))
        if name == THIS_FILE:
            continue
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{name}:{at}: {line}" for at, line in enumerate(lines, 1) if pattern.search(line)
        ]
    return found


def test_no_tracked_file_names_a_registry_or_mirror() -> None:
    assert _lines_that_match(REGISTRY) == []


def test_no_tracked_file_names_a_place_on_one_machine() -> None:
    assert _lines_that_match(MACHINE) == []


@pytest.mark.parametrize(
    "line",
    [
        "--extra-index-url https://example.org/simple",
        "registry = https://pypi.org/simple",
        "url: https://files.pythonhosted.org/packages/x.whl",
        "from https://mirrors.example.edu/pypi",
    ],
)
def test_registries_are_recognised(line: str) -> None:
    assert REGISTRY.search(line)


@pytest.mark.parametrize("line", ["cd /work/main", 'open("/root/x")', "see /home/li/report"])
def test_places_on_a_machine_are_recognised(line: str) -> None:
    assert MACHINE.search(line)
