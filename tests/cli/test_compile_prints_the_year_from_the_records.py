"""`yangguang compile` gives the year from the records in the shape of `read --json`."""

from pathlib import Path

import orjson
import pytest

from tests.cli.on_a_site import founded, ran
from yangguang.annual_report.as_json import load

_TWO_REQUESTS = """
import django; django.setup()
from datetime import timedelta
from tests import town
from tests.reporting.years import asked, day, entered_late
office = town.office()
asked(office, day(2025, 11, 3))
entered_late(office, day(2025, 12, 30), day(2026, 2, 2))
"""
NEW = "table3.new.total"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a request of 2025, and another that was entered in February."""
    return founded(tmp_path_factory.mktemp("var"), _TWO_REQUESTS)


def test_its_json_is_read_back_as_the_report_known_at_the_moment(site: Path) -> None:
    now = ran(site, "compile", "jiaotong", "2025", "--json")
    then = ran(site, "compile", "jiaotong", "2025", "--known-at", "2026-01-20", "--json")

    assert (now.returncode, now.stderr) == (0, "")
    reports = [load(orjson.loads(one.stdout)) for one in (now, then)]
    assert [one.value(NEW) for one in reports] == [2, 1]
    assert (reports[0].agency, reports[0].year) == ("青岚市交通运输局", 2025)


def test_without_json_it_prints_the_tables_and_what_is_found(site: Path) -> None:
    done = ran(site, "compile", "jiaotong", "2025", COLUMNS="160")

    assert done.returncode == 0
    assert "一、本年新收政府信息公开申请数量" in done.stdout
    assert "空白" in done.stdout
    assert "错误 " in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nobody", "2025"), "没有代号为 nobody 的机关。登记过的有：jiaotong"),
        (("jiaotong", "2018"), "2018 年没有统一的年报格式"),
        (("jiaotong", "2999"), "2999 年还没有开始"),
        (("jiaotong", "2025", "--known-at", "昨天"), "不是日期或时刻"),
        (("jiaotong", "2025", "--known-at", "2999-01-01"), "还没有到"),
    ],
)
def test_what_cannot_be_compiled_is_a_sentence(
    site: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = ran(site, "compile", *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
