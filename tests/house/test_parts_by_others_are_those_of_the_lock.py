"""What is installed is what is pinned, and under a licence that an office can live with."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution

import pytest
from packaging.requirements import Requirement

from tests.house.repository import ROOT

REFUSED = re.compile(r"AGPL|Affero|SSPL|Server Side Public|Commons Clause|BUSL", re.IGNORECASE)
"""Licences that ask whoever runs a site to hand out its source, or forbid running it."""


def _pinned() -> Iterator[tuple[Requirement, Distribution]]:
    """Every pin that is for this machine, with what is installed under its name."""
    text = (ROOT / "requirements" / "dev.txt").read_text("utf-8").replace("\\\n", " ")
    for line in text.strip().splitlines():
        pin = Requirement(line.partition("--hash")[0].strip())
        if pin.marker is None or pin.marker.evaluate():
            yield pin, distribution(pin.name)


def _licence(part: Distribution) -> str:
    said = part.metadata
    fields = ("License-Expression", "License", "Classifier")
    every = [one for field in fields for one in said.get_all(field, [])]
    return " ".join(every)


def test_every_pin_is_installed_in_its_version() -> None:
    assert [
        (pin.name, part.version) for pin, part in _pinned() if part.version not in pin.specifier
    ] == []


def test_no_licence_binds_who_runs_the_site() -> None:
    assert [pin.name for pin, part in _pinned() if REFUSED.search(_licence(part))] == []


@pytest.mark.parametrize("licence", ["AGPL-3.0-only", "GNU Affero General Public License v3"])
def test_such_a_licence_would_be_found(licence: str) -> None:
    assert REFUSED.search(licence)
    assert not REFUSED.search("LGPL-3.0-only")
