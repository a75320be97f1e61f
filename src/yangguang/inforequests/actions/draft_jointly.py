"""One answer is written for requests that are handled together: a draft of each one's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework import ledger
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Attachment, Case
from yangguang.inforequests import jointly
from yangguang.inforequests.acting import stored_for
from yangguang.inforequests.actions import letters, relate
from yangguang.inforequests.derivation import standing
from yangguang.inforequests.events import LetterKind


@dataclass(frozen=True, slots=True)
class Own:
    """The draft of one request: its words, what is kept of its files, and files that are new."""

    case: Case
    words: Mapping[str, Any]
    uploads: Sequence[Upload]
    enclosures: Sequence[Attachment] = ()


def draft_jointly(
    first: Own,
    others: Sequence[Own],
    terms: letters.Terms,
    people: Standing,
    seen: int | None = None,
) -> None:
    """Write or rewrite the answer to `first`, and to the others: all of them, or none.

    Each is then approved and issued for itself. Raises NotAllowed; Mistakes, what is wrong with
    another's under `jointly.FIELD`, with its number.
    """
    every = [(one, stored_for(one.case, one.uploads)) for one in (first, *others)]
    with relate.together(*(one.case for one, _files in every)):
        for one, files in every:
            is_first = one is first
            try:
                if not is_first:
                    _require_beside(first.case, one.case)
                letters.draft(
                    one.case,
                    LetterKind.ANSWER,
                    one.words,
                    terms,
                    people,
                    one.enclosures,
                    seen if is_first else None,
                    files,
                )
            except Mistakes as mistakes:
                if is_first:
                    raise
                said = f"{one.case.number}：{''.join(mistakes.fields.values())}"
                raise Mistakes({jointly.FIELD: said}) from None
            except NotAllowed as why:
                raise NotAllowed(str(why) if is_first else f"{one.case.number}：{why}") from None


def _require_beside(first: Case, other: Case) -> None:
    request = standing(ledger.standing_events(first.events.order_by("seq")))
    found = {one.case.pk: one.objection for one in jointly.beside(request)}
    if said := found.get(other.pk, _("已经不和这件申请合并办理。")):
        raise NotAllowed(said)
