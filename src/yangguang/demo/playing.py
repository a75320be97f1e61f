"""The history played through the actions, each step at its moment, all requests in order of time.

Every step asks what a clerk's page would ask; nothing is written but by the actions.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final, NamedTuple

from django.utils import timezone

from yangguang.agencies.capabilities import Capability, Standing, holders, standing
from yangguang.agencies.models import Agency, Person
from yangguang.casework import ledger, moment
from yangguang.casework.attachments import Upload
from yangguang.casework.documents import letter_pdf
from yangguang.casework.documents.sheet import Sheet
from yangguang.casework.models import Case
from yangguang.casework.models.approval import Decision
from yangguang.demo.models import DemoRequest
from yangguang.demo.story import (
    Answered,
    Asked,
    Assigned,
    CameBack,
    Corrected,
    CorrectionAsked,
    Delayed,
    Delivered,
    Disputed,
    Extended,
    Far,
    FeeNoticed,
    FeeNoticeReceived,
    Lapsed,
    Noted,
    ReasonsAsked,
    ReasonsGiven,
    Referred,
    Split,
    Step,
    Voided,
    Withdrawn,
)
from yangguang.inforequests import composing, derivation, evidence, fee_words, notices
from yangguang.inforequests.actions import (
    applicant,
    assign,
    dispute,
    fee,
    letters,
    reasons,
    receive,
    registry,
    relate,
    secrecy,
)
from yangguang.inforequests.application import Application
from yangguang.inforequests.contesting import places
from yangguang.inforequests.events import LetterKind, Way
from yangguang.inforequests.fee import Charge, Tariff
from yangguang.inforequests.moves import plan
from yangguang.inforequests.overview import due_if_extended
from yangguang.inforequests.secrecy import Referee
from yangguang.law.calendar import published
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import DisputeTrack
from yangguang.law.receipt import Channel
from yangguang.law.requests import ApplicantKind

Do = Callable[[], object]

_REACH: Final = timedelta(days=250)
"""Longer than the history is."""
_LEVELS: Final = {
    Capability.APPROVE_FIRST: (Far.FIRST, 0, "16:00"),
    Capability.APPROVE_SECOND: (Far.SECOND, 1, "09:20"),
    Capability.REVIEW_SECRECY: (Far.APPROVED, 1, "10:40"),
    Capability.APPROVE_FINAL: (Far.APPROVED, 1, "14:40"),
}
"""How far an answer has come by the decision of each level; how many days later, at what time."""


class Act(NamedTuple):
    """One thing that is done, and when."""

    moment: datetime
    request: int
    order: int
    do: Do


def acts(history: Sequence[Asked], day: date) -> list[Act]:
    """Everything that happened until the day before `day`, in the order of time."""
    found = [
        Act(_moment(working_day(day, ago), at, index), index, order, do)
        for index, asked in enumerate(history)
        for order, (ago, at, do) in enumerate(_Played(asked, index, day).everything())
    ]
    return sorted(found, key=lambda act: act[:3])


def play(history: Sequence[Asked], day: date, done: Callable[[], object]) -> None:
    """Play it; `done` is called after each act."""
    for act in acts(history, day):
        with moment.standing_at(act.moment):
            act.do()
        done()


def working_day(day: date, ago: int) -> date:
    """The `ago`-th working day before `day`; 1 is the last one before it."""
    return published().between(day - _REACH, day - timedelta(days=1))[-ago]


def _moment(day: date, at: str, index: int) -> datetime:
    """`at` is an hour and minute; requests differ by some minutes, for not all is done at once."""
    moved = datetime.combine(day, time.fromisoformat(at)) + timedelta(minutes=index * 7 % 29)
    return timezone.make_aware(moved)


@dataclass
class _Played:
    """One request on its way through the actions."""

    asked: Asked
    index: int
    day: date
    _case: Case | None = field(default=None)
    _author: str = ""

    def everything(self) -> Iterator[tuple[int, str, Do]]:
        """Its acts: how many working days ago, at what time, what."""
        hour = 8 + self.index * 5 % 9
        yield self.asked.ago, f"{hour:02}:{self.index * 13 % 30:02}", self._received
        for step in self.asked.steps:
            yield from self._acts(step)

    def _acts(self, step: Step) -> Iterator[tuple[int, str, Do]]:
        match step:
            case Assigned(ago, to):
                yield ago, "08:35", lambda: self._assign(to)
            case CorrectionAsked(ago, asked, days):
                terms = letters.Terms(correction_days=days, way=self._way)
                yield from self._notice(ago, LetterKind.CORRECTION, terms, {"asked": asked})
            case Corrected(ago, words):
                yield ago, "11:20", lambda: applicant.correct(self.case, words)
            case Extended(ago, days, reason, far):
                terms = letters.Terms(days=days, way=self._way)
                filled = {"reason": reason}
                yield from self._notice(ago, LetterKind.EXTENSION, terms, filled, far)
            case ReasonsAsked(ago, excess, days):
                terms = letters.Terms(reply_days=days, way=self._way)
                yield from self._notice(ago, LetterKind.REASONS, terms, {"excess": excess})
            case ReasonsGiven(ago, words):
                yield ago, "11:20", lambda: reasons.give(self.case, words)
            case Delayed(ago, days, reason):
                until = published().add(working_day(self.day, ago), days)
                terms = letters.Terms(until=until, way=self._way)
                yield from self._notice(ago, LetterKind.DELAY, terms, {"reason": reason})
            case FeeNoticed(ago, pages):
                charge = Charge(Tariff.BY_PAGE, pages=pages)
                terms = letters.Terms(charge=charge, way=self._way)
                yield from self._notice(ago, LetterKind.FEE, terms, {})
            case FeeNoticeReceived(ago):
                yield ago, "16:40", lambda: fee.notice_received(self.case, self._registrar())
            case Lapsed(ago):
                terms = letters.Terms(disposition=Disposition.UNCORRECTED, way=self._way)
                yield from self._notice(ago, LetterKind.LAPSE, terms, {})
            case Answered():
                yield from self._answer(step)
            case Referred(ago, to, words):
                yield ago, "15:20", lambda: self._refer(to, words)
            case Split(ago, matters):
                yield ago, "10:15", lambda: relate.split(self.case, matters, self._hand())
            case Withdrawn(ago, words):
                yield ago, "16:10", lambda: applicant.withdraw(self.case, words)
            case Voided(ago, reason):
                yield ago, "11:00", lambda: registry.void(self.case, reason, self._registrar())
            case Noted(ago, words):
                yield ago, "16:30", lambda: registry.note(self.case, words, self._hand())
            case Disputed(ago, organ, number):
                notice = dispute.Notice(DisputeTrack.REVIEW, organ, number)
                yield ago, "15:20", lambda: dispute.notified(self.case, notice, self._registrar())
            case Delivered(ago):
                yield ago, "17:00", lambda: applicant.delivered(self.case)
            case CameBack(ago):
                yield ago, "16:00", lambda: registry.came_back(self.case, self._registrar())

    def _notice(
        self,
        ago: int,
        kind: LetterKind,
        terms: letters.Terms,
        filled: dict[str, str],
        far: Far = Far.ISSUED,
    ) -> Iterator[tuple[int, str, Do]]:
        """A letter that one person approves, and that leaves as soon as it is issued."""
        yield ago, "09:10", lambda: self._draft(kind, terms, filled)
        yield ago, "09:45", lambda: letters.submit(self.case, self._hand())
        if far >= Far.APPROVED:
            yield ago, "14:10", lambda: self._decide(plan(kind)[0])
        if far >= Far.ISSUED:
            yield ago, "15:05", lambda: letters.issue(self.case, self._hand())

    def _answer(self, step: Answered) -> Iterator[tuple[int, str, Do]]:
        levels = plan(LetterKind.ANSWER, step.disposition)
        terms = letters.Terms(disposition=step.disposition)

        def draft() -> None:
            asked = composing.particulars(LetterKind.ANSWER, step.disposition)
            begun = evidence.begun(asked, moment.today(), str(self._hand().person))
            self._draft(LetterKind.ANSWER, terms, {**begun, **step.filled}, step.enclosed)

        def submit() -> None:
            letters.submit(self.case, self._hand())

        yield step.ago, "09:10", draft
        if step.returned:
            yield step.ago, "09:45", submit
            yield step.ago, "10:50", lambda: self._decide(levels[0], step.returned)
            yield step.ago, "13:50", draft
        if step.far >= Far.SUBMITTED:
            yield step.ago, "14:30", submit
        for capability in levels:
            far, later, at = _LEVELS[capability]
            if step.far >= far:
                yield step.ago - later, at, partial(self._decide, capability)
        if step.far >= Far.ISSUED:
            yield step.ago - 2, "09:20", lambda: letters.issue(self.case, self._hand())
        if step.far >= Far.SENT:
            yield step.ago - 2, "10:30", lambda: self._send(step.way)

    @property
    def case(self) -> Case:
        """The case, once the request has come."""
        assert self._case is not None
        return self._case

    @property
    def _agency(self) -> Agency:
        return Agency.objects.get(slug=self.asked.agency)

    @property
    def _way(self) -> Way:
        is_at_hand = self.asked.channel in (Channel.PORTAL, Channel.EMAIL)
        return Way.ELECTRONIC if is_at_hand else Way.POST

    def _received(self) -> None:
        asked, token = self.asked, f"demo {self.index}"
        application = Application(
            asked.kind,
            asked.applicant,
            asked.wanted,
            form=asked.form,
            receiving=asked.receiving,
            purpose=asked.purpose,
            agent=asked.agent,
        )
        if asked.channel is Channel.PORTAL:
            taken = receive.submit(self._agency, application, (), token)
        else:
            taken = receive.register(
                self._agency,
                application,
                (),
                asked.channel,
                moment.today(),
                self._registrar(),
                token,
            )
        self._case = taken.case
        if asked.shows:
            DemoRequest.objects.create(case=taken.case, code=taken.code, shows=asked.shows)

    def _assign(self, to: str) -> None:
        self._author = to
        handler = Person.objects.get(username=to)
        assign.assign(self.case, handler, self._holder(Capability.ASSIGN))

    def _draft(
        self,
        kind: LetterKind,
        terms: letters.Terms,
        filled: dict[str, str],
        enclosed: tuple[str, ...] = (),
    ) -> None:
        today, request = moment.today(), self._standing()
        if kind is LetterKind.FEE:
            filled = {fee_words.PAYMENT: self._agency.rules.payment}
        until = due_if_extended(request, terms.days, today) if terms.days else terms.until
        restarts = not notices.why_it_stops_nothing(request, today)
        said = composing.Terms(
            terms.disposition,
            terms.days,
            terms.correction_days,
            until,
            restarts,
            terms.reply_days,
            terms.charge,
        )
        contest = composing.remedy(kind, terms.disposition, today, places(self._agency, today))
        words = composing.unedited(kind, self._facts(request), said, filled, contest)
        uploads = [self._document(enclosed)] if enclosed else []
        kept = replace(terms, facts=filled)
        letters.draft(self.case, kind, words, kept, self._hand(), uploads=uploads)

    def _facts(self, request: derivation.Standing) -> composing.Facts:
        assert request.received_on is not None
        return composing.Facts(
            agency=self._agency.name,
            applicant=self.asked.applicant.name,
            is_person=self.asked.kind is ApplicantKind.NATURAL_PERSON,
            number=self.case.number,
            received_on=request.received_on,
            wanted=self.asked.wanted,
        )

    def _document(self, enclosed: tuple[str, ...]) -> Upload:
        title, *paragraphs = enclosed
        agency = self._agency.name
        sheet = Sheet(title, "", "", tuple(paragraphs), (), agency, moment.today())
        return Upload(f"{title}.pdf", letter_pdf.write(sheet))

    def _decide(self, capability: Capability, remark: str = "") -> None:
        draft = self._standing().draft
        assert draft is not None
        decision = Decision.RETURNED if remark else Decision.APPROVED
        letters.decide(self.case, decision, draft.digest, self._holder(capability), remark)

    def _refer(self, to: Referee, words: str) -> None:
        secrecy.refer(self.case, to, words, self._holder(Capability.REVIEW_SECRECY))

    def _send(self, way: Way) -> None:
        letters.dispatch(self.case, way, moment.today(), self._registrar())

    def _standing(self) -> derivation.Standing:
        return derivation.standing(ledger.standing_events(self.case.events.order_by("seq")))

    def _hand(self) -> Standing:
        return standing(Person.objects.get(username=self._author), moment.today())

    def _registrar(self) -> Standing:
        return self._hand() if self._author else self._holder(Capability.REGISTER)

    def _holder(self, capability: Capability) -> Standing:
        today = moment.today()
        return standing(holders(capability, self._agency.pk, today)[0], today)
