"""A request as a row of a list: its number, what is asked, who has it, by when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from yangguang.casework.models import CaseState
from yangguang.inforequests import dispute_record, queries
from yangguang.inforequests.application import APPLICANT_NAMES
from yangguang.inforequests.derivation import CLOSED, Stage
from yangguang.inforequests.names import STAGE_NAMES
from yangguang.law.clock import State
from yangguang.law.clock.words import headline
from yangguang.law.requests import ApplicantKind

LONGEST: Final = 40
_LONG_NUMBER: Final = re.compile(r"\d[\d\s-]{9,}[\dXx]")
"""What may be a telephone, a paper's or an account's number: not for a list."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `tone` is how the date weighs: error, warning, done or nothing.

    `statement` is the line on the agency's own statement that is due in a dispute, and how it
    weighs; None where none is.
    """

    state: CaseState
    wanted: str
    applicant_kind: str
    stage: str
    due: str
    tone: str
    tick: str = ""
    """What its box sends where many are assigned at once: number and last event. Or no box."""
    statement: tuple[str, str] | None = None


def rows(
    states: Iterable[CaseState], on: date, assigning: frozenset[int] = frozenset()
) -> list[Row]:
    """The rows of some states; with boxes those that are open at the agencies `assigning`.

    One query, for what is asked.
    """
    found = list(states)
    wanted = queries.wanted_in([state.case_id for state in found])
    return [_row(state, wanted.get(state.case_id, ""), on, assigning) for state in found]


def shortened(words: str) -> str:
    """What is asked, on one line, without long numbers."""
    line = _LONG_NUMBER.sub("〔…〕", " ".join(words.split()))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _row(state: CaseState, wanted: str, on: date, assigning: frozenset[int]) -> Row:
    deadline = queries.deadline_of(state, on)
    stage = Stage(state.state)
    is_assignable = state.closed_on is None and state.agency_id in assigning
    if stage in CLOSED and stage is not Stage.ANSWERED:
        due, tone = _("{day} 办结").format(day=state.closed_on), ""
    else:
        due, tone = headline(deadline, on), tone_of(deadline.state, deadline.working_days_left)
    return Row(
        state,
        shortened(wanted),
        str(APPLICANT_NAMES[ApplicantKind(state.applicant_kind)]),
        _stands(state, stage),
        due,
        tone,
        f"{state.number}/{state.last_seq}" if is_assignable else "",
        dispute_record.statement_line(state.statement_due_on, on)
        if state.statement_due_on
        else None,
    )


def _stands(state: CaseState, stage: Stage) -> str:
    said = str(STAGE_NAMES[stage])
    if state.to_be_confirmed:
        said += _(" · 待确认")
    if state.closed_on and state.waits_for:
        said += _(" · 公开版待审批")
    return said


def tone_of(stands: State, left: int | None) -> str:
    """How a due date weighs."""
    match stands:
        case State.OVERDUE:
            return "error"
        case State.DONE:
            return "done"
        case State.PAUSED:
            return "note"
    return "warning" if left is not None and left <= queries.SOON else ""
