"""Rotation wraps the keys anew: then the old master key can go, and everything still opens."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.test import override_settings

from tests import town
from tests.town import APPLICATION
from yangguang.casework import personal, rotation, sealing
from yangguang.casework.models import Case, DataKey, Party, PartyIndex
from yangguang.inforequests import query_code


@contextmanager
def _keys(*keys: str) -> Iterator[None]:
    with override_settings(MASTER_KEYS=list(keys)):
        yield


OLD = settings.MASTER_KEYS[0]


def _opens(case: Case, code: str) -> bool:
    party = Party.objects.get(case=case)
    found = PartyIndex.objects.get(name=sealing.blind(personal.NAME, APPLICATION.applicant.name))
    return (
        personal.particulars_of(party) == APPLICATION.applicant
        and found.party == party
        and query_code.matches(bytes(case.query_code), case.number, code)
    )


def test_all_opens_with_the_new_key_alone() -> None:
    taken = town.request_at(town.office().agency)
    with _keys("new", OLD):
        done = rotation.rotate()
    assert done == (2, 0)  # the request's key and that of the indexes

    with _keys("new"):
        assert _opens(taken.case, taken.code)


def test_before_and_while_it_is_done_the_site_works_with_both() -> None:
    taken = town.request_at(town.office().agency)

    with _keys("new", OLD):
        assert _opens(taken.case, taken.code)
        later = town.request_at(
            Case.objects.get().agency,
            applicant=personal.Particulars(
                name="周宁", paper_number=town.ID_CARD, phone="13900000000"
            ),
        )
        rotation.rotate()
        assert _opens(taken.case, taken.code)
    with _keys("new"):
        assert personal.particulars_of(later.case.parties.get()).name == "周宁"


def test_doing_it_again_does_nothing() -> None:
    town.request_at(town.office().agency)
    with _keys("new", OLD):
        rotation.rotate()

        assert rotation.rotate() == (0, 0)


def test_a_key_that_no_master_key_opens_is_counted_and_left() -> None:
    taken = town.request_at(town.office().agency)
    with _keys("new"):
        assert rotation.rotate() == (0, 2)

    assert _opens(taken.case, taken.code)


def test_a_key_destroyed_meanwhile_stays_destroyed(monkeypatch: pytest.MonkeyPatch) -> None:
    town.request_at(town.office().agency)
    unwrap = sealing.unwrap

    def destroyed_meanwhile(wrapped: bytes, name: str) -> bytes:
        plain = unwrap(wrapped, name)
        DataKey.objects.update(wrapped=b"", destroyed_at="2026-02-09T00:00:00Z")
        return plain

    monkeypatch.setattr(sealing, "unwrap", destroyed_meanwhile)
    with _keys("new", OLD):
        rotation.rotate()

    assert bytes(DataKey.objects.get().wrapped) == b""


def test_without_its_master_key_nothing_opens_and_nothing_is_told() -> None:
    taken = town.request_at(town.office().agency)

    with _keys("another"), pytest.raises(sealing.CannotOpen) as refusal:
        personal.particulars_of(taken.case.parties.get())
    assert "林晓" not in str(refusal.value)
