"""What the reports of a corpus repeat is what comparing their files finds, and names the likest."""

from pathlib import Path
from random import Random

import pytest

from tests.annual_report.corpus.building import built
from tests.cli.published import published
from tests.generator.prose import prose
from yangguang.annual_report import read
from yangguang.annual_report.comparing import compare
from yangguang.annual_report.corpus.place import find
from yangguang.annual_report.corpus.repeated import Found, Repeated, repeated
from yangguang.annual_report.repeated_text import ReportText, repeated_from, text_of, total

ORIGIN, COPYIST, COPYIST_S_COPYIST = "青禾县水务局", "云溪市财政局", "临川区民政局"
SENTENCES = prose(Random(7), 12)
OWN = prose(Random(8), 12)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An origin of two years; one that takes half of it; one that takes all of that one's."""
    folder = tmp_path_factory.mktemp("in")
    told = {
        "old": (ORIGIN, 2021, SENTENCES[:4] + OWN[:2]),
        "origin": (ORIGIN, 2022, SENTENCES[:8]),
        "copy": (COPYIST, 2022, SENTENCES[:6] + OWN[4:8]),
        "copy of the copy": (COPYIST_S_COPYIST, 2023, SENTENCES[:6] + OWN[4:8]),
        "nameless": ("某局", 2023, SENTENCES),
    }
    for name, (agency, year, sentences) in told.items():
        published(folder / f"{name}.html", agency=agency, year=year, prose="".join(sentences))
    return folder


@pytest.fixture(scope="module")
def out(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out") / "corpus"
    built(folder, out)
    return out


def _of(found: Found, name: str) -> Repeated:
    (one,) = [one for one in found.reports if one.named.file == f"{name}.html"]
    return one


def _text(folder: Path, name: str) -> ReportText:
    return text_of(read(folder / f"{name}.html"), name)


def test_the_share_of_the_last_year_is_what_comparing_the_files_finds(
    folder: Path, out: Path
) -> None:
    last = _of(repeated(find(out)), "origin").previous

    between = compare(read(folder / "old.html"), read(folder / "origin.html"))
    assert last is not None
    assert last.named.file == "old.html"
    assert last.repetition == total([between.repeated])
    assert 0 < last.repetition.repeated < last.repetition.own


def test_the_share_of_others_is_what_holding_all_against_all_finds(folder: Path, out: Path) -> None:
    found = repeated(find(out))

    for name, others in {
        "copy": ["old", "origin"],
        "copy of the copy": ["old", "origin", "copy"],
        "origin": ["copy"],
        "old": [],
    }.items():
        expected = repeated_from([_text(folder, o) for o in others], _text(folder, name))
        assert _of(found, name).others == total([expected])


def test_the_source_is_the_likest_report_and_not_the_earliest(folder: Path, out: Path) -> None:
    source = _of(repeated(find(out)), "copy of the copy").source

    assert source is not None
    assert source.named.file == "copy.html"
    assert source.repetition.share == 1.0


def test_what_nobody_had_before_has_no_source(out: Path) -> None:
    old = _of(repeated(find(out)), "old")

    assert old.source is None
    assert old.previous is None
    assert old.others.share == 0


def test_a_report_without_an_agency_s_name_is_counted_apart_and_is_no_source(out: Path) -> None:
    found = repeated(find(out))

    assert found.nameless == 1
    assert len(found.reports) == 4


def test_of_one_year_it_says_the_same_as_of_all(out: Path) -> None:
    every = repeated(find(out)).reports

    found = repeated(find(out), 2022)

    expected = [one for one in every if one.named.year == 2022]
    assert sorted(found.reports) == sorted(expected)
    assert found.nameless == 0
