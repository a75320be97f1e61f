"""Who owns the database, or sits in a shell, makes nothing live by writing rows of approval."""

from collections.abc import Callable

import pytest

from tests import town
from tests.portal.requests import working
from yangguang.agencies.capabilities import Capability
from yangguang.agencies.models import Delegation, Person, Post, Role
from yangguang.casework import approval, ledger, moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Approval, ApprovalStep, Case, IssuedLetter
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import derivation
from yangguang.inforequests.actions import letters
from yangguang.inforequests.events import LetterKind, What
from yangguang.inforequests.moves import plan
from yangguang.law.dispositions import Disposition


def _submitted(office: town.Office) -> tuple[Case, derivation.Draft]:
    case = town.request_at(office.agency).case
    working.draft_answer(case, office)
    draft = working.standing(case).draft
    assert draft is not None
    return case, draft


def _step(round_: Approval, level: int, person: Person) -> ApprovalStep:
    return ApprovalStep.objects.create(
        approval=round_,
        level=level,
        decision=Decision.APPROVED,
        person=person,
        digest=round_.digest,
        decided_at=moment.now(),
    )


def _say_approved(case: Case, round_: Approval, step: int, person: Person) -> None:
    """The ledger says so, too: with that the request stands where it may be issued."""
    letter = int(round_.subject.removeprefix("letter:"))
    named = {"letter": letter, "approval": round_.pk, "step": step, "digest": round_.digest}
    actor = ledger.Actor(person)
    ledger.record(case, What.APPROVED, occurred_on=moment.today(), actor=actor, payload=named)


def _refused(case: Case, office: town.Office) -> bool:
    with pytest.raises(NotAllowed, match="没有按现在的内容审批通过"):
        letters.issue(case, town.may(office.handler))
    return not IssuedLetter.objects.exists()


def test_decisions_written_beside_the_engine_do_not_count() -> None:
    office = town.office()
    case, _ = _submitted(office)
    round_ = Approval.objects.get()
    steps = [_step(round_, level, one) for level, one in enumerate(office.approvers(), 1)]
    _say_approved(case, round_, steps[-1].pk, office.leader)

    assert working.standing(case).stage is derivation.Stage.APPROVED
    assert _refused(case, office)


@pytest.mark.parametrize("levels", [0, 1, 2, 3])
def test_nor_does_a_round_with_fewer_levels_than_the_letter_takes(levels: int) -> None:
    office = town.office()
    case, _ = _submitted(office)
    real = Approval.objects.get()
    round_ = Approval.objects.create(
        agency=office.agency,
        case=case,
        subject=real.subject,
        digest=real.digest,
        plan=[Capability.APPROVE_FINAL.value] * levels,
        fewest_persons=1,
        authors=[],
        opened_at=moment.now(),
    )
    made = [_step(round_, level, office.leader) for level in range(1, levels + 1)]
    _say_approved(case, round_, made[-1].pk if made else 1, office.leader)

    assert not approval.is_approved(
        real.subject, real.digest, plan(LetterKind.ANSWER, Disposition.PROVIDED)
    )
    assert _refused(case, office)


def _by_who_holds_no_post(office: town.Office) -> Person:
    return town.person("周外人")


def _by_who_held_it_once(office: town.Office) -> Person:
    gone = town.person("吴前局长")
    Post.objects.create(
        person=gone,
        agency=office.agency,
        role=Role.LEADER,
        since=town.LONG_AGO,
        until=moment.today().replace(day=1),
    )
    return gone


def _by_who_stood_in_once(office: town.Office) -> Person:
    deputy = town.person("郑代理")
    Delegation.objects.create(
        post=Post.objects.get(person=office.leader),
        to=deputy,
        since=town.LONG_AGO,
        until=moment.today().replace(day=1),
        reason="出差",
    )
    return deputy


@pytest.mark.parametrize(
    "forger", [_by_who_holds_no_post, _by_who_held_it_once, _by_who_stood_in_once]
)
def test_nor_does_a_decision_that_was_not_the_person_s_to_make(
    forger: Callable[[town.Office], Person],
) -> None:
    office = town.office()
    case, _ = _submitted(office)
    *before, _last = office.approvers()
    working.approve(case, *before)
    round_, person = Approval.objects.get(), forger(office)
    _say_approved(case, round_, _step(round_, len(before) + 1, person).pk, person)

    assert _refused(case, office)


def test_who_approved_and_then_left_has_approved() -> None:
    office = town.office()
    case, _ = _submitted(office)
    working.approve(case, *office.approvers())
    Person.objects.filter(pk=office.leader.pk).update(is_active=False)

    assert letters.issue(case, town.may(office.handler)).number


def test_an_administrator_has_no_way_around() -> None:
    office = town.office()
    case, draft = _submitted(office)
    administrator = town.may(town.person("系统管理员", Role.ADMINISTRATOR, office.agency))

    with pytest.raises(NotAllowed):
        letters.decide(case, Decision.APPROVED, draft.digest, administrator)
    with pytest.raises(NotAllowed):
        letters.issue(case, administrator)
    assert {name for name in dir(Person) if name in ("is_superuser", "is_staff")} == set()


def test_a_letter_put_among_the_issued_reaches_nobody(client) -> None:
    office = town.office()
    taken = town.request_at(office.agency)
    case = taken.case
    working.draft_answer(case, office)
    draft = working.standing(case).draft
    assert draft is not None
    IssuedLetter.objects.create(
        letter_id=draft.letter,
        revision_id=draft.revision,
        number="青公开〔2026〕99号",
        dated=moment.today(),
        issued_by=office.leader,
        issued_at=moment.now(),
    )
    client.post("/requests", {"number": case.number, "code": taken.code})

    assert "99号" not in client.get(f"/requests/{case.number}").content.decode()
    there = client.get(f"/requests/{case.number}/letters/{draft.letter}")
    assert there.status_code == 404
