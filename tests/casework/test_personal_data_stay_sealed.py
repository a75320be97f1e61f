"""What is someone's own is sealed, opened on record, and never in the ledger."""

from datetime import date

import pytest

from tests import town
from tests.town import APPLICATION, ID_CARD
from yangguang.casework import ledger, personal
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import CaseText, Opening
from yangguang.casework.models.personal import Reason
from yangguang.casework.sealing import CannotOpen


def test_an_opening_is_on_record_with_its_reason() -> None:
    office = town.office()
    party = town.request_at(office.agency).case.parties.get()

    why = personal.Why(Reason.OTHER, "林晓来电话问过")

    shown = personal.open_party(party, office.handler, why)

    opening = Opening.objects.get()
    assert shown == APPLICATION.applicant
    assert (opening.party, opening.person, opening.reason) == (party, office.handler, "other")
    assert personal.remark_of(opening) == "林晓来电话问过"
    assert "林晓".encode() not in bytes(opening.remark)


def test_without_a_reason_nothing_is_shown() -> None:
    office = town.office()
    party = town.request_at(office.agency).case.parties.get()

    with pytest.raises(Mistakes):
        personal.open_party(party, office.handler, personal.Why(Reason.OTHER, "  "))
    assert not Opening.objects.exists()


def test_no_column_of_any_row_holds_who_asks_or_what_for() -> None:
    from django.apps import apps

    town.request_at(town.office().agency)
    told = ("林晓", ID_CARD, "13800000000", "和平路", "长宁路改造")

    rows = [
        (model.__name__, str(value))
        for model in apps.get_app_config("casework").get_models()
        for row in model.objects.values_list()
        for value in row
    ]

    assert [(name, word) for name, value in rows for word in told if word in value] == []
    assert len(rows) > 50


@pytest.mark.parametrize(
    "value",
    [
        "林晓",
        "two words",
        "linxiao",
        ["林晓"],
        {"a": 1},
        1.5,
        "x" * 65,
        town.ID_CARD,
        "110105194912310021",
        110105194912310021,
        "13800000000",
        13800000000,
        -1,
        "0990-1230001",
    ],
)
def test_the_ledger_takes_no_words_nor_anyone_s_number(value: object) -> None:
    case = town.request_at(town.office().agency).case

    with pytest.raises(ValueError) as refusal:
        ledger.record(
            case,
            "noted",
            occurred_on=date(2026, 2, 9),
            actor=ledger.PUBLIC,
            payload={"text": value},
        )
    assert "林晓" not in str(refusal.value)
    assert case.events.count() == 1


def test_equal_words_have_unequal_digests() -> None:
    office = town.office()
    first, second = town.request_at(office.agency).case, town.request_at(office.agency).case

    assert CaseText.objects.get(case=first).digest != CaseText.objects.get(case=second).digest


def test_a_text_put_in_another_s_place_does_not_open() -> None:
    case = town.request_at(town.office().agency).case
    (asked,) = case.texts.all()
    other = personal.add_text(case, "request", {"wanted": "别的"}, asked.key)
    asked.sealed = other.sealed

    with pytest.raises(CannotOpen):
        personal.words_of(asked)
