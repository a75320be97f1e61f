"""`yangguang reports import` brings a published report in; of what is in doubt, nothing."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from tests.annual_report.reports import a_report
from tests.cli.on_a_site import founded, ran
from yangguang.annual_report.writing import write

_OFFICES = """
import django; django.setup()
from tests import town
from yangguang.agencies.models import Post, Role
office = town.office()
school = town.agency(slug="jiaoyu", name="青岚市教育局")
town.person("周主任", Role.DISCLOSURE_HEAD, school)
Post.objects.create(
    person=office.handler, agency=school, role=Role.HANDLER, since=town.LONG_AGO
)
"""
_BY = ("--by", "staff-1")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with two agencies, for both of which one person writes reports."""
    return founded(tmp_path_factory.mktemp("var"), _OFFICES)


def _file(place: Path, agency: str = "青岚市交通运输局", year: int | None = 2024) -> str:
    place.parent.mkdir(parents=True, exist_ok=True)
    kind = place.suffix[1:]
    title = f"{agency}{year or ''}年政府信息公开工作年度报告"
    report = replace(a_report({}), agency=agency, year=year, title=title)
    place.write_bytes(write(report, kind))
    return str(place)


def _versions(site: Path) -> int:
    with closing(sqlite3.connect(site / "yangguang.sqlite3")) as database:
        return database.execute("SELECT count(*) FROM reporting_version").fetchone()[0]


def test_it_is_shown_first_then_brought_in_and_only_once(site: Path, tmp_path: Path) -> None:
    file = _file(tmp_path / "年报.docx", year=2021)
    words = ("reports", "import", "jiaotong", file, *_BY, "--published-on", "2022-01-20")

    dry = ran(site, *words, "--dry-run", COLUMNS="160")
    none_yet = _versions(site)
    done = ran(site, *words, "--json")
    again = ran(site, *words)

    assert (dry.returncode, dry.stderr, none_yet) == (0, "", 0)
    assert "一、本年新收政府信息公开申请数量" in dry.stdout
    assert "2021 年度，公布日期 2022-01-20，可以导入，还没有导入" in dry.stdout
    told = orjson.loads(done.stdout)
    kept = [told[name] for name in ("became", "agency", "year", "published_on", "version")]
    assert kept == ["imported", "jiaotong", 2021, "2022-01-20", 1]
    assert "以前导入过，没有改动" in again.stdout
    assert _versions(site) == 1


def test_another_s_or_another_year_s_file_comes_in_only_when_confirmed(
    site: Path, tmp_path: Path
) -> None:
    file = _file(tmp_path / "report.html", "青岚市公路局", 2022)
    words = ("reports", "import", "jiaotong", file, *_BY, "--year", "2023", "--json")
    before = _versions(site)

    refused = ran(site, *words)
    confirmed = ran(site, *words, "--confirm")

    assert refused.returncode == 1
    doubts = "".join(orjson.loads(refused.stdout)["doubts"])
    assert "“青岚市公路局”，不是青岚市交通运输局" in doubts
    assert "2022 年度，不是 2023 年度" in doubts
    assert [confirmed.returncode, orjson.loads(confirmed.stdout)["year"]] == [0, 2023]
    assert _versions(site) == before + 1


def test_of_a_folder_what_is_sure_comes_in_and_what_is_in_doubt_is_told(
    site: Path, tmp_path: Path
) -> None:
    _file(tmp_path / "青岚市交通运输局" / "2025.xlsx", year=None)
    _file(tmp_path / "jiaoyu" / "2023年年报.html", "青岚市教育局", 2023)
    _file(tmp_path / "jiaoyu" / "一.html", "青岚市教育局", 2022)
    _file(tmp_path / "jiaoyu" / "二.docx", "青岚市教育局", 2022)
    _file(tmp_path / "jiaoyu" / "2024.json", "青岚市交通运输局", 2024)
    _file(tmp_path / "水利.html", "青岚市水利局", 2024)
    _file(tmp_path / os.fsdecode(b"\xb1\xa8.html"), "青岚市教育局", 2021)
    before = _versions(site)

    done = ran(site, "reports", "import-folder", str(tmp_path), *_BY, "--json")
    again = ran(site, "reports", "import-folder", str(tmp_path), *_BY, "--json")

    told = [orjson.loads(line) for line in done.stdout.splitlines()]
    became = {Path(one["file"]).name: one["became"] for one in told}
    assert became == {
        "2025.xlsx": "imported",
        "2023年年报.html": "imported",
        "一.html": "in_doubt",
        "二.docx": "in_doubt",
        "2024.json": "in_doubt",
        "水利.html": "in_doubt",
        "\ufffd\ufffd.html": "imported",
    }
    assert (done.returncode, done.stderr) == (1, "")
    assert all(one["doubts"] for one in told if one["became"] == "in_doubt")
    assert _versions(site) == before + 3
    known = [orjson.loads(line)["became"] for line in again.stdout.splitlines()[:3]]
    assert known == ["known"] * 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "nobody", __file__, *_BY), "没有代号为 nobody 的机关"),
        (("import", "jiaotong", "nothing.docx", *_BY), "没有这个文件"),
        (("import", "jiaotong", __file__, *_BY, "--published-on", "昨天"), "公布日期要写成"),
        (("import-folder", "nothing", *_BY), "没有这个文件夹"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    site: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = ran(site, "reports", *arguments)

    assert done.returncode == 2
    assert said in done.stderr
