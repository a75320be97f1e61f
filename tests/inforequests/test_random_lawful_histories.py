"""Histories of requests as chance writes them: several cases, people, days, counter-entries.

After every step the state is what the ledger gives, the chain holds, the dates are those of the
law's clock; what is offered can be done, and what is not is refused with the sentence offered.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from datetime import timedelta
from typing import Any

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
from tests.inforequests import paying
from tests.inforequests.opening_to_all import VERSION
from tests.prepared import MONDAY
from yangguang.agencies.capabilities import NOBODY, Standing
from yangguang.agencies.models import Delegation, Post, Role
from yangguang.casework import erasure, ledger, moment
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.casework.models.approval import Decision
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests import consulting, derivation, disputing, lapsing, lawful
from yangguang.inforequests.actions import (
    applicant,
    consult,
    dispute,
    fee,
    filing,
    letters,
    publish,
    reasons,
    registry,
    seal,
    secrecy,
    unpublish,
)
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.actions.reexamine import reexamine
from yangguang.inforequests.actions.relate import split
from yangguang.inforequests.consultations import TELLS, Reply
from yangguang.inforequests.consulting import Consulted
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import LetterKind, VoidReason, Way
from yangguang.inforequests.evidence import Objected
from yangguang.inforequests.moves import DRAFTS, Move
from yangguang.inforequests.reexamining import Finding
from yangguang.inforequests.secrecy import Outcome, Referee
from yangguang.law import clock
from yangguang.law.disputes import Dispute, DisputeTrack, Ruling
from yangguang.law.erasure import Basis
from yangguang.law.filing import RecordClass, Retention

TERMS = {
    LetterKind.CORRECTION: letters.Terms(correction_days=5),
    LetterKind.EXTENSION: letters.Terms(days=10),
    LetterKind.REASONS: paying.ASKING,
    LetterKind.FEE: paying.BY_PAGE,
    LetterKind.ANSWER: town.ends_partly(Objected.WITHHELD),
    LetterKind.THIRD_PARTY: town.asks("陈木"),
    LetterKind.CO_PRODUCER: town.asks("青岚市水务局"),
}
PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(50)
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


RULINGS = (Ruling.ORDERED, Ruling.UPHELD, Ruling.REVOKED, Ruling.WITHDRAWN)


def _look_again(case: Case, request: derivation.Standing, people: Standing) -> None:
    """What was overturned or answered anew is left open at first, and then taken back."""
    act = unpublish.keep if request.public_doubt else unpublish.unpublish
    act(case, "内容有误", people)


def _number(disputes: Sequence[Dispute]) -> int:
    return disputes[0].number if disputes else 0


def _request(case: Case) -> derivation.Standing:
    return derivation.standing(ledger.standing_events(case.events.order_by("seq")))


def _letter(asked: Sequence[Consulted]) -> int:
    """By which one of them was asked; a letter that nobody has, where nobody was."""
    return asked[0].asking.letter if asked else 0


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
            if _request(case).is_closed:
                break

    def _step(self, case: Case, data: st.DataObject) -> None:
        """One of the moves that are offered to anyone and lead on."""
        request = _request(case)
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
            self._do(move, case, request, people, data)

    @rule(
        move=st.sampled_from([move for move in Move if move not in PAIRED | {Move.VOID_ENTRY}]),
        who=st.integers(0, 7),
        data=st.data(),
    )
    def somebody_tries_anything(self, move: Move, who: int, data: st.DataObject) -> None:
        with moment.standing_at(self.now):
            case = data.draw(st.sampled_from(self.cases))
            request, people = _request(case), self._standing(who)
            (offer,) = [
                one for one in lawful.offers(request, people, case.agency_id) if one.move is move
            ]
            before = case.events.count()
            try:
                self._do(move, case, request, people, data)
                said = ""
            except NotAllowed as refusal:
                said = str(refusal)
                assert case.events.count() == before
            assert said == offer.objection

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
        standing = ledger.standing_events(case.events.order_by("seq"))
        voidable = registry.can_be_voided(standing)
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

    def _do(
        self,
        move: Move,
        case: Case,
        request: derivation.Standing,
        people: Standing,
        data: st.DataObject,
    ) -> None:
        draft = {offer: kind for kind, offer in DRAFTS.items()}
        today = self.now.date()
        doings: dict[Move, Callable[[], Any]] = {
            Move.CONFIRM: lambda: registry.confirm(case, people),
            Move.ASSIGN: lambda: assign(case, self._other_handler(request), people),
            Move.RECEIVE_CORRECTION: lambda: applicant.correct(case, "补正", (), people),
            Move.RECEIVE_REASONS: lambda: reasons.give(case, "理由", (), people),
            Move.FEE_NOTICE_RECEIVED: lambda: fee.notice_received(case, people),
            Move.RECEIVE_FEE: lambda: fee.paid(
                case, request.fee.sum if request.fee else 0, "1234567890", people
            ),
            Move.SUBMIT: lambda: letters.submit(case, people),
            Move.REFER_SECRECY: lambda: secrecy.refer(case, Referee.DEPARTMENT, "送请确定", people),
            Move.SECRECY_ANSWER: lambda: secrecy.answer(case, Outcome.MAY_OPEN, "可以", people),
            Move.DECIDE: lambda: letters.decide(
                case,
                data.draw(st.sampled_from([Decision.APPROVED] * 4 + [Decision.RETURNED])),
                request.draft.digest if request.draft else "",
                people,
                "意见",
            ),
            Move.ISSUE: lambda: letters.issue(case, people),
            Move.SEAL: lambda: seal.keep_scan(
                case, next(iter(request.unsealed), 0), Upload("盖章.png", PHOTO), people
            ),
            Move.DISPATCH: lambda: letters.dispatch(
                case, data.draw(st.sampled_from(Way)), today, people
            ),
            Move.DELIVERED: lambda: applicant.delivered(case, people),
            Move.CAME_BACK: lambda: registry.came_back(case, people),
            Move.CONSULTATION_RECEIVED: lambda: consult.received(
                case, _letter(consulting.without_receipt(request)), people
            ),
            Move.CONSULTATION_ANSWERED: lambda: consult.answered(
                case,
                _letter(consulting.unanswered(request)),
                data.draw(st.sampled_from([Reply.AGREES, Reply.OBJECTS])),
                "理由",
                people,
            ),
            Move.REEXAMINE: lambda: reexamine(case, Finding.STILL_HOLDS, "仍成立", people),
            Move.SPLIT: lambda: self.cases.extend(split(case, ["标书", "合同"], people)),
            Move.WITHDRAW: lambda: applicant.withdraw(case, "不要了", people),
            Move.VOID: lambda: registry.void(case, VoidReason.TWICE, people),
            Move.NOTE: lambda: registry.note(case, "记一笔", people),
            Move.FILE: lambda: filing.file(
                case, RecordClass.REQUEST, Retention.TEN_YEARS, 1, people
            ),
            Move.OPEN_DISPUTE: lambda: dispute.notified(
                case, dispute.Notice(data.draw(st.sampled_from(DisputeTrack)), "某机关"), people
            ),
            Move.STATE_IN_DISPUTE: lambda: dispute.stated(
                case, _number(disputing.awaiting_statement(request)), people
            ),
            Move.DECIDE_DISPUTE: lambda: dispute.decided(
                case,
                _number(disputing.undecided(request)),
                dispute.Decision(
                    data.draw(st.sampled_from(RULINGS)),
                    "某〔2026〕1号",
                    on_payment=disputing.dropped_unpaid(request),
                ),
                people,
            ),
            Move.APPEAL_DISPUTE: lambda: dispute.appealed(
                case, _number(disputing.open_to_appeal(request)), data.draw(st.booleans()), people
            ),
            Move.RETRY_DISPUTE: lambda: dispute.retried(
                case,
                _number(disputing.open_to_retrial(request)),
                dispute.Retrial(data.draw(st.booleans())),
                people,
            ),
            Move.OFFER_TO_ALL: lambda: publish.offer(case, VERSION, people),
            Move.DECIDE_OFFER: lambda: publish.decide(
                case,
                data.draw(st.sampled_from([Decision.APPROVED] * 4 + [Decision.RETURNED])),
                request.public.digest if request.public else "",
                people,
                "意见",
            ),
            Move.PUBLISH: lambda: publish.publish(case, people),
            Move.UNPUBLISH: lambda: _look_again(case, request, people),
        }
        if kind := draft.get(move):
            letters.draft(case, kind, {"body": "正文"}, self._terms(kind, request), people)
        else:
            doings[move]()

    def _terms(self, kind: LetterKind, request: derivation.Standing) -> letters.Terms:
        if kind is LetterKind.LAPSE:
            return letters.Terms(disposition=lapsing.end(request))
        if kind is LetterKind.FEE_WAIVER:
            return paying.left(self.now.day % 2 * 7)
        if kind is LetterKind.DELAY:
            return paying.delay(self.now.date() + timedelta(days=300))
        if kind in TELLS:
            return town.tells(_letter(consulting.to_be_told(request, TELLS[kind])))
        return TERMS[kind]

    def _other_handler(self, request: derivation.Standing) -> Any:
        return next(one for one in self.handlers if one.pk != request.handler)

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
            state, request = CaseState.objects.get(case=case), _request(case)
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
