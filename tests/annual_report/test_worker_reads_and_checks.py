from pathlib import Path

import pytest

from tests.cli.published import balanced, published
from yangguang.annual_report import as_json, read
from yangguang.annual_report.checking import check
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.report import Status
from yangguang.annual_report.worker import Limits, Worker
from yangguang.annual_report.worker import read as read_once

WRONG = "table3.granted.natural_person"


def test_a_report_comes_back_as_it_is_read_here(tmp_path: Path) -> None:
    path = published(tmp_path / "report.html", figures={**balanced(new=7), WRONG: 9})

    answer = read_once(path, "report.html")

    here = read(path)
    assert answer["report"] == as_json.dump(here, check(here))
    assert [found["rule"] for found in answer["findings"]] == [f.rule for f in check(here)]


def test_the_name_is_what_the_visitor_calls_the_file(tmp_path: Path) -> None:
    path = published(tmp_path / "0001")

    assert read_once(path, "水务局 年报.html")["report"]["file"] == "水务局 年报.html"


def test_last_year_s_report_and_a_repair_are_taken_into_account(tmp_path: Path) -> None:
    last = published(tmp_path / "last.html", year=2022, figures=balanced(9, carried_forward=4))
    this = published(tmp_path / "this.html", figures={**balanced(7, carried_over=3), WRONG: 12})
    with Worker() as worker:
        before, read = worker.read(last, "last.html"), worker.read(this, "this.html")
        repair = next(f["proposal"] for f in read["findings"] if f["proposal"])

        answer = worker.check(read["report"], before["report"], [repair])

    assert as_json.load(answer["report"]).cells[WRONG].status is Status.REPAIRED
    rules = {found["rule"] for found in answer["findings"]}
    assert "years.carried_over" in rules
    assert "table3.row_sum" not in rules


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()

    with pytest.raises(Unreadable, match="文件是空的"):
        read_once(path, "empty.txt")


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(bytes(3_000_000))

    with pytest.raises(Unreadable, match=r"文件有 3\.0 MB，超过了 2 MB"):
        read_once(path, "big.txt", Limits(file=2_000_000))
