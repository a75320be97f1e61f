"""The report from the records as a page: every number opens what it counts, as known when asked."""

import io
import re
from decimal import Decimal
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from tests import played, town
from tests.prepared import MONDAY
from tests.reporting.years import asked, day, entered_late, published
from tests.signing_in import signed_in
from tests.town import may
from tests.workspace.at_work import AtWork, an_office, words_of
from yangguang.agencies.models import Role
from yangguang.casework import moment
from yangguang.inforequests.models import Exchange
from yangguang.reporting.actions.begin import begin
from yangguang.reporting.actions.write import explain
from yangguang.reporting.compiling import compile_report
from yangguang.reporting.compiling.findings import CARRIED_OVER
from yangguang.reporting.models import EnteredFigure

REPORT = "/workspace/reports/jiaotong/2026"
LAST_YEAR = "/workspace/reports/jiaotong/2025"
LICENCES = f"{LAST_YEAR}/figures/table2.licences.decisions"
LATER = day(2026, 9, 1)


def _played() -> AtWork:
    work = an_office()
    for play in (*played.OPEN[:4], *played.CLOSED):
        play(work.office, MONDAY)
    return work


def test_each_number_opens_as_many_requests() -> None:
    work = _played()
    with moment.standing_at(LATER):
        page = work.leader.get(REPORT).content.decode()
        links = re.findall(rf'href="({REPORT}/figures/table[^"]*)">(\d+)<', page)
        opened = {link: work.leader.get(unescape(link)) for link, _ in links}

    assert len(links) > 15
    for link, number in links:
        shown = opened[link].context["page"].paginator.object_list
        counts_disputes = "table4" in link
        assert len(shown) == int(number) or (counts_disputes and 0 < len(shown) < int(number))


def test_it_is_known_as_of_the_day_that_is_asked_for() -> None:
    work = an_office()
    asked(work.office, day(2025, 11, 3))
    late = entered_late(work.office, day(2025, 12, 30), day(2026, 2, 2))
    new = f"{LAST_YEAR}/figures/table3.new.total"

    now = work.leader.get(new)
    then = work.leader.get(f"{new}?known_at=2026-01-20")
    page = work.leader.get(f"{LAST_YEAR}?known_at=2026-01-20")

    assert late.number in words_of(now)
    assert late.number not in words_of(then)
    assert "按 2026-01-20 23:59 掌握的情况" in words_of(page)
    assert f'{new}?known_at=2026-01-20">1<' in page.content.decode()


def test_a_day_that_cannot_be_is_said_and_the_report_is_as_of_now() -> None:
    work = an_office()
    for wrong, said in (("昨天", "不是日期或时刻"), ("2027-01-01", "还没有到")):
        page = words_of(work.leader.get(LAST_YEAR, {"known_at": wrong}))
        assert said in page
        assert "按 2026-02-09 10:00 掌握的情况" in page


def test_its_requests_are_taken_along_as_a_workbook_and_that_is_on_record() -> None:
    work = an_office()
    case = asked(work.office, day(2025, 11, 3))

    answer = work.leader.post(f"{LAST_YEAR}/figures/table3.new.total/export")

    content = b"".join(answer.streaming_content)
    _, row = load_workbook(io.BytesIO(content)).active.values
    assert row[0] == case.number
    assert (Exchange.objects.get().rows, Exchange.objects.get().person) == (1, work.office.leader)


def test_a_figure_is_filled_in_with_its_evidence() -> None:
    work = an_office()
    file = SimpleUploadedFile("清单.txt", "许可决定 17 件".encode())
    none = work.disclosure_head.post(LICENCES, {"value": "", "source": ""})
    filled = {"value": "17", "source": "行政审批科台账", "reason": "", "evidence": file}
    done = work.disclosure_head.post(LICENCES, filled, follow=True)
    entered = EnteredFigure.objects.get()
    link = f"{LICENCES}/evidence/{entered.evidence_id}"
    taken = work.leader.get(link)

    assert none.status_code == 422
    assert "请填数字；没有的填 0" in words_of(none)
    assert "请写明数字的来源" in words_of(none)
    assert "已经填写" in words_of(done)
    assert entered.value == 17
    assert link in done.content.decode()
    assert taken.content == "许可决定 17 件".encode()
    assert work.leader.get(link.replace("licences", "penalties")).status_code == 404


