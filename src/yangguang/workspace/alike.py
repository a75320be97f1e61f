"""What is like a request, on its page: for who handles it, and for an answer to rest on."""

from dataclasses import dataclass, replace

from yangguang.inforequests import similar
from yangguang.inforequests.moves import Move
from yangguang.inforequests.overview import Overview
from yangguang.inforequests.similar import Similars
from yangguang.law.dispositions import Disposition, Evidence
from yangguang.workspace.letter_forms import FILLED
from yangguang.workspace.rows import shortened


@dataclass(frozen=True, slots=True)
class Shown:
    """What is like a request; `may_rest` whether an answer can be begun that rests on it."""

    found: Similars
    may_rest: bool
    disposition: str = Disposition.REPEATED


def of(overview: Overview) -> Shown | None:
    """The section of the case's page; None for who does not handle it, or where nothing is."""
    if not overview.handles:
        return None
    found = similar.of(overview.case)
    if not found.own and not found.others:
        return None
    on_a_line = replace(
        found,
        own=tuple(replace(one, wanted=shortened(one.wanted)) for one in found.own),
        others=tuple(replace(one, wanted=shortened(one.wanted)) for one in found.others),
    )
    return Shown(on_a_line, not overview.offer(Move.DRAFT_ANSWER).objection)


def prefilled(overview: Overview, earlier: str) -> dict[str, str]:
    """What choosing an earlier request (its number) fills in of an answer that rests on it."""
    said = similar.earlier_answer(overview.case, earlier) if earlier and overview.handles else ""
    return {FILLED + Evidence.EARLIER_ANSWER: said} if said else {}
