"""`yangguang rollup` adds up a government's report, and says whom it adds up."""

from pathlib import Path

import orjson
import pytest

from tests.cli.on_a_site import founded, ran
from yangguang.annual_report.as_json import load

_A_CITY = """
import django; django.setup()
from tests.reporting.rolling_up.rolled import a_city, filed, of_requests
city = a_city()
filed(city.below("jiaotong"), of_requests(30))
filed(city.below("jiaoyu"), of_requests(4), is_public=False)
city.scoped()
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a government, two reports of 2025, and one that is missing."""
    return founded(tmp_path_factory.mktemp("var"), _A_CITY)


def test_its_json_is_a_report_and_says_whom_it_adds_up(site: Path) -> None:
    done = ran(site, "rollup", "zhengfu", "2025", "--json")

    assert (done.returncode, done.stderr) == (0, "")
    said = orjson.loads(done.stdout)
    assert load(said).value("table3.new.total") == 34
    assert [(one["agency"], one["published"]) for one in said["rollup"]["added"]] == [
        ("zhengfu", None),
        ("jiaotong", True),
        ("jiaoyu", False),
    ]
    assert said["rollup"]["missing"] == [{"agency": "zhengfuban", "why": "没有年报"}]


def test_without_json_it_prints_the_tables_and_who_is_missing(site: Path) -> None:
    done = ran(site, "rollup", "zhengfu", "2025", COLUMNS="160")

    assert done.returncode == 0
    assert "相加 3 个机关，缺 1 个。" in done.stdout
    assert "没有计入" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nobody", "2025"), "没有代号为 nobody 的机关"),
        (("jiaotong", "2025"), "不是人民政府"),
        (("zhengfu", "2999"), "2999 年还没有开始"),
        (("zhengfu", "2025", "--known-at", "昨天"), "不是日期或时刻"),
    ],
)
def test_what_cannot_be_added_up_is_a_sentence(
    site: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = ran(site, "rollup", *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