@pytest.mark.parametrize(("value", "unit"), [("16.9", ""), ("169000", "元")])
def test_a_sum_stands_in_the_unit_that_the_form_prints(value: str, unit: str) -> None:
    work = an_office()
    address = f"{LAST_YEAR}/figures/table2.fees.amount"

    work.handler.post(address, {"value": value, "unit": unit, "source": "财务科"})

    entered = EnteredFigure.objects.get()
    assert (entered.value, entered.unit) == (Decimal("16.9"), "")
    assert '<option value="" selected>万元' in work.handler.get(address).content.decode()


def test_who_only_sees_figures_cannot_enter_any() -> None:
    work = an_office()
    filled = {"value": "17", "source": "行政审批科台账"}

    page, refused = work.leader.get(LICENCES), work.leader.post(LICENCES, filled)

    assert page.context["form"] is None
    assert (refused.status_code, EnteredFigure.objects.count()) == (403, 0)


def test_another_agency_s_report_is_not_there_and_a_supervisor_reads_those_below() -> None:
    work = an_office()
    over = town.office(slug="zhengfu", name="青岚市人民政府办公室")
    work.agency.supervising = over.agency
    work.agency.save()
    supervisor = town.person("周监督", Role.SUPERVISOR, over.agency)

    assert signed_in(over.leader).get(LAST_YEAR).status_code == 404
    assert signed_in(supervisor).get(LAST_YEAR).status_code == 200
    administrator = town.person("沈管理", Role.ADMINISTRATOR, work.agency)
    assert signed_in(administrator).get(LAST_YEAR).status_code == 404


def test_what_differs_from_last_year_s_report_names_the_requests() -> None:
    work = an_office()
    asked(work.office, day(2025, 12, 29))
    with moment.standing_at(day(2026, 1, 20)):
        published(work.office, compile_report(work.agency, 2025, moment.now()).report)
    late = entered_late(work.office, day(2025, 12, 30), day(2026, 2, 2))

    by_published = work.leader.get(REPORT)
    by_ledger = work.leader.get(f"{REPORT}?carry=ledger")

    assert "有差异的申请：" in words_of(by_published)
    assert f"/cases/{late.number}" in by_published.content.decode()
    assert 'table3.carried_over.total">1<' in by_published.content.decode()
    assert 'table3.carried_over.total?carry=ledger">2<' in by_ledger.content.decode()


def test_a_difference_that_is_explained_is_shown_as_it_will_be_sent_up() -> None:
    work = an_office()
    asked(work.office, day(2025, 12, 29))
    with moment.standing_at(day(2026, 1, 20)):
        published(work.office, compile_report(work.agency, 2025, moment.now()).report)
    entered_late(work.office, day(2025, 12, 30), day(2026, 2, 2))
    begun = begin(work.agency, 2026, may(work.office.handler))
    differs = work.leader.get(REPORT).context["compiled"].findings
    key = next(one.key for one in differs if one.rule == CARRIED_OVER)
    before = work.leader.get(REPORT).content.decode()

    explain(begun, key, "信函补登。", may(work.office.handler))

    assert 'table3.carried_over.total">1<' in before
    after = work.leader.get(REPORT).content.decode()
    assert 'table3.carried_over.total">2<' in after
    by_published = work.leader.get(f"{REPORT}?carry=published").content.decode()
    assert 'table3.carried_over.total?carry=published">1<' in by_published


def test_years_without_a_form_and_years_to_come_have_no_report() -> None:
    work = an_office()

    assert work.leader.get("/workspace/reports/jiaotong/2018").status_code == 403
    assert work.leader.get("/workspace/reports/jiaotong/2027").status_code == 404
    assert work.leader.get(f"{LAST_YEAR}/figures/table3.nothing.total").status_code == 404
