"""Tables 3 and 4 counted by hand from what was entered: nothing of the product's own counting.

What is said here is said by law.md (§1 Arts 30–36, §3a) and by the form: neither the derivation,
nor the law's map of dispositions, nor its own view of a dispute has a part in it.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from yangguang.agencies.models import Agency
from yangguang.casework.models import Case, Event
from yangguang.law.calendar import published

Counted = Counter[tuple[str, str]]
"""Row and column → how many; without sums and without noughts."""

ROWS = {
    "already_public": "granted",
    "provided": "granted",
    "partly_provided": "partially_granted",
    "state_secret": "denied.state_secret",
    "prohibited_by_law": "denied.prohibited_by_law",
    "endangers_security": "denied.endangers_security",
    "third_party_rights": "denied.third_party_rights",
    "internal_affairs": "denied.internal_affairs",
    "process_information": "denied.process_information",
    "enforcement_files": "denied.enforcement_files",
    "administrative_inquiry": "denied.administrative_inquiry",
    "does_not_exist": "unable.not_held",
    "not_ours": "unable.not_held",
    "needs_creation": "unable.needs_creation",
    "unclear_after_correction": "unable.unclear_after_correction",
    "petition": "unprocessed.petition",
    "repeated": "unprocessed.repeated",
    "publication": "unprocessed.publication",
    "excessive": "unprocessed.excessive",
    "reissue": "unprocessed.reissue",
    "uncorrected": "other.uncorrected",
    "unpaid": "other.unpaid",
    "withdrawn": "other.other",
    "not_government_information": "other.other",
    "own_record": "other.other",
    "other": "other.other",
}
_UPHELD = {"upheld", "rejected"}
_CORRECTED = {"revoked", "changed", "unlawful", "ordered"}
_ENDED = {"withdrawn", "ended", "not_accepted"}
_LEFT = {"posted", "signed", "sent"}
_BY_BOTH = {"fax", "email", "portal"}


def table_3(agency: Agency, year: int, known_at: datetime) -> Counted:
    """New, carried over, each result and carried forward, by who asked."""
    found: Counted = Counter()
    for events in _ledgers(agency, known_at):
        kinds = {one.kind for one in events}
        if kinds & {"voided", "split"}:
            continue
        came, (ended, row), who = _received(events), _end(events), _who(events)
        if came.year > year or (came.year < year and ended and ended.year < year):
            continue
        found["new" if came.year == year else "carried_over", who] += 1
        is_over = ended is not None and ended.year <= year
        found[row if is_over else "carried_forward", who] += 1
    return found


def table_4(agency: Agency, year: int, known_at: datetime) -> Counted:
    """Each dispute once, by its way and its result at 31 December."""
    found: Counted = Counter()
    for events in _ledgers(agency, known_at):
        if any(one.kind == "voided" for one in events):
            continue
        opened = [one for one in events if one.kind == "dispute_opened"]
        for first in opened:
            steps = [one for one in events if _is_step(one, first.payload["dispute"])]
            track: str = first.payload["track"]
            before, end = date(year - 1, 12, 31), date(year, 12, 31)
            moved = any(before < one.occurred_on <= end for one in steps)
            came = first.occurred_on
            was_open = came <= before and _result(track, steps, before) == "pending"
            if came <= end and (came > before or was_open or moved):
                found[track, _result(track, steps, end)] += 1
    return found


def _is_step(event: Event, dispute: int) -> bool:
    """Whether it settles a dispute or opens it again; our own statement does neither."""
    kinds = {"dispute_decided", "dispute_appealed", "dispute_retried"}
    return event.kind in kinds and event.payload["dispute"] == dispute


def _ledgers(agency: Agency, known_at: datetime) -> Iterator[list[Event]]:
    for case in Case.objects.filter(agency=agency, kind="information_request"):
        entered = [one for one in case.events.order_by("seq") if one.recorded_at <= known_at]
        gone: set[int] = set()
        for one in reversed(entered):
            if one.kind == "entry_voided" and one.seq not in gone:
                gone.add(one.payload["seq"])
        holding = [one for one in entered if one.seq not in gone and one.kind != "entry_voided"]
        if holding:
            yield holding


def _received(events: list[Event]) -> date:
    """Art. 31: by network or fax the day of staff's confirmation, if within one working day."""
    came = events[0]
    arrived, said = came.occurred_on, came.payload
    by_staff = said["channel"] in _BY_BOTH and said.get("confirmation") == "staff"
    days = [one.occurred_on for one in events if one.kind == "confirmed" and by_staff]
    in_time = [day for day in days if day <= published().add(arrived, 1)]
    return in_time[0] if in_time else arrived


def _who(events: list[Event]) -> str:
    kind: str = events[0].payload["applicant_kind"]
    return kind


def _end(events: list[Event]) -> tuple[date | None, str]:
    """The first end, whatever is answered anew: the answer left, or nothing is handled further."""
    disposition = ""
    for one in events:
        if one.kind == "issued":
            disposition = one.payload["disposition"]
        elif one.kind in _LEFT:
            return one.occurred_on, ROWS[disposition]
        elif one.kind == "lapsed":
            return one.occurred_on, ROWS[one.payload["disposition"]]
        elif one.kind == "withdrawn":
            return one.occurred_on, ROWS["withdrawn"]
    return None, ""


def _result(track: str, steps: list[Event], on: date) -> str:
    """By the latest decision in force at the end of a day; pending while a court has it again."""
    found, judged, is_first = "pending", "pending", True
    for one in steps:
        if one.occurred_on > on:
            continue
        said: dict[str, Any] = one.payload
        if one.kind == "dispute_appealed":
            found, is_first = "pending", False
        elif one.kind == "dispute_retried":
            found, is_first = "pending", bool(said["first"])
        elif said["ruling"] == "remanded":
            found, is_first = "pending", True
        else:
            judged = _counted_as(said["ruling"], judged)
            in_force = one.occurred_on + timedelta(days=_wait(track, said["ruling"], is_first))
            found = judged if in_force <= on else "pending"
    return found


def _counted_as(ruling: str, before: str) -> str:
    """What leaves a judgment as it was is counted as that judgment."""
    for rulings, result in ((_UPHELD, "upheld"), (_CORRECTED, "corrected"), (_ENDED, "other")):
        if ruling in rulings:
            return result
    return before


def _wait(track: str, ruling: str, is_first: bool) -> int:
    """Days until a decision is in force: a first judgment's 15 (a refusal's 10) must be over."""
    if track == "review" or not is_first or ruling in {"withdrawn", "ended"}:
        return 0
    return 11 if ruling == "not_accepted" else 16
