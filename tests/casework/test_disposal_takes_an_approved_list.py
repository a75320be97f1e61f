import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests import played, town
from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Person, Role
from yangguang.casework import attachments, disposal, erasure, moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Approval, ApprovalStep, Case, DisposalList, Event
from yangguang.casework.models.approval import Decision
from yangguang.casework.verification import broken_chains
from yangguang.inforequests.actions import applicant, filing, registry
from yangguang.law.filing import RecordClass, Retention

THEN = datetime(2020, 3, 2, 2, tzinfo=UTC)
LATER = datetime(2031, 3, 2, 2, tzinfo=UTC)


@pytest.fixture
def office() -> town.Office:
    return town.office()


@pytest.fixture
def administrator(office: town.Office) -> Person:
    return town.person("沈管理", Role.ADMINISTRATOR, office.agency)


def _filed(office: town.Office, retention: Retention = Retention.TEN_YEARS) -> Case:
    case = played.withdrawn(office, THEN)
    with moment.standing_at(THEN):
        filing.file(case, RecordClass.REQUEST, retention, 1, town.may(office.handler))
    return case


def _may(someone: Person) -> Standing:
    return town.may(someone)


def _listed(office: town.Office, *cases: Case) -> DisposalList:
    return disposal.make(office.agency, [one.pk for one in cases], _may(office.handler))


def _approve(listed: DisposalList, *people: Person) -> None:
    for one in people:
        disposal.decide(listed, _may(one), Decision.APPROVED)


def test_only_what_is_filed_and_whose_period_is_over_is_listed(office: town.Office) -> None:
    case, for_good = _filed(office), _filed(office, Retention.PERMANENT)
    unfiled = played.withdrawn(office, THEN)

    with moment.standing_at(LATER):
        over = [one.pk for one in disposal.over(office.agency, moment.today())]
        assert over == [case.pk]
        for other in (for_good, unfiled):
            with pytest.raises(NotAllowed, match="保管期限"):
                _listed(office, case, other)
    with moment.standing_at(datetime(2030, 12, 31, 2, tzinfo=UTC)):
        assert not disposal.over(office.agency, moment.today()).exists()


def test_approved_it_destroys_the_data_and_leaves_the_ledger(
    office: town.Office, administrator: Person
) -> None:
    case, other = _filed(office), _filed(office)
    with moment.standing_at(LATER):
        listed = _listed(office, case)
        with pytest.raises(NotAllowed, match="审批"):
            disposal.carry_out(listed, _may(administrator))
        _approve(listed, office.disclosure_head, office.leader)

        assert disposal.carry_out(listed, _may(administrator)) == (1, [])

        assert erasure.held(case) == (0, 0, 0)
        assert any(erasure.held(other))
        assert case.events.order_by("-seq")[0].kind == "erased"
        assert list(broken_chains()) == []
        with pytest.raises(NotAllowed, match="已经销毁"):
            disposal.carry_out(listed, _may(administrator))


@pytest.mark.parametrize("who", ["handler", "disclosure_head", "leader"])
def test_who_does_not_administer_carries_nothing_out(office: town.Office, who: str) -> None:
    case = _filed(office)
    with moment.standing_at(LATER):
        listed = _listed(office, case)
        _approve(listed, office.disclosure_head, office.leader)

        with pytest.raises(NotAllowed):
            disposal.carry_out(listed, _may(getattr(office, who)))

    assert any(erasure.held(case))


def _note(office: town.Office, case: Case) -> None:
    registry.note(case, "档案局来函，暂缓。", _may(office.handler))


def _unfile(office: town.Office, case: Case) -> None:
    entry = Event.objects.get(case=case, kind="filed")
    registry.void_entry(case, entry.seq, _may(office.handler))


@pytest.mark.parametrize("change", [_note, _unfile])
def test_what_changed_since_the_list_was_made_takes_another_list(
    office: town.Office, administrator: Person, change: Callable[[town.Office, Case], None]
) -> None:
    case = _filed(office)
    with moment.standing_at(LATER):
        listed = _listed(office, case)
        _approve(listed, office.disclosure_head)
        change(office, case)

        with pytest.raises(NotAllowed, match="改动"):
            _approve(listed, office.leader)
        with pytest.raises(NotAllowed):
            disposal.carry_out(listed, _may(administrator))

    assert any(erasure.held(case))


