"""How an answer is contested depends on what it says and on its date (Art. 51)."""

from datetime import date

import pytest

from yangguang.law.dispositions import WITHHOLDING, Disposition
from yangguang.law.remedies import (
    NoPlaces,
    Places,
    Remedy,
    clause,
    contestable_until,
    of_opening,
    remedy,
)

PLACES = Places("青岚市人民政府", "青岚市中级人民法院")
TODAY = date(2026, 3, 2)


@pytest.mark.parametrize("disposition", sorted(WITHHOLDING))
def test_what_withholds_goes_to_review_first_since_2024(disposition: Disposition) -> None:
    assert remedy(disposition, date(2024, 1, 1)) is Remedy.REVIEW_FIRST
    assert remedy(disposition, date(2023, 12, 31)) is Remedy.DIRECT


@pytest.mark.parametrize(
    "disposition",
    sorted(set(Disposition) - WITHHOLDING - {Disposition.PARTLY_PROVIDED, Disposition.WITHDRAWN}),
)
def test_every_other_answer_goes_to_either(disposition: Disposition) -> None:
    said = clause(disposition, TODAY, PLACES)

    assert remedy(disposition, TODAY) is Remedy.DIRECT
    assert "应当先" not in said
    assert f"60 日内向{PLACES.review_organ}申请行政复议" in said
    assert f"6 个月内向{PLACES.court}提起行政诉讼" in said


def test_a_partial_answer_has_both_clauses() -> None:
    said = clause(Disposition.PARTLY_PROVIDED, TODAY, PLACES)

    first, second = said.split("。")[:2]
    assert "不予公开的部分" in first
    assert "应当先" in first
    assert "其余部分" in second
    assert "应当先" not in second


def test_a_withdrawn_request_has_none() -> None:
    assert clause(Disposition.WITHDRAWN, TODAY, Places("", "")) == ""


@pytest.mark.parametrize("places", [Places("", "某法院"), Places("某政府", " ")])
def test_no_answer_is_issued_while_nobody_knows_where_it_is_contested(places: Places) -> None:
    with pytest.raises(NoPlaces, match="不能发出"):
        clause(Disposition.PROVIDED, TODAY, places)


def test_a_third_party_contests_the_opening_directly() -> None:
    said = of_opening(PLACES)

    assert said.startswith("如对本决定不服，可以自收到本告知书之日起")
    assert PLACES.review_organ in said
    assert PLACES.court in said
    assert "应当先" not in said
    with pytest.raises(NoPlaces):
        of_opening(Places("", "某法院"))


@pytest.mark.parametrize(
    ("disposition", "received", "last"),
    [
        (Disposition.STATE_SECRET, date(2026, 3, 5), date(2026, 5, 4)),
        (Disposition.PROVIDED, date(2026, 3, 5), date(2026, 9, 5)),
        (Disposition.PARTLY_PROVIDED, date(2026, 3, 5), date(2026, 9, 5)),
        (Disposition.PROVIDED, date(2026, 8, 31), date(2027, 2, 28)),
        (Disposition.PROVIDED, None, date(2031, 3, 2)),
        (Disposition.WITHDRAWN, date(2026, 3, 5), None),
    ],
)
def test_it_can_be_contested_from_the_receipt_on_or_for_five_years_while_that_is_unknown(
    disposition: Disposition, received: date | None, last: date | None
) -> None:
    assert contestable_until(disposition, TODAY, received) == last
