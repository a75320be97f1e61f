"""`yangguang corpus repeated` ranks reports by what they repeat, and names the source."""

import json
from pathlib import Path
from random import Random

import pytest

from tests.annual_report.corpus.building import built
from tests.cli.published import published
from tests.cli.running import yangguang
from tests.generator.prose import prose
from yangguang.annual_report.repeated_text import DEFINITION

SENTENCES = prose(Random(7), 16)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    told = [
        ("a", "青禾县水务局", 2022, SENTENCES[:8]),
        ("b", "青禾县水务局", 2023, SENTENCES[:8]),
        ("c", "云溪市财政局", 2023, SENTENCES[:4] + SENTENCES[10:11]),
        ("d", "临川区民政局", 2023, ["无新增事项的单位如实填写零报告表。"]),
    ]
    for name, agency, year, sentences in told:
        published(folder / f"{name}.html", agency=agency, year=year, prose="".join(sentences))
    out = tmp_path_factory.mktemp("out") / "corpus"
    built(folder, out)
    return out


def _objects(corpus: Path, *words: object) -> list[dict]:
    said = yangguang("corpus", "repeated", "--corpus", corpus, "--json", *words)
    assert (said.exit_code, said.stderr) == (0, "")
    return [json.loads(line) for line in said.stdout.splitlines()]


def test_the_report_that_repeats_most_comes_first_with_its_source_and_the_definition(
    corpus: Path,
) -> None:
    said = yangguang("corpus", "repeated", "--corpus", corpus)

    assert said.exit_code == 0
    rows = [line for line in said.stdout.splitlines() if "  20" in line]
    assert rows[0].split()[0] == "云溪市财政局"
    assert "青禾县水务局 2022" in rows[0]
    assert f"口径：{DEFINITION}" in said.stdout
    assert "比较了 4 份报告" in said.stdout
    assert "a.html" in said.stdout.split("逐句看第一份：yangguang compare ")[1]


def test_short_reports_are_left_out_of_the_list_and_that_is_said(corpus: Path) -> None:
    usual = yangguang("corpus", "repeated", "--corpus", corpus).stdout
    every = yangguang("corpus", "repeated", "--corpus", corpus, "--least", 1).stdout

    assert "临川区民政局" not in usual
    assert "未列：1 份自写文字不足 200 字" in usual
    assert "临川区民政局" in every


def test_the_list_is_as_long_as_asked_for(corpus: Path) -> None:
    said = yangguang("corpus", "repeated", "--corpus", corpus, "--most", 1)

    assert "另有 2 份没有列出" in said.stdout


def test_json_has_every_report_with_both_shares(corpus: Path) -> None:
    first, *rest = _objects(corpus)

    assert len(rest) == 3
    assert first["file"] == "c.html"
    assert 0 < first["others"]["share"] < 1
    assert first["others"]["source"]["file"] == "a.html"
    assert first["previous"] is None


def test_reports_can_be_ranked_by_what_they_repeat_from_the_year_before(corpus: Path) -> None:
    first = _objects(corpus, "--by", "previous")[0]

    assert first["file"] == "b.html"
    assert first["previous"]["file"] == "a.html"
    assert first["previous"]["share"] == 1


def test_one_year_can_be_asked_for(corpus: Path) -> None:
    assert {one["year"] for one in _objects(corpus, "--year", 2022)} == {2022}


def test_a_year_that_is_not_there_is_a_sentence(corpus: Path) -> None:
    said = yangguang("corpus", "repeated", "--corpus", corpus, "--year", 1999)

    assert said.exit_code == 2
    assert "没有 1999 年度的报告" in said.stderr
