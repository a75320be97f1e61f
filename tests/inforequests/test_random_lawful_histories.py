"""Histories of requests as chance writes them: several cases, people, days, counter-entries.

After every step the state is what the ledger gives, the chain holds, the dates are those of the
law's clock; what is offered can be done, and what is not is refused with the sentence offered.
"""

from contextlib import ExitStack, suppress
from datetime import timedelta

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests import town
from tests.inforequests.chance_moves import made
from tests.inforequests.writing import standing
from tests.prepared import MONDAY
from yangguang.agencies.capabilities import NOBODY, Standing
from yangguang.agencies.models import Delegation, Post, Role
from yangguang.casework import erasure, ledger, moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests import lawful
from yangguang.inforequests.actions import (
    applicant,
    registry,
)
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.moves import Move
from yangguang.law import clock
from yangguang.law.erasure import Basis

MOST_CASES = 3
PAIRED = frozenset({Move.JOIN, Move.SEPARATE})
"""Moves that take another request beside, which can stand against them."""
ASIDE = PAIRED | {
    Move.VOID,
    Move.VOID_ENTRY,
    Move.WITHDRAW,
    Move.CONFIRM,
    Move.NOTE,
    Move.FILE,
    Move.REEXAMINE,
    Move.SPLIT,
}
"""Moves that end a request early or lead nowhere: somebody_tries_anything makes them."""


