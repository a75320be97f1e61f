"""A table of requests: looked through first, then all of it or nothing, and only once."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from tests import town
from tests.inforequests import tables
from yangguang.casework import ledger, likeness, personal
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, CaseState, Counter, Event, FormToken
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests import overview
from yangguang.inforequests.actions.bring_in import HasFaults, bring_in, index_brought_in
from yangguang.inforequests.importing import child, template, waiting
from yangguang.inforequests.importing.checking import Checked, check
from yangguang.inforequests.importing.columns import Column
from yangguang.inforequests.importing.table import Line, NotATable
from yangguang.inforequests.models import Exchange


def _lines(requests: list[tables.Request]) -> list[Line]:
    rows = enumerate(tables.rows(requests), 1)
    return [Line(at, [None if cell is None else str(cell) for cell in row]) for at, row in rows]


def _checked(office: town.Office, *requests: tables.Request) -> Checked:
    return check(_lines(list(requests)), office.agency, town.may(office.handler))


def test_each_row_is_a_request_received_on_its_day() -> None:
    office = town.office()
    requests = [
        tables.request("A-1"),
        tables.request("A-2", ARRIVED="2025年12月1日", CHANNEL="网上提交", AGENT_NAME="周正"),
    ]

    brought = bring_in(_lines(requests), office.agency, town.may(office.handler))

    first, second = Case.objects.order_by("pk")
    assert [one.number for one in brought] == [first.number, second.number]
    assert all(one.code for one in brought)
    assert first.state.received_on == date(2026, 2, 3)
    assert (second.state.received_on, second.state.channel) == (date(2025, 12, 1), "portal")
    assert personal.particulars_of(first.parties.get()).name == "周岚"
    assert second.parties.get(role="agent")
    assert first.events.get().actor == office.handler
    assert ledger.broken(first, first.events.order_by("seq")) is None


def test_where_it_is_from_stands_with_the_request() -> None:
    office = town.office()

    bring_in(_lines([tables.request("B-7")]), office.agency, town.may(office.handler))

    shown = overview.of(Case.objects.get(), town.may(office.handler))
    assert shown.source == "旧办件系统 B-7"


def test_a_second_time_it_makes_nothing_and_says_the_numbers() -> None:
    office, lines = town.office(), _lines([tables.request("A-1"), tables.request("A-2")])
    people = town.may(office.handler)
    first = bring_in(lines, office.agency, people)

    again = bring_in(lines, office.agency, people)

    assert Case.objects.count() == 2
    assert [one.number for one in again] == [one.number for one in first]
    assert not any(one.code for one in again)
    assert list(check(lines, office.agency, people).known.values()) == [o.number for o in first]
    assert list(Exchange.objects.order_by("pk").values_list("rows", flat=True)) == [2]


def test_what_could_not_be_handed_over_does_not_come_in() -> None:
    office = town.office()

    def hand_over(brought: list[waiting.Brought]) -> None:
        raise OSError(len(brought))

    with pytest.raises(OSError, match="1"):
        bring_in(
            _lines([tables.request("A-1")]), office.agency, town.may(office.handler), hand_over
        )

    assert not Case.objects.exists()


def test_what_was_brought_in_together_is_as_its_ledgers_say() -> None:
    office = town.office()
    requests = [tables.request(f"A-{number}", ARRIVED="2026-01-05") for number in range(3)]

    bring_in(_lines(requests), office.agency, town.may(office.handler))

    assert CaseState.objects.count() == 3
    assert list(differences()) == []
    assert list(broken_chains()) == []


def test_a_thousand_rows_hold_others_for_a_few_statements() -> None:
    office = town.office()
    people = town.may(office.handler)
    bring_in(_lines([tables.request("0")]), office.agency, people)

    def statements(source: str, rows: int) -> int:
        requests = [tables.request(f"{one}", SOURCE=source) for one in range(rows)]
        with CaptureQueriesContext(connection) as asked:
            bring_in(_lines(requests), office.agency, people)
        held = [one["sql"].startswith("SAVEPOINT") for one in asked.captured_queries]
        return len(held) - held.index(True)

    assert statements("一张表", 20) == statements("另一张表", 2)


def test_they_are_comparable_soon_after() -> None:
    office = town.office()
    bring_in(
        _lines([tables.request("A-1"), tables.request("A-2")]),
        office.agency,
        town.may(office.handler),
    )
    first, second = Case.objects.order_by("pk")
    assert likeness.like(first) == []

    index_brought_in.call()

    assert [one.case for one in likeness.like(first)] == [second.pk]


def test_the_same_number_at_another_agency_is_another_request() -> None:
    office, lines = town.office(), _lines([tables.request("A-1")])
    other = town.office(slug="jiaoyu", name="青岚市教育局")
    bring_in(lines, office.agency, town.may(office.handler))

    bring_in(lines, other.agency, town.may(other.handler))

    assert Case.objects.count() == 2


def test_one_wrong_row_and_nothing_comes_in() -> None:
    office = town.office()
    requests = [tables.request("A-1"), tables.request("A-2", WANTED="")]

    with pytest.raises(HasFaults):
        bring_in(_lines(requests), office.agency, town.may(office.handler))

    assert not Case.objects.exists()


def test_what_breaks_off_in_the_middle_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    office = town.office()
    begin = ledger.begin

    def breaks_after_the_last_fact(facts):
        begin(facts)
        assert Event.objects.count() == 2
        raise OSError

    monkeypatch.setattr(ledger, "begin", breaks_after_the_last_fact)

    with pytest.raises(OSError):
        bring_in(
            _lines([tables.request("A-1"), tables.request("A-2")]),
            office.agency,
            town.may(office.handler),
        )

    for model in (Case, CaseState, Counter, FormToken, Exchange):
        assert not model._default_manager.exists()


@pytest.mark.parametrize(
    ("changes", "column", "said"),
    [
        ({"ARRIVED": "2026-02-10"}, "收到日期", "不能晚于今天"),
        ({"ARRIVED": "2019-05-14"}, "收到日期", "2019-05-15"),
        ({"ARRIVED": "上周"}, "收到日期", "2026-03-13"),
        ({"ARRIVED": "2026-02-30"}, "收到日期", "2026-03-13"),
        ({"CHANNEL": "鸽子"}, "收到方式", "挂号信或特快专递"),
        ({"NUMBER": ""}, "来源编号", "没有填"),
        ({"APPLICANT_KIND": "商业企业"}, "联系人", "联系人"),
        ({"ADDRESS": ""}, "通信地址", "收信地址"),
        ({"PHONE": "12"}, "联系电话", "7 至 15 位"),
        ({"WANTED": "问" * 4001}, "所需政府信息", "4001"),
        ({"NAME": "周" * 501}, "姓名或单位全称", "501"),
        ({"PAPER_NUMBER": None}, "证件号码", "后几位已经丢了"),
        ({"AGENT_PHONE": "13900000000"}, "代理人或监护人姓名", "姓名"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(changes: dict, column: str, said: str) -> None:
    office = town.office()

    checked = _checked(office, tables.request("A-1"), tables.request("A-2", **changes))

    (fault,) = checked.faults
    assert (fault.at, fault.column) == (3, column)
    assert said in fault.sentence
    assert len(checked.rows) == 1


def test_all_that_is_wrong_with_a_row_is_told_at_once() -> None:
    wrong = {
        "CHANNEL": "鸽子",
        "RECEIVING": "",
        "WANTED": "",
        "PHONE": "1",
        "ARRIVED": "2030-01-01",
    }

    checked = _checked(town.office(), tables.request("A-1", **wrong))

    told = {fault.column for fault in checked.faults}
    assert told == {"收到方式", "获取的方式", "所需政府信息", "联系电话", "收到日期"}
    assert len(checked.faults) == len(told)


def test_a_number_that_stands_twice_is_told_of_the_second() -> None:
    checked = _checked(town.office(), tables.request("A-1"), tables.request("A-1", NAME="周正"))

    (fault,) = checked.faults
    assert fault.at == 3
    assert "第 2 行" in fault.sentence


def test_sentences_quote_nothing_that_stands_in_a_cell() -> None:
    names = [name for name in Column.__members__ if name != "WANTED"]

    checked = _checked(town.office(), tables.request("A-1", **dict.fromkeys(names, "周岚岚")))

    assert checked.faults
    assert "周岚岚" not in " ".join(one.sentence for one in checked.faults)


def test_who_may_not_register_there_brings_nothing_in() -> None:
    office = town.office()

    with pytest.raises(NotAllowed):
        bring_in(_lines([tables.request("A-1")]), office.agency, town.may(office.leader))


def test_no_receipt_is_mailed_for_what_another_system_took_in() -> None:
    office = town.office()

    bring_in(
        _lines([tables.request("A-1", EMAIL="zhou@example.com")]),
        office.agency,
        town.may(office.handler),
    )

    assert Case.objects.exists()
    (task,) = DBTaskResult.objects.all()
    assert task.task_path.endswith("index_brought_in")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig", "gb18030", "utf-16"])
def test_it_is_read_from_every_kind_of_file(kind: str, tmp_path: Path) -> None:
    office, file = town.office(), tmp_path / "table"
    table = tables.rows([tables.request("A-1"), tables.request("A-2", ARRIVED=date(2026, 2, 4))])
    file.write_bytes(tables.as_xlsx(table) if kind == "xlsx" else tables.as_csv(table, kind))

    checked = check(child.read(file), office.agency, town.may(office.handler))

    assert [row.arrived.day for row in checked.rows] == [3, 4]
    assert checked.rows[0].application.applicant.paper_number == town.ID_CARD


def test_the_template_is_taken_as_it_is_filled_in(tmp_path: Path) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(template.workbook()))
    sheet = book.worksheets[0]
    heads = [cell.value.rstrip("*") for cell in sheet[1]]
    sheet.append([tables.A_REQUEST.get(Column(head), "") for head in heads])
    book.save(tmp_path / "filled.xlsx")

    office = town.office()
    checked = check(child.read(tmp_path / "filled.xlsx"), office.agency, town.may(office.handler))

    assert checked.faults == ()
    assert len(checked.rows) == 1


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["来源系统"]], "没有申请"),
        ([["来源系统", "名字"], ["a", "b"]], "不认识"),
        ([["来源系统", "来源系统"], ["a", "b"]], "有两列"),
        ([["来源系统"], ["a"]], "缺少这些列"),
    ],
)
def test_a_head_that_is_none_is_explained(rows: list[list[str]], said: str) -> None:
    office = town.office()
    lines = [Line(at, list(row)) for at, row in enumerate(rows, 1)]

    with pytest.raises(NotATable, match=said):
        check(lines, office.agency, town.may(office.handler))


def test_what_waits_is_sealed_and_its_owner_s_alone() -> None:
    office = town.office()
    lines = _lines([tables.request("A-1")])

    kept = waiting.keep(lines, office.agency, office.handler)

    assert waiting.lines_of(kept) == lines
    assert "周岚" not in kept.sealed
    assert waiting.find(kept.pk, office.handler) == kept
    assert waiting.find(kept.pk, office.section_head) is None
