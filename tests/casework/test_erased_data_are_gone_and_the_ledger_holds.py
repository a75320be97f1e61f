"""Erasing destroys the keys: nothing opens, nobody is found, the ledger still verifies."""

import pytest

from tests import town
from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Role
from yangguang.casework import attachments, erasure, personal
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Attachment, Case, CaseText, DataKey, PartyIndex
from yangguang.casework.personal import Particulars
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests.actions import applicant
from yangguang.law.erasure import Basis

AGENT = Particulars("周正", paper="passport", paper_number="E1", phone="13900000000")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


def _withdrawn() -> tuple[Case, Standing]:
    office = town.office()
    administrator = town.person("孙管理", Role.ADMINISTRATOR, office.agency)
    case = town.request_at(office.agency, [Upload("a.png", PNG)]).case
    applicant.withdraw(case, "不需要了")
    return case, town.may(administrator)


def _erased() -> Case:
    case, administrator = _withdrawn()
    erasure.erase(case, Basis.PERIOD_OVER, administrator)
    return case


def test_particulars_words_and_files_cannot_be_opened_any_more() -> None:
    case = _erased()

    with pytest.raises(personal.Erased):
        personal.particulars_of(case.parties.get())
    for text in CaseText.objects.filter(case=case):
        with pytest.raises(personal.Erased):
            personal.words_of(text)
    with pytest.raises(personal.Erased):
        attachments.name_of(Attachment.objects.get(case=case))


def test_lists_have_nothing_to_show_of_them() -> None:
    assert personal.masked_of(_erased().parties.get()) is None


def test_nobody_is_found_by_name_or_number() -> None:
    _erased()

    assert not PartyIndex.objects.exists()


def test_no_wrapped_key_is_left() -> None:
    _erased()

    assert {bytes(key.wrapped) for key in DataKey.objects.all()} == {b""}


def test_the_ledger_verifies_and_says_that_it_was_done() -> None:
    case = _erased()

    assert list(broken_chains()) == []
    assert list(differences()) == []
    assert case.events.order_by("seq").last().kind == "erased"


def test_the_file_is_taken_from_the_disk(django_capture_on_commit_callbacks) -> None:
    case, administrator = _withdrawn()
    stored = Attachment.objects.get(case=case)

    with django_capture_on_commit_callbacks(execute=True):
        erasure.erase(case, Basis.PERIOD_OVER, administrator)

    assert not attachments._path(stored.stored).exists()


def _withdrawn_by_an_agent() -> tuple[Case, Standing]:
    office = town.office()
    administrator = town.person("孙管理", Role.ADMINISTRATOR, office.agency)
    case = town.request_at(office.agency, agent=AGENT).case
    applicant.withdraw(case, "不需要了")
    return case, town.may(administrator)


def test_every_party_has_a_key_of_its_own() -> None:
    case, _ = _withdrawn_by_an_agent()
    mine, agents = (case.parties.get(role=role).key for role in ("applicant", "agent"))

    assert mine != agents
    assert set(CaseText.objects.filter(case=case).values_list("key", flat=True)) == {mine.pk}


def test_an_agent_s_data_go_and_the_applicant_s_stay() -> None:
    case, administrator = _withdrawn_by_an_agent()
    agent, asker = (case.parties.get(role=role) for role in ("agent", "applicant"))

    erasure.erase_party(agent, Basis.CONSENT_WITHDRAWN, administrator)

    agent.key.refresh_from_db()
    with pytest.raises(personal.Erased):
        personal.particulars_of(agent)
    assert personal.particulars_of(asker).name == "林晓"
    assert all(personal.words_of(text) for text in CaseText.objects.filter(case=case))
    assert list(PartyIndex.objects.values_list("party", flat=True)) == [asker.pk]
    assert list(broken_chains()) == []
    assert list(differences()) == []


def test_afterwards_the_rest_of_the_case_can_still_be_erased() -> None:
    case, administrator = _withdrawn_by_an_agent()
    agent = case.parties.get(role="agent")
    erasure.erase_party(agent, Basis.CONSENT_WITHDRAWN, administrator)

    erasure.erase(case, Basis.PERIOD_OVER, administrator)

    assert {bytes(key.wrapped) for key in DataKey.objects.all()} == {b""}


def test_the_applicant_s_data_do_not_go_without_the_case_s() -> None:
    case, administrator = _withdrawn_by_an_agent()
    asker = case.parties.get(role="applicant")

    with pytest.raises(NotAllowed, match="整个案件"):
        erasure.erase_party(asker, Basis.PERIOD_OVER, administrator)


def test_an_open_case_is_not_erased() -> None:
    office = town.office()
    administrator = town.person("孙管理", Role.ADMINISTRATOR, office.agency)
    case = town.request_at(office.agency).case

    with pytest.raises(NotAllowed, match="还没有办结"):
        erasure.erase(case, Basis.PERIOD_OVER, town.may(administrator))


def test_only_an_administrator_of_the_agency_erases() -> None:
    case, _ = _withdrawn()
    elsewhere = town.office(slug="jiaoyu", name="青岚市教育局")
    stranger = town.person("周管理", Role.ADMINISTRATOR, elsewhere.agency)

    with pytest.raises(NotAllowed, match="权限"):
        erasure.erase(case, Basis.PERIOD_OVER, town.may(stranger))


def test_what_is_erased_is_not_erased_again() -> None:
    case, administrator = _withdrawn()
    erasure.erase(case, Basis.PERIOD_OVER, administrator)

    with pytest.raises(NotAllowed, match="已经销毁过"):
        erasure.erase(case, Basis.PERIOD_OVER, administrator)


def test_a_destroyed_key_that_still_holds_something_cannot_be_written() -> None:
    from django.db import IntegrityError, transaction

    case, _ = _withdrawn()
    with pytest.raises(IntegrityError), transaction.atomic():
        case.parties.get().key.__class__.objects.update(destroyed_at="2026-02-09T00:00:00Z")
