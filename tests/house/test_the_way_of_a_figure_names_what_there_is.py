"""docs/annual_report.md names modules and what stands in them: all of it is there."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from tests.house.repository import ROOT

PAGE = (ROOT / "docs/annual_report.md").read_text("utf-8")
SRC = ROOT / "src/yangguang"
ROOMS = ("yangguang.reporting", "yangguang.casework", "yangguang.inforequests")
NAMED = re.compile(r"`([a-z_]+(?:/[a-z_]+)*(?:/|\.py|\.[A-Za-z_.]+))[`(]")


def _paths(named: str) -> list[Path]:
    return [root / named for root in (ROOT, SRC, SRC / "reporting")]


def _is_there(module: str, name: str) -> bool:
    try:
        return hasattr(import_module(module), name)
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize("named", sorted(set(NAMED.findall(PAGE))))
def test_what_the_page_names_is_there(named: str) -> None:
    if named.endswith(("/", ".py")):
        assert any(path.exists() for path in _paths(named))
    else:
        module, _, name = named.replace("/", ".").rpartition(".")
        places = ["yangguang", *ROOMS]
        assert any(_is_there(f"{place}.{module}", name) for place in places)


def test_the_page_is_read() -> None:
    assert {"casework/ledger.record", "compiling/facts.py", "behind.snapshot"} <= {
        *NAMED.findall(PAGE)
    }