def test_broken_off_it_is_taken_up_where_it_stopped(
    office: town.Office, administrator: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = [_filed(office) for _ in range(3)]
    erase = erasure.erase_as_listed
    done: list[Case] = []

    def once(case: Case, people: Standing) -> Event:
        if done:
            raise RuntimeError("the lights went out")
        done.append(case)
        return erase(case, people)

    with moment.standing_at(LATER):
        listed = _listed(office, *cases)
        _approve(listed, office.disclosure_head, office.leader)
        monkeypatch.setattr(erasure, "erase_as_listed", once)
        with pytest.raises(RuntimeError):
            disposal.carry_out(listed, _may(administrator))
        monkeypatch.undo()

        assert disposal.carry_out(listed, _may(administrator)) == (2, [])

    assert [any(erasure.held(one)) for one in cases] == [False] * 3


def test_one_that_changed_is_left_out_and_keeps_none_of_the_others_back(
    office: town.Office, administrator: Person
) -> None:
    changed, other = _filed(office), _filed(office)
    with moment.standing_at(LATER):
        listed = _listed(office, changed, other)
        _approve(listed, office.disclosure_head, office.leader)
        _note(office, changed)

        done, left_out = disposal.carry_out(listed, _may(administrator))

        assert (done, [one.number for one in left_out]) == (1, [changed.number])
        assert [any(erasure.held(one)) for one in (changed, other)] == [True, False]
        with pytest.raises(NotAllowed, match="重新编制清册"):
            disposal.carry_out(listed, _may(administrator))
        assert _listed(office, changed)


def test_what_happens_to_one_that_is_done_keeps_none_of_the_others_back(
    office: town.Office, administrator: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = _filed(office), _filed(office)
    with moment.standing_at(LATER):
        listed = _listed(office, first, second)
        _approve(listed, office.disclosure_head, office.leader)
        erasure.erase_as_listed(first, _may(administrator))
        _unfile(office, first)

        assert disposal.carry_out(listed, _may(administrator)) == (1, [])

    assert not any(erasure.held(second))


def test_a_round_over_other_levels_that_was_put_there_approves_nothing(
    office: town.Office, administrator: Person
) -> None:
    case = _filed(office)
    heads = (office.disclosure_head, town.person("吴副主任", Role.DISCLOSURE_HEAD, office.agency))
    with moment.standing_at(LATER):
        listed = _listed(office, case)
        forged = Approval.objects.create(
            agency=office.agency,
            subject=f"disposal:{listed.pk}",
            digest=listed.digest,
            plan=[Capability.APPROVE_SECOND] * 2,
            fewest_persons=2,
            authors=[],
            opened_at=moment.now(),
        )
        for level, someone in enumerate(heads, 1):
            ApprovalStep.objects.create(
                approval=forged,
                level=level,
                decision=Decision.APPROVED,
                person=someone,
                digest=listed.digest,
                decided_at=moment.now(),
            )

        with pytest.raises(NotAllowed, match="审批"):
            disposal.carry_out(listed, _may(administrator))

    assert any(erasure.held(case))


def test_files_that_were_left_behind_are_swept_away(
    office: town.Office, administrator: Person
) -> None:
    with moment.standing_at(THEN):
        case = town.request_at(office.agency, [played.PNG]).case
        applicant.withdraw(case, "")
        filing.file(case, RecordClass.REQUEST, Retention.TEN_YEARS, 1, town.may(office.handler))
    path = attachments._path(case.attachments.get().stored)
    with moment.standing_at(LATER):
        listed = _listed(office, case)
        _approve(listed, office.disclosure_head, office.leader)
        disposal.carry_out(listed, _may(administrator))  # and the machine stops before it is over
        assert path.exists()

        attachments.sweep(time.time() + 2 * 24 * 60 * 60)

    assert not path.exists()


def test_what_waits_on_a_list_goes_on_no_other_till_that_is_refused(office: town.Office) -> None:
    case = _filed(office)
    with moment.standing_at(LATER):
        listed = _listed(office, case)
        with pytest.raises(Mistakes):
            _listed(office, case)

        disposal.decide(listed, _may(office.disclosure_head), Decision.RETURNED)

        assert _listed(office, case) != listed


def test_a_list_of_the_head_who_decides_it_too_can_be_returned_and_made_anew(
    office: town.Office, administrator: Person
) -> None:
    case = _filed(office)
    with moment.standing_at(LATER):
        listed = disposal.make(office.agency, [case.pk], _may(office.disclosure_head))
        _approve(listed, office.disclosure_head)
        with pytest.raises(NotAllowed, match="3 个不同的人经手，现在还不够：请退回"):
            _approve(listed, office.leader)

        disposal.decide(listed, _may(office.leader), Decision.RETURNED)
        again = _listed(office, case)
        _approve(again, office.disclosure_head, office.leader)

        assert disposal.carry_out(again, _may(administrator)) == (1, [])