class History(RuleBasedStateMachine):
    """A town in which requests come in and are handled."""

    def __init__(self) -> None:
        super().__init__()
        self.around = ExitStack()
        self.around.enter_context(transaction.atomic())
        self.around.callback(transaction.set_rollback, True)
        self.now = MONDAY
        self.cases: list[Case] = []
        self.destroyed: list[Case] = []
        self.office: town.Office | None = None

    @initialize()
    def there_is_an_office(self) -> None:
        office = self.office = town.office()
        deputy = town.person("孙副科长", Role.HANDLER, office.agency)
        day = MONDAY.date()
        Delegation.objects.create(
            post=Post.objects.get(person=office.disclosure_head),
            to=deputy,
            since=day + timedelta(days=3),
            until=day + timedelta(days=40),
            reason="出差",
        )
        stranger = town.office(slug="jiaoyu", name="青岚市教育局").handler
        self.handlers = [office.handler, deputy]
        self.agency = office.agency
        self.people = [*self.handlers, office.section_head, office.disclosure_head]
        self.people += [office.leader, stranger, office.reviewer]
        self.someone_asks()

    def _standing(self, index: int) -> Standing:
        """What someone may do today; past the last of the staff it is the applicant."""
        return town.may(self.people[index]) if index < len(self.people) else NOBODY

    @precondition(lambda self: len(self.cases) < MOST_CASES)
    @rule()
    def someone_asks(self) -> None:
        with moment.standing_at(self.now):
            self.cases.append(town.request_at(self.agency).case)

    @rule(days=st.integers(1, 15))
    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(steps=st.integers(2, 9), data=st.data())
    def a_request_is_carried_on(self, steps: int, data: st.DataObject) -> None:
        case = data.draw(st.sampled_from(self.cases))
        for _ in range(steps):
            with moment.standing_at(self.now):
                self._step(case, data)
            self.states_are_what_the_ledger_gives()
            self.dates_are_those_of_the_law_s_clock()
            self.now += timedelta(days=data.draw(st.sampled_from((0, 1, 3, 12))))
            if standing(case).is_closed:
                break

    def _step(self, case: Case, data: st.DataObject) -> None:
        """One of the moves that are offered to anyone and lead on."""
        request = standing(case)
        possible = [
            (offer.move, people)
            for people in map(self._standing, range(len(self.people) + 1))
            for offer in lawful.offers(request, people, case.agency_id)
            if not offer.objection and offer.move not in ASIDE
        ]
        is_assigned = request.handler is not None
        moves = sorted({move for move, _ in possible if move is not Move.ASSIGN or not is_assigned})
        if Move.SUBMIT in moves and data.draw(st.integers(0, 3)):
            moves = [Move.SUBMIT]
        if moves:
            move = data.draw(st.sampled_from(moves))
            people = data.draw(st.sampled_from([who for one, who in possible if one is move]))
            self._do(move, case, people, data)

    @rule(
        move=st.sampled_from([move for move in Move if move not in PAIRED | {Move.VOID_ENTRY}]),
        who=st.integers(0, 7),
        data=st.data(),
    )
    def somebody_tries_anything(self, move: Move, who: int, data: st.DataObject) -> None:
        with moment.standing_at(self.now):
            case = data.draw(st.sampled_from(self.cases))
            request, people = standing(case), self._standing(who)
            (offer,) = [
                one for one in lawful.offers(request, people, case.agency_id) if one.move is move
            ]
            before = case.events.count()
            try:
                self._do(move, case, people, data)
                said = ""
            except NotAllowed as refusal:
                said = str(refusal)
                assert case.events.count() == before
            assert said == offer.objection

    def _do(self, move: Move, case: Case, people: Standing, data: st.DataObject) -> None:
        self.cases.extend(made(move, case, people, self.handlers, data))

    @rule(data=st.data())
    def the_second_of_two_at_one_case_is_told(self, data: st.DataObject) -> None:
        """Both have the same page before them; what the first does is not on the second's."""
        with moment.standing_at(self.now):
            case = data.draw(st.sampled_from(self.cases))
            seen = case.events.count()
            self._step(case, data)
            after = case.events.count()
            if after == seen:
                return
            people = self._standing(data.draw(st.integers(0, len(self.people))))
            try:
                applicant.withdraw(case, "不要了", people, seen)
            except NotAllowed as refusal:
                assert "您的操作没有执行" in str(refusal)
            else:
                raise AssertionError("acted on a page that was out of date")
            assert case.events.count() == after

    @rule(data=st.data())
    def an_entry_is_voided(self, data: st.DataObject) -> None:
        with moment.standing_at(self.now):
            self._voided(data.draw(st.sampled_from(self.cases)), data)

    def _voided(self, case: Case, data: st.DataObject) -> None:
        voidable = registry.can_be_voided(ledger.standing_events(case.events.order_by("seq")))
        seqs = st.integers(1, case.events.count() + 1)
        seq = data.draw(st.sampled_from(sorted(voidable)) | seqs if voidable else seqs)
        try:
            registry.void_entry(case, seq, self._standing(0))
        except NotAllowed:
            assert seq not in voidable
        else:
            assert seq in voidable

    @precondition(lambda self: len(self.cases) >= MOST_CASES)
    @rule(data=st.data())
    def one_is_closed_and_what_is_held_of_it_destroyed(self, data: st.DataObject) -> None:
        with moment.standing_at(self.now):
            case = data.draw(st.sampled_from(self.cases))
            with suppress(NotAllowed):
                applicant.withdraw(case, "不要了")
            if not erasure.objection(case):
                erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)
                self.cases.remove(case)
                self.destroyed.append(case)

    @precondition(lambda self: self.destroyed)
    @rule(data=st.data())
    def an_entry_of_what_was_destroyed_is_voided(self, data: st.DataObject) -> None:
        """Whatever is taken back, nothing is left to be handled."""
        with moment.standing_at(self.now):
            case = data.draw(st.sampled_from(self.destroyed))
            self._voided(case, data)
        state = CaseState.objects.get(case=case)
        assert state.closed_on is not None
        assert not state.is_disputed

    @invariant()
    def states_are_what_the_ledger_gives(self) -> None:
        assert list(differences()) == []

    @invariant()
    def chains_hold(self) -> None:
        assert list(broken_chains()) == []

    @invariant()
    def dates_are_those_of_the_law_s_clock(self) -> None:
        today = self.now.date()
        for case in self.cases:
            state, request = CaseState.objects.get(case=case), standing(case)
            deadline = request.deadline(today)
            assert state.due_on == deadline.due
            assert (state.closed_on is None) is not request.is_closed
            if request.first:
                assert state.disposition == request.first.disposition
                assert state.counted_on == request.first.closed_on
                assert state.counted_due_on == request.first.due_on
            elif request.stage is Stage.ANSWERED:
                assert state.closed_on == deadline.answered_on
            if not request.first:
                assert state.counted_on == state.closed_on
            if not request.is_closed:
                is_overdue = state.due_on is not None and state.due_on < today
                assert is_overdue == (deadline.state is clock.State.OVERDUE)

    def teardown(self) -> None:
        self.around.close()


def test_random_histories_keep_what_the_ledger_promises() -> None:
    run_state_machine_as_test(
        History,
        settings=settings(
            max_examples=15,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
