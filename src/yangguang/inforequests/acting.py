"""The frame of every action on a request: the case locked, who acts, whether it is lawful now."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import NOBODY, Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import attachments, ledger, moment, personal
from yangguang.casework.attachments import Stored, Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseText, DataKey, Event
from yangguang.inforequests import derivation, lawful
from yangguang.inforequests.event_names import event_name
from yangguang.inforequests.events import What
from yangguang.inforequests.moves import CAPABILITY, Move


@dataclass(frozen=True, slots=True)
class Situation:
    """A request at the moment of an action, locked until the action's transaction ends."""

    case: Case
    agency: Agency
    request: derivation.Standing
    people: Standing
    actor: ledger.Actor
    on: date

    def day(self, given: date | None, *, not_before: date | None = None) -> date:
        """The legal date that was given, or today's. The applicant's own acts happen today.

        Raises Mistakes for a day to come, or before `not_before` (else the day of receipt).
        """
        if given is None or self.people.person is None:
            return self.on
        first = not_before or self.request.received_on
        if given > self.on or (first and given < first):
            raise Mistakes({"on": _("日期应当在 {first} 至今天之间。").format(first=first)})
        return given

    def record(
        self, what: What, payload: Mapping[str, Any] | None = None, on: date | None = None
    ) -> Event:
        """Append to the ledger, on the action's day or another legal date."""
        return ledger.record(
            self.case, what, occurred_on=on or self.on, actor=self.actor, payload=payload
        )

    def keep(
        self, kind: str, words: Mapping[str, object] | str, key: DataKey | None = None
    ) -> CaseText:
        """Keep words, sealed under `key` or the request's own.

        Raises NotAllowed where what it seals was destroyed.
        """
        said = words.strip() if isinstance(words, str) else words
        return personal.add_text(self.case, kind, said, _usable(key or self.key))

    def keep_all(
        self,
        kind: str,
        words: Mapping[str, object] | str | None,
        files: Sequence[Stored] = (),
        key: DataKey | None = None,
    ) -> dict[str, Any]:
        """Keep words, if any, and files; gives what a payload names them by. As `keep`."""
        text = self.keep(kind, words, key) if words is not None else None
        under = _usable(key or self.key) if files else None
        kept = [attachments.attach(self.case, under, kind, one) for one in files if under]
        return {
            **({"text": text.pk} if text else {}),
            "attachments": [one.pk for one in kept],
            "digests": [*([text.digest] if text else ()), *(one.digest for one in kept)],
            **attachments.decided(kept, files),
        }

    @property
    def key(self) -> DataKey:
        """The key under which the request's own words and files are sealed."""
        return DataKey.objects.get(pk=self.request.key)


def _usable(key: DataKey) -> DataKey:
    if key.destroyed_at is not None:
        raise NotAllowed(_("这件申请的内容已经按规定销毁，不能再办理这一步。"))
    return key


def stored_for(case: Case, uploads: Sequence[Upload | Stored]) -> list[Stored]:
    """Files of a request, examined and on disk before the action; as `attachments.stored`."""
    return attachments.stored(uploads, personal.plain_key(key_of(case))) if uploads else []


@contextmanager
def acting(
    case: Case, move: Move, people: Standing = NOBODY, seen: int | None = None
) -> Iterator[Situation]:
    """One transaction in which `move` is made, by `people` (NOBODY: the applicant).

    `seen` is the last event that was on the screen from which the person acts. Raises NotAllowed
    with the sentence for the user: another was quicker, it is not theirs to do, not lawful now.
    """
    with transaction.atomic():
        # The case only, not its agency's row too: that would make all of an agency's cases wait.
        locked = (
            Case.objects.select_for_update(of=("self",), no_key=True)
            .select_related("agency")
            .get(pk=case.pk)
        )
        events = list(Event.objects.filter(case=locked).order_by("seq").select_related("actor"))
        _refuse_if_overtaken(events, seen)
        request = derivation.standing(ledger.standing_events(events))
        lawful.require(move, request, people, locked.agency_id)
        yield Situation(
            locked,
            locked.agency,
            request,
            people,
            _actor(move, request, people, locked.agency_id),
            moment.today(),
        )


def key_of(case: Case) -> DataKey:
    """The key under which the request's own words and files are sealed."""
    received = case.events.get(seq=1)
    return DataKey.objects.get(pk=received.payload["key"])


def _refuse_if_overtaken(events: list[Event], seen: int | None) -> None:
    if seen is None or not events or events[-1].seq <= seen:
        return
    latest = events[-1]
    who = str(latest.actor) if latest.actor else _("申请人")
    raise NotAllowed(
        _("{who}刚刚办了“{what}”，您的操作没有执行。请看过最新情况再办。").format(
            who=who, what=event_name(latest.kind)
        )
    )


def _actor(move: Move, request: derivation.Standing, people: Standing, agency: int) -> ledger.Actor:
    match move:
        case Move.DECIDE:
            needed: str | None = request.waits_for
        case Move.DECIDE_OFFER:
            needed = request.public.waits_for if request.public else None
        case _:
            needed = CAPABILITY.get(move)
    holding = people.holding(Capability(needed), agency) if needed else None
    return ledger.Actor(people.person, holding.instead_of if holding else None)
