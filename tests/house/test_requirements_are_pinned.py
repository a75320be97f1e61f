import re
import tomllib

import pytest

from tests.house.repository import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
INSTALLED = {
    "run": [*PROJECT["dependencies"], *EXTRAS["server"]],
    "dev": [*PROJECT["dependencies"], *EXTRAS["server"], *EXTRAS["dev"]],
}


def _pins(name: str) -> dict[str, str]:
    """Package → version of a compiled file."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))


def _entries(name: str) -> list[str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    return text.replace("\\\n", " ").strip().splitlines()


@pytest.mark.parametrize("name", INSTALLED)
def test_all_that_the_package_asks_for_is_pinned(name: str) -> None:
    asked_for = {re.split(r"[^\w.-]", wish, maxsplit=1)[0].lower() for wish in INSTALLED[name]}

    assert asked_for <= set(_pins(name))


@pytest.mark.parametrize("name", INSTALLED)
def test_every_pin_has_hashes_and_nothing_else_stands_there(name: str) -> None:
    entry = re.compile(r"[\w.-]+==[\w.]+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")

    assert [line for line in _entries(name) if not entry.fullmatch(line)] == []


def test_developers_run_the_versions_that_sites_run() -> None:
    assert _pins("run").items() <= _pins("dev").items()
