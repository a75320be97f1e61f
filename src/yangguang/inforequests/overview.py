"""A request on one page: facts, clock, history, letters, files, and what is lawful now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Person
from yangguang.casework import attachments, ledger, moment, personal, sealing
from yangguang.casework.models import Case, CaseText, Event, Party
from yangguang.casework.models.personal import PartyRole
from yangguang.casework.personal import Particulars
from yangguang.inforequests import (
    archives,
    charging,
    circle,
    composing,
    consulting,
    correspondence,
    derivation,
    dispute_record,
    excess,
    freezing,
    lawful,
    notices,
    public_files,
    related,
    timeline,
)
from yangguang.inforequests.actions import dispute
from yangguang.inforequests.actions.opening import FROM_APPLICANT, TELLS_OF_A_PARTY
from yangguang.inforequests.application import (
    APPLICANT_NAMES,
    FORM_NAMES,
    RECEIVING_NAMES,
    Authority,
    Form,
)
from yangguang.inforequests.application import Receiving as Wish
from yangguang.inforequests.consulted_shown import CONSULTED_ROLES, ConsultedShown, shown
from yangguang.inforequests.correspondence import Correspondence
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.dispute_record import DisputeShown
from yangguang.inforequests.moves import Move, Offer
from yangguang.inforequests.names import STAGE_NAMES
from yangguang.inforequests.public_doubts import DOUBTS_IN_WORDS
from yangguang.inforequests.related import Related
from yangguang.inforequests.timeline import Entry
from yangguang.law import clock
from yangguang.law.calendar import published
from yangguang.law.clock.words import headline
from yangguang.law.dispositions import RULES, Disposition
from yangguang.law.identity import PAPER_NAMES, Paper
from yangguang.law.receipt import CHANNEL_NAMES, Channel, last_day_to_confirm
from yangguang.law.requests import ApplicantKind

ROLE_NAMES = {
    PartyRole.APPLICANT: lazy("申请人"),
    PartyRole.AGENT: lazy("代理人"),
    PartyRole.GUARDIAN: lazy("监护人"),
    PartyRole.THIRD_PARTY: lazy("第三方"),
    PartyRole.CO_PRODUCER: lazy("其他机关"),
}


@dataclass(frozen=True, slots=True)
class PartyShown:
    """Someone who takes part, masked; `paper` is what the paper is called."""

    pk: int
    role: str
    particulars: Particulars | None
    """None where the data have been destroyed."""
    paper: str


@dataclass(frozen=True, slots=True)
class FileShown:
    """A file of the case that is no letter.

    `tells_of_a_party`: it takes more to open it, and that is on record. `unscanned`: the virus
    scanner did not answer when it came.
    """

    pk: int
    name: str
    media_type: str
    size: int
    kind: str
    unscanned: bool

    @property
    def from_applicant(self) -> bool:
        """Whether the applicant sent it."""
        return self.kind in FROM_APPLICANT

    @property
    def is_of_a_dispute(self) -> bool:
        """Whether it was sent to or by an organ of review or a court."""
        return self.kind == dispute.FILE

    @property
    def is_for_all(self) -> bool:
        """Whether it is a copy for everyone, as it is approved."""
        return self.kind == public_files.KIND

    @property
    def tells_of_a_party(self) -> bool:
        """Whether it may show who asks, or who was asked."""
        return self.kind in TELLS_OF_A_PARTY


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything about a request that its page shows to one person."""

    case: Case
    on: date
    request: derivation.Standing
    deadline: clock.Deadline
    stage: str
    handler: str
    parties: tuple[PartyShown, ...]
    asked: Mapping[str, Any]
    entries: tuple[Entry, ...]
    letters: tuple[Correspondence, ...]
    files: tuple[FileShown, ...]
    offers: tuple[Offer, ...]
    consulted: tuple[ConsultedShown, ...]
    related: tuple[Related, ...]
    disputes: tuple[DisputeShown, ...]
    handles: bool
    """Whether it is shown to someone who handles it; to others what tells of a party is masked."""

    @property
    def seen(self) -> int:
        """The last event that this shows."""
        return self.entries[0].seq if self.entries else 0

    @property
    def headline(self) -> str:
        """The clock in a line; for what is closed without an answer, when."""
        is_answered = self.request.stage is Stage.ANSWERED
        if self.request.is_closed and not (is_answered and self.deadline.answered_on):
            return _("{day} 办结").format(day=self.request.closed_on)
        return headline(self.deadline, self.on)

    @property
    def pay_until(self) -> date | None:
        """The last day to pay a fee that is still awaited."""
        return None if self.request.is_closed else charging.paid_until(self.request, self.on)

    @property
    def waits(self) -> list[tuple[str, date]]:
        """For whom beside the applicant its clock waits, and until when at the latest."""
        return [] if self.request.is_closed else consulting.waits(self.deadline)

    @property
    def remarks(self) -> list[str]:
        """What else to know beside what the clock says."""
        return [
            *dispute_record.remarks(self.request),
            *notices.remarks(self.request),
            *archives.remarks(self.request),
        ]

    @property
    def public_doubt(self) -> str:
        """Why what is open to all has to be looked at again; empty where it has not."""
        doubt = self.request.public_doubt
        return str(DOUBTS_IN_WORDS[doubt]) if doubt else ""

    @property
    def disposition(self) -> str:
        """How it ended, or is to end by the answer that was issued."""
        return RULES[Disposition(self.request.disposition)].name if self.request.disposition else ""

    @property
    def draft(self) -> Correspondence | None:
        """The letter that is being worked on."""
        current = self.request.draft
        return self.letter(current.letter) if current else None

    def letter(self, pk: int) -> Correspondence | None:
        """One of its letters."""
        return next((one for one in self.letters if one.pk == pk), None)

    def offer(self, move: Move) -> Offer:
        """What is to be said of one move now."""
        return next(one for one in self.offers if one.move is move)

    @property
    def applicant_kind(self) -> str:
        """As what the applicant asks."""
        return str(APPLICANT_NAMES[ApplicantKind(self.request.applicant_kind)])

    @property
    def lacks_authority(self) -> bool:
        """Whether who acts for the applicant has not shown that they may."""
        return self.request.authority == Authority.MISSING

    @property
    def channel(self) -> str:
        """How the request came."""
        return CHANNEL_NAMES[Channel(self.request.channel)]

    @property
    def receipt(self) -> str:
        """What is to be said of the day of receipt: by when to confirm it, or both days."""
        request = self.request
        if request.to_be_confirmed and request.arrived:
            last = last_day_to_confirm(request.arrived, published())
            return _("待确认：最晚 {day}，按时确认的以确认之日为准").format(day=last)
        if request.confirmed_on:
            return _("{arrived} 提交，{confirmed} 确认").format(
                arrived=request.arrived, confirmed=request.confirmed_on
            )
        return ""

    @property
    def form(self) -> str:
        """In what form the information is wanted."""
        return str(FORM_NAMES[Form(self.asked["form"])]) if self.asked.get("form") else ""

    @property
    def source(self) -> str:
        """The system that the request was brought in from, and its number there."""
        extra = self.asked.get("extra") or {}
        return " ".join(filter(None, (extra.get("source"), extra.get("source_number"))))

    @property
    def receiving(self) -> str:
        """By what way the applicant wants it."""
        wish = self.asked.get("receiving")
        return str(RECEIVING_NAMES[Wish(wish)]) if wish else ""


