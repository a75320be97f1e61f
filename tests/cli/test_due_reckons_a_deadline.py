import json
import sys
from datetime import UTC, datetime, tzinfo

import pytest

from tests.cli.running import yangguang

due = sys.modules["yangguang.cli.due"]

RECEIVED = ("due", "--received", "2026-02-09")


def test_it_says_the_day_and_the_reckoning() -> None:
    result = yangguang(*RECEIVED, "--on", "2026-03-05")

    assert result.exit_code == 0
    first, *reckoning = result.stdout.splitlines()
    assert first == "还剩 6 个工作日 · 2026-03-13（星期五）"
    assert any("第三十三条" in line for line in reckoning)


def test_json_has_the_same() -> None:
    result = yangguang(
        *(*RECEIVED, "--channel", "post", "--on", "2026-03-20", "--json"),
        *("--event", "third_party_asked:2026-02-10", "--event", "extended=10:2026-03-12"),
    )

    said = json.loads(result.stdout)
    assert said["due"] == "2026-04-20"
    assert said["state"] == "running"
    assert said["working_days_left"] == 20
    assert set(said) == {"due", "state", "working_days_left", "steps", "warnings"}
    assert {"date", "article", "text"} == set(said["steps"][0])
    assert "签收" in said["steps"][0]["text"]
    assert len(said["warnings"]) == 1


@pytest.mark.parametrize(
    ("events", "first"),
    [
        (["posted:2026-03-17"], "已于 2026-03-17（星期二）答复 · 期限 2026-03-13（星期五），逾期"),
        (["correction_asked:2026-02-12"], "暂停计算，等申请人补正或缴费后重新起算"),
        (
            ["third_party_asked:2026-03-12", "third_party_received:2026-03-13"],
            "暂停计算，之后还剩 1 个工作日 · 2026-04-07（星期二）",
        ),
        ([], "已逾期 2 个工作日 · 2026-03-13（星期五）"),
    ],
)
def test_the_first_line_says_how_it_stands(events: list[str], first: str) -> None:
    given = [word for event in events for word in ("--event", event)]

    result = yangguang(*RECEIVED, "--on", "2026-03-17", *given)

    assert result.stdout.splitlines()[0] == first


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--received", "5.1.2026"], "“5.1.2026”不是日期：要写成 2026-01-05 这样。"),
        (["--event", "corrected"], "“corrected”看不懂：要写成 事项:日期"),
        (["--event", "answered:2026-03-01"], "没有“answered”这种事项。可写的有："),
        (["--event", "received:2026-03-01"], "请写在 --received 里"),
        (["--event", "extended=ten:2026-03-01"], "“ten”不是整数"),
        (["--event", "extended=0:2026-03-01"], "延长的天数至少为 1"),
        (["--event", "delay_set:2026-03-01"], "延迟到哪一天"),
        (["--event", "corrected=5:2026-03-01"], "后面不带“=5”"),
        (["--on", "2100-01-01"], "工作日历只到"),
    ],
)
def test_what_is_written_wrongly_is_said(words: list[str], sentence: str) -> None:
    result = yangguang(*RECEIVED, *words)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert sentence in result.stderr


def test_today_is_the_day_in_china(monkeypatch: pytest.MonkeyPatch) -> None:
    class Evening(datetime):
        """Seven in the evening of 5 March in London, three in the morning of the 6th there."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Evening":
            return cls(2026, 3, 5, 19, tzinfo=UTC)

    monkeypatch.setattr(due, "datetime", Evening)

    assert yangguang(*RECEIVED).stdout.startswith("还剩 5 个工作日")
