import pytest

from tests.workspace.at_work import address, an_office, make, words_of


@pytest.mark.parametrize(
    ("move", "filled"),
    [("void", {"reason": "twice"}), ("withdraw", {"words": "当面提出", "on": "2026-02-09"})],
)
def test_without_the_tick_nothing_happens(move: str, filled: dict[str, str]) -> None:
    work = an_office()
    case = work.assigned()

    unticked = make(work.handler, case, move, **filled)
    still = type(case).objects.get(pk=case.pk).state.state
    ticked = make(work.handler, case, move, **filled, checked="on")

    assert unticked.status_code == 422
    assert "请核对以后打勾确认。" in words_of(unticked)
    assert still == "handling"
    assert ticked.status_code == 302


def test_an_entry_is_voided_only_with_the_tick() -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "note", words="记错了")
    seq = str(case.events.get(kind="noted").seq)

    unticked = make(work.handler, case, "void-entry", seq=seq)
    ticked = make(work.handler, case, "void-entry", seq=seq, checked="on")

    assert unticked.status_code == 422
    assert ticked.status_code == 302
    assert case.events.filter(kind="entry_voided").count() == 1


def test_where_no_entry_can_be_voided_the_page_says_so_in_place_of_a_form() -> None:
    work = an_office()
    case = work.assigned()

    page = work.handler.get(address(case, "void-entry"))

    assert "没有可以冲正的记录" in words_of(page)
    assert b'name="seen"' not in page.content