def of(case: Case, people: Standing) -> Overview:
    """The request as it stands now, for `people`. The number of queries does not depend on it."""
    events = list(
        Event.objects.filter(case=case).order_by("seq").select_related("actor", "instead_of")
    )
    holding = ledger.standing_events(events)
    request = derivation.standing(holding)
    handles = circle.handles(people, case.agency_id, request.handler, request.waits_for)
    parties = list(Party.objects.filter(case=case).select_related("key", "case").order_by("pk"))
    people_in_it = [one for one in parties if one.role != PartyRole.CO_PRODUCER]
    hide = str if handles else personal.concealer(people_in_it)
    said = {step: hide(words) for step, words in correspondence.comments(case).items()}
    written = correspondence.of(case, said, request.sealed, hide)
    titles = {one.pk: one.title + consulting.tag(request, one.pk) for one in written}
    handler = Person.objects.filter(pk=request.handler).first()
    today = moment.today()
    return Overview(
        case=case,
        on=today,
        request=request,
        deadline=request.deadline(today),
        stage=str(STAGE_NAMES[request.stage]),
        handler=str(handler) if handler else "",
        parties=tuple(_parties(parties)),
        asked=correspondence.concealed(_asked(request.text), hide),
        entries=tuple(timeline.entries(events, titles, said, hide)),
        letters=tuple(written),
        files=tuple(_files(case)),
        offers=tuple(lawful.offers(request, people, case.agency_id)),
        consulted=shown(request, parties, today),
        related=tuple(related.of(request)),
        disputes=dispute_record.of(holding, request, today),
        handles=handles,
    )


def facts(overview: Overview) -> composing.Facts:
    """What a letter needs to know. Opens the applicant's name, to be written to."""
    party = Party.objects.select_related("key", "case").get(pk=overview.request.party)
    assert overview.request.received_on is not None
    return composing.Facts(
        agency=overview.case.agency.name,
        applicant=personal.particulars_of(party).name,
        is_person=overview.request.applicant_kind == ApplicantKind.NATURAL_PERSON,
        number=overview.case.number,
        received_on=overview.request.received_on,
        wanted=str(overview.asked.get("wanted", "")),
        lacks_authority=overview.lacks_authority,
        gave_reasons=excess.gave_reasons(overview.request),
    )


def due_if_extended(request: derivation.Standing, days: int, on: date) -> date | None:
    """The last day to answer, were the period extended today."""
    events = [*request.clock_events, clock.Event(clock.Kind.EXTENDED, on, days)]
    return clock.answer_due(events, published(), on).due


def _parties(every: Sequence[Party]) -> list[PartyShown]:
    found = []
    replaced = {party.replaces_id for party in every}
    for party in every:
        if party.pk in replaced or party.role in CONSULTED_ROLES:
            continue  # who was asked stands in a list of its own
        masked = personal.masked_of(party)
        found.append(
            PartyShown(
                party.pk,
                str(ROLE_NAMES.get(PartyRole(party.role), party.role)),
                masked,
                PAPER_NAMES[Paper(masked.paper)] if masked else "",
            )
        )
    return found


def _asked(text: int | None) -> Mapping[str, Any]:
    kept = CaseText.objects.select_related("key", "case").filter(pk=text).first()
    if kept is None:
        return {}
    try:
        words = personal.words_of(kept)
    except (personal.Erased, sealing.CannotOpen):
        return {"wanted": timeline.words_of(kept)}
    return words if isinstance(words, dict) else {"wanted": words}


def _files(case: Case) -> list[FileShown]:
    found = []
    letters = (freezing.KIND, freezing.SEALED)
    for one in attachments.files_of(case).exclude(kind__in=letters):
        try:
            name = attachments.name_of(one)
        except (personal.Erased, sealing.CannotOpen):
            name = _("（已销毁）")
        found.append(FileShown(one.pk, name, one.media_type, one.size, one.kind, one.unscanned))
    return found
