"""What a letter does when it is issued: what must still be so on that day, and the fact recorded.

Part of the action that issues (`actions.letters`), in its transaction.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.utils.translation import gettext as _

from yangguang.casework import letters, personal
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import IssuedLetter, LetterRevision
from yangguang.inforequests import composing, contesting, excess_terms, grounds
from yangguang.inforequests.acting import Situation
from yangguang.inforequests.actions import consult
from yangguang.inforequests.derivation import Draft
from yangguang.inforequests.events import LetterKind, Way, What
from yangguang.law import remedies
from yangguang.law.dispositions import Disposition

_ENDING: Final = frozenset({LetterKind.ANSWER, LetterKind.LAPSE})
CONTESTED: Final = _ENDING | {LetterKind.THIRD_PARTY_NOTICE}
"""Letters that say where they can be contested."""


def require_still_so(situation: Situation, revision: LetterRevision, current: Draft) -> None:
    """What was approved must be so on the day of issue, too. Raises NotAllowed."""
    if current.kind in CONTESTED:
        _require_clause_of_the_day(situation, revision, current)
    if current.kind in _ENDING:
        _require_grounds(situation, revision, current)
    excess_terms.require_count_of_the_day(situation, current.kind, revision.terms)


def _require_clause_of_the_day(
    situation: Situation, revision: LetterRevision, current: Draft
) -> None:
    """The clause was written the day of the draft: since then organ, court or law can differ."""
    disposition = Disposition(current.disposition)
    try:
        clause = contesting.clause(situation.agency, current.kind, disposition, situation.on)
    except remedies.NoPlaces as reason:
        raise NotAllowed(str(reason)) from None
    words = personal.words_of(revision.text)
    if not isinstance(words, dict) or words.get("remedy", "") != clause:
        raise NotAllowed(
            _("起草以后，复议机关、管辖法院或者救济途径变了，这份文书写的还是原来的。")
            + _("请重新起草，再送审。")
        )


def _require_grounds(situation: Situation, revision: LetterRevision, current: Draft) -> None:
    """What it rests on can have been voided since it was drafted, or been answered otherwise."""
    words = personal.words_of(revision.text)
    facts: Any = words.get("facts", {}) if isinstance(words, dict) else {}
    found = grounds.mistakes(
        current.kind, Disposition(current.disposition), facts, situation.request
    )
    if found:
        raise NotAllowed(" ".join(found.values()))


def take_effect(situation: Situation, current: Draft, issued: IssuedLetter) -> None:
    """Record what the letter does, now that it is issued: by its kind and its terms."""
    terms, file = issued.revision.terms, issued.file
    payload: dict[str, Any] = {
        "letter": issued.pk,
        "file": file.pk,
        "file_digest": file.digest,
        "letter_digest": letters.issued_digest(issued),
    }
    match current.kind:
        case LetterKind.CORRECTION:
            until = composing.correction_until(situation.on, terms["correction_days"])
            situation.record(
                What.CORRECTION_ASKED,
                {**payload, "until": until.isoformat(), "way": Way(terms["way"])},
            )
        case LetterKind.EXTENSION:
            way = Way(terms["way"])
            situation.record(What.EXTENDED, {**payload, "days": terms["days"], "way": way})
        case LetterKind.REASONS | LetterKind.DELAY | LetterKind.FEE | LetterKind.FEE_WAIVER:
            what, more = excess_terms.effect(current.kind, terms, situation.on)
            situation.record(what, {**payload, **more, "way": Way(terms["way"])})
        case LetterKind.ANSWER:
            ending = Disposition(terms["disposition"])
            ordered = by_order(current.orders)
            situation.record(What.ISSUED, {**payload, "disposition": ending, **ordered})
        case LetterKind.LAPSE:
            situation.record(
                What.LAPSED,
                {
                    **payload,
                    "disposition": Disposition(terms["disposition"]),
                    "way": Way(terms["way"]),
                },
            )
        case _:
            consult.take_effect(situation, current, Way(terms["way"]), payload)


def by_order(disputes: Iterable[int]) -> dict[str, list[int]]:
    """Of which disputes the decisions are that order the answer, if any do."""
    return {"orders": sorted(disputes)} if disputes else {}
