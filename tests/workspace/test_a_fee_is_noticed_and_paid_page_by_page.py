"""Art. 42: the notice with the month's count and its reckoning, its receipt, the payment."""

from tests import town
from tests.inforequests import paying
from tests.workspace.at_work import AtWork, address, an_office, make, words_of
from yangguang.casework import moment
from yangguang.casework.models import Case, CaseState


def _noticed(work: AtWork, case: Case, **filled) -> None:
    make(work.handler, case, "draft-fee", **filled)
    make(work.handler, case, "submit")
    make(work.disclosure_head, case, "decide", decision="approved")
    make(work.handler, case, "issue", checked="on")


def _page(work: AtWork, case: Case, move: str = "") -> str:
    return words_of(work.handler.get(address(case, move)))


def test_by_item_from_the_register_s_count_to_the_payment() -> None:
    work = an_office()
    earlier = town.request_at(work.agency).case
    case = work.assigned()
    assert f"以前共 1 件：{earlier.number}" in _page(work, case, "draft-fee")

    items = "\n".join(f"{year} 年的招标文件" for year in range(2010, 2022))
    _noticed(work, case, tariff="by_item", filled_items=items, filled_payment="到窗口缴费")
    letter = _page(work, case, f"letter/{case.letters.get().pk}")
    assert "拆分为 12 件： 1. 2010 年的招标文件；" in letter
    assert "第 11 至 30 件，每件 100 元，3 件，300 元。合计应缴 300 元。" in letter

    make(work.handler, case, "fee-notice-received", on="2026-02-09")
    make(work.handler, case, "receive-fee", amount="300", voucher="0012345678", on="2026-02-09")

    page = _page(work, case)
    assert "缴清信息处理费 300 元" in page
    assert "0012345678" in page
    assert "300 元，2026-02-09 通知 · 2026-02-09 缴清" in page
    assert CaseState.objects.get(case=case).state == "handling"


def test_by_page_and_what_the_other_tariff_asks_for_stays_out() -> None:
    work = an_office()
    case = work.assigned()

    _noticed(work, case, tariff="by_page", pages="250", filled_payment="到窗口缴费")

    letter = _page(work, case, f"letter/{case.letters.get().pk}")
    assert "第 201 页起，每页 40 元，50 页，2000 元。合计应缴 4700 元。" in letter
    assert "按件" not in letter


def test_what_the_tariff_needs_is_asked_for() -> None:
    work = an_office()
    case = work.assigned()

    filled = {"filled_payment": "到窗口缴费"}

    by_item = make(work.handler, case, "draft-fee", tariff="by_item", earlier="40", **filled)
    by_page = make(work.handler, case, "draft-fee", tariff="by_page", **filled)

    assert "台账上是 0 件。改成别的数，请写明理由。" in words_of(by_item)
    assert "请填 1 到 100000 之间的整数。" in words_of(by_page)


def test_how_to_pay_begins_with_the_agency_s_words() -> None:
    work = an_office()
    work.agency.rules.payment = "青岚银行，账号 0000"
    work.agency.rules.save()

    page = work.handler.get(address(work.assigned(), "draft-fee"))

    assert page.context["form"]["filled_payment"].value() == "青岚银行，账号 0000"


def test_a_draft_opened_again_has_its_figures() -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "draft-fee", tariff="by_page", pages="99", filled_payment="窗口")

    form = work.handler.get(address(case, "draft-fee")).context["form"]

    assert (form["tariff"].value(), form["pages"].value()) == ("by_page", 99)


def test_unpaid_the_lapse_is_written_as_such() -> None:
    work = an_office()
    case = work.assigned()
    _noticed(work, case, tariff="by_page", pages="99", filled_payment="窗口")

    with moment.standing_at(paying.on(3, 16)):
        page = work.handler.get(address(case, "draft-lapse"))

    assert "逾期未缴纳信息处理费" in page.context["form"]["body"].value()
