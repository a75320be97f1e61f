"""Of two people with the same page, what the second does on it is refused; nothing is lost."""

import pytest

from tests import town
from tests.reporting.reported import YEAR, Reporting
from tests.town import may
from tests.workspace.at_work import words_of
from yangguang.agencies.models import Role
from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.casework.errors import NotAllowed
from yangguang.reporting import drafting, life
from yangguang.reporting.actions import hand_over, send_up
from yangguang.reporting.life import Stage

NEW = "table3.new.total"
WHOLE = "第三部分和第四部分的数对不上。"


@pytest.fixture
def reporting() -> Reporting:
    """Whose report was sent up and taken back since the second person opened the page."""
    made = Reporting()
    made.written()
    return made


def _overtaken(reporting: Reporting) -> int:
    """The last event on the second person's page; the report stands as it did there."""
    seen = life.standing_of(reporting.report).last_seq
    first = may(reporting.office.handler)
    send_up.send_up(reporting.report, reporting.figures(), first)
    send_up.take_back(reporting.report, first)
    return seen


def test_it_is_refused_though_the_report_stands_as_before(reporting: Reporting) -> None:
    compiled = reporting.figures()
    seen = _overtaken(reporting)
    second = may(reporting.office.section_head)
    before = life.standing_of(reporting.report), dict(drafting.texts(reporting.report))

    with pytest.raises(NotAllowed, match="李承办刚刚办了“撤回修改”，您的操作没有执行"):
        send_up.send_up(reporting.report, compiled, second, seen=seen)

    assert (life.standing_of(reporting.report), dict(drafting.texts(reporting.report))) == before
    assert reporting.report.versions.count() == 1


def test_who_has_looked_again_can_do_it(reporting: Reporting) -> None:
    compiled = reporting.figures()
    _overtaken(reporting)
    now = life.standing_of(reporting.report).last_seq

    send_up.send_up(reporting.report, compiled, may(reporting.office.section_head), seen=now)

    assert reporting.stage is Stage.IN_APPROVAL


def test_who_was_quicker_oneself_is_told_that(reporting: Reporting) -> None:
    compiled = reporting.figures()
    seen = _overtaken(reporting)

    with pytest.raises(NotAllowed, match="您刚才办了“撤回修改”，这一次的操作没有执行"):
        send_up.send_up(reporting.report, compiled, may(reporting.office.handler), seen=seen)


def test_what_the_second_had_written_is_still_on_the_page(reporting: Reporting) -> None:
    reporting.submitted()
    seen = life.standing_of(reporting.report).last_seq
    hand_over.accept(reporting.report, may(town.person("钱监督", Role.SUPERVISOR, reporting.above)))
    browser = reporting.browser(reporting.supervisor)
    typed = {"comment:": WHOLE, f"comment:{NEW}": "请核对。", "seen": str(seen)}

    refused = browser.post(f"/workspace/reports/jiaotong/{YEAR}/way/return", typed)

    assert refused.status_code == 409
    page = words_of(refused)
    assert "钱监督刚刚办了“主管部门收下”，您的操作没有执行" in page
    assert "您写的没有保存，可以从这里复制" in page
    assert WHOLE in page
    assert f"{cell_name(NEW)} ：请核对。" in page
