"""Cases that the loader writes in bulk equal those that the actions write, row for row."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from bench.bulk_cases import COPIED, NAMED_IN_PAYLOADS, copies, rows_of
from bench.told import Told
from tests import played, town
from tests.portal.requests import working
from tests.prepared import MONDAY
from yangguang.casework import attachments, ledger, likeness, personal, sealing
from yangguang.casework.digests import LENGTH
from yangguang.casework.models import (
    Attachment,
    Case,
    CaseState,
    CaseText,
    Event,
    Keeping,
    Package,
    PackedCase,
    Party,
    PartyIndex,
)
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.demo.models import DemoRequest
from yangguang.inforequests import public_version, queries, query_code
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import What
from yangguang.inforequests.models import FormDraft
from yangguang.reporting.models import YearReport

OWN = {"id", "number", "query_code", "wrapped", "sealed", "stored", "token", "address"}
"""What no two cases share."""


NOT_THE_CASE_S_OWN = {FormDraft, Keeping, DemoRequest, Package, PackedCase, YearReport}
"""What was before there was a case, whose account keeps it, which ones a demonstration shows, what
is packed for the archives for a day, annual reports, which are cases of another kind."""


class _Told:
    """A case's rows as they are told of any case: ids and digests by the order they come in."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.seen: dict[Any, int] = {}
        self.rows = {
            model.__name__: [self._row(row) for row in rows_of(model, case)] for model in COPIED
        }

    def _row(self, row: Any) -> dict[str, Any]:
        told = {
            field.attname: self._value(field, getattr(row, field.attname))
            for field in row._meta.local_concrete_fields
            if field.name not in OWN
        }
        match row:
            case Party():
                told["opened"] = personal.particulars_of(row)
            case CaseText():
                told["opened"] = personal.words_of(row)
            case Attachment():
                told["name"] = re.sub(r"\d+号", "号", attachments.name_of(row))
                told["size"] = None if row.kind == "letter" else row.size  # the number is on it
                told["is_there"] = len(attachments.content_of(row)) == row.size
            case Event():
                told["payload"] = {
                    name: self._named(name, value) for name, value in row.payload.items()
                }
        return told

    def _value(self, field: Any, value: Any) -> Any:
        if isinstance(field, ForeignKey) and value is not None:
            target = field.target_field.model
            while target._meta.pk.is_relation:
                target = target._meta.pk.related_model
            return self._nth(target, value) if target in COPIED else value
        if isinstance(value, str) and re.fullmatch(rf"[0-9a-f]{{{LENGTH}}}", value):
            return self._nth("digest", value)
        if isinstance(value, str) and value.startswith("letter:"):
            return self._named("letter", int(value.removeprefix("letter:")))
        if isinstance(value, str) and value.startswith(public_version.SUBJECT):
            return value == public_version.subject(self.case.pk)
        return value

    def _named(self, name: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self._named(name, one) for one in value]
        if name in NAMED_IN_PAYLOADS and value is not None:
            return self._nth(NAMED_IN_PAYLOADS[name], value)
        return self._value(None, value)

    def _nth(self, kind: Any, value: Any) -> tuple[str, int]:
        of_a_kind = sum(1 for one, _ in self.seen if one == kind)
        return str(kind), self.seen.setdefault((kind, value), of_a_kind)


@pytest.mark.parametrize("play", played.EVERY, ids=lambda play: play.__name__)
def test_a_copy_is_the_same_history_played_once_more(play: played.Play) -> None:
    office = town.office()
    original, again = play(office, MONDAY), play(office, MONDAY)

    (made,) = copies([original], 1)
    copied = Case.objects.get(number=made.number)

    assert _Told(copied).rows == _Told(again).rows
    assert query_code.matches(bytes(copied.query_code), made.number, made.code)
    assert list(broken_chains()) == []
    assert list(differences()) == []


def test_the_histories_hold_every_table_every_stage_and_every_kind_of_event() -> None:
    office = town.office()
    cases = [play(office, MONDAY) for play in played.EVERY]

    assert [model for model in COPIED if not model._base_manager.exists()] == []
    assert {CaseState.objects.get(case=case).state for case in cases} == {*Stage} - {Stage.SPLIT}
    kinds = {*What, ledger.ENTRY_VOIDED} - NOT_COPIED
    assert set(Event.objects.values_list("kind", flat=True)) == kinds
    assert list(broken_chains()) == []
    assert list(differences()) == []


def test_copies_told_apart_are_what_each_person_asked() -> None:
    office = town.office()
    original = played.open_to_all(office, MONDAY)
    said = [
        Told("周岚", "X00000001", "2025 年滨河路绿化养护的验收意见"),
        Told("吴桐", "X00000002", "请提供滨河路绿化养护 2025 年的验收意见"),
    ]

    made = list(copies([original], 2, told=iter(said)))

    first, second = (Case.objects.get(number=one.number) for one in made)
    assert [personal.particulars_of(one.parties.get()).name for one in (first, second)] == [
        "周岚",
        "吴桐",
    ]
    assert queries.wanted_in([second.pk]) == {second.pk: said[1].wanted}
    assert [one.case for one in likeness.like(first)] == [second.pk]
    assert PartyIndex.objects.get(party__case=first).paper == sealing.blind("paper", "X00000001")
    assert list(broken_chains()) == []
    assert list(differences()) == []


def test_no_table_that_a_case_has_rows_in_is_left_out() -> None:
    of_cases = {
        model
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, ForeignKey) and field.related_model in COPIED
    }

    assert of_cases - COPIED.keys() == NOT_THE_CASE_S_OWN


NOT_COPIED = {What.SPLIT, What.CARRIED_OVER, What.JOINED, What.SEPARATED, What.FILED}
"""What names other cases, or has a number in a series beside that of cases."""


def _series() -> list[int]:
    return [int(one.number.rpartition("-")[2]) for one in Case.objects.order_by("pk")]


def test_actions_go_on_where_the_copies_end() -> None:
    office = town.office()
    first = played.unassigned(office, MONDAY)
    made = list(copies([first], 7))

    after = played.answered(office, MONDAY)
    copied = Case.objects.get(number=made[-1].number)
    working.answer(copied, office)

    assert _series() == list(range(1, 10))
    assert CaseState.objects.get(case=copied).state == "answered"
    assert CaseState.objects.get(case=after).state == "answered"
    assert list(broken_chains()) == []
    assert list(differences()) == []


def test_without_files_the_names_are_there_and_the_bytes_are_not() -> None:
    office = town.office()
    original = town.request_at(office.agency, [played.PNG]).case

    (made,) = copies([original], 1, with_files=False)

    file = Attachment.objects.get(case__number=made.number)
    assert attachments.name_of(file) == played.PNG.name
    with pytest.raises(FileNotFoundError):
        attachments.content_of(file)
