"""Two act at once: one succeeds, the other is told; nothing is done twice, nothing half."""

from typing import Any

import pytest

from tests import town
from tests.prepared import at_once
from yangguang.agencies.models import Person, Post, Role
from yangguang.casework import approval
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Approval, ApprovalStep, Attachment, Case, Event
from yangguang.casework.models.approval import Decision
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests.actions import applicant, letters, registry
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.events import LetterKind
from yangguang.law.dispositions import Disposition

pytestmark = pytest.mark.django_db(transaction=True)


def _submitted(office: town.Office) -> tuple[Case, str]:
    case = town.request_at(office.agency).case
    handler = town.may(office.handler)
    assign(case, office.handler, town.may(office.section_head))
    terms = town.ends_as(Disposition.PROVIDED)
    revision = letters.draft(case, LetterKind.ANSWER, {"body": "现提供。"}, terms, handler)
    letters.submit(case, handler)
    return case, revision.digest


def _outcome(results: list[Any]) -> tuple[int, list[str]]:
    """How many succeeded, and what the others were told; any other fault is raised."""
    for one in results:
        if isinstance(one, Exception) and not isinstance(one, NotAllowed):
            raise one
    told = [str(one) for one in results if isinstance(one, NotAllowed)]
    return len(results) - len(told), told


def test_of_two_who_decide_the_same_level_one_does_and_the_other_is_told() -> None:
    office = town.office()
    case, digest = _submitted(office)
    second = town.person("吴科长", Role.SECTION_HEAD, office.agency)
    Post.objects.create(
        person=second, agency=office.agency, role=Role.DISCLOSURE_HEAD, since=town.LONG_AGO
    )
    seen = case.events.count()

    def decides(person):
        people = town.may(person)
        return lambda: letters.decide(case, Decision.APPROVED, digest, people, seen=seen)

    done, told = _outcome(at_once([decides(office.section_head), decides(second)]))

    assert done == 1
    assert ["刚刚办了“同意并送下一级”" in one for one in told] == [True]
    assert [step.level for step in ApprovalStep.objects.all()] == [1]


def test_the_engine_alone_lets_one_of_two_decide() -> None:
    office = town.office()
    _submitted(office)
    opened = Approval.objects.get()
    second = town.person("吴科长", Role.SECTION_HEAD, office.agency)

    def decides(person):
        args = (opened, town.may(person), Decision.APPROVED, opened.digest)
        return lambda: approval.decide(*args)

    done, told = _outcome(at_once([decides(office.section_head), decides(second)]))

    assert (done, len(told)) == (1, 1)
    assert ApprovalStep.objects.count() == 1


def test_who_is_overtaken_while_looking_does_not_decide_the_next_level(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office = town.office()
    _submitted(office)
    opened, looks = Approval.objects.get(), approval._objection
    second = town.person("吴科长", Role.SECTION_HEAD, office.agency)

    def decides(person: Person) -> None:
        approval.decide(opened, town.may(person), Decision.APPROVED, opened.digest)

    def overtaken(*args: Any) -> str:
        monkeypatch.setattr(approval, "_objection", looks)
        said = looks(*args)
        decides(office.section_head)
        return said

    monkeypatch.setattr(approval, "_objection", overtaken)

    with pytest.raises(NotAllowed, match="刚刚由别人审批"):
        decides(second)

    assert [step.level for step in ApprovalStep.objects.all()] == [1]


def test_a_withdrawal_and_a_letter_s_issue_do_not_both_happen() -> None:
    office = town.office()
    case, digest = _submitted(office)
    for person in office.approvers():
        letters.decide(case, Decision.APPROVED, digest, town.may(person))
    handler = town.may(office.handler)

    done, told = _outcome(
        at_once([lambda: applicant.withdraw(case), lambda: letters.issue(case, handler)])
    )

    assert done == 1
    assert told in (["答复已经印发，只等发出。"], ["申请已经办结。"])


def test_many_notes_at_once_are_a_chain() -> None:
    office = town.office()
    case = town.request_at(office.agency).case
    handler = town.may(office.handler)

    at_once([lambda: registry.note(case, "已联系", handler)] * 8)

    assert list(Event.objects.filter(case=case).values_list("seq", flat=True)) == list(range(1, 10))
    assert list(broken_chains()) == []
    assert list(differences()) == []


def test_the_same_form_sent_many_times_at_once_is_one_request() -> None:
    office = town.office()
    file = Upload("a.png", b"\x89PNG\r\n\x1a\n")

    def send():
        return town.request_at(office.agency, [file], token="the same form")

    sent = at_once([send] * 8)

    assert {one.case.number for one in sent} == {Case.objects.get().number}
    assert sorted(bool(one.code) for one in sent) == [False] * 7 + [True]
    assert Attachment.objects.count() == 1
