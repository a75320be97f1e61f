"""The same answer for requests that are handled together, to each applicant their own (Art. 45).

Each request is answered by a letter of its own: to its applicant, about what that one asked for.
How it ends, what is written below that and what is enclosed can be the same, and is written once.
Who else asked stands in none of them.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.casework import ledger, personal
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, Party
from yangguang.inforequests import composing, lawful, overview
from yangguang.inforequests.derivation import Stage, Standing, standing
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import Move
from yangguang.inforequests.overview import Overview
from yangguang.law.dispositions import RULES, Disposition, Evidence

FIELD: Final = "jointly"
"""Under what name mistakes are told."""


class Beside(NamedTuple):
    """A request that is handled together with another: why it cannot have the same draft.

    `has_draft`: it has a letter that is being worked on, in whose place the draft comes.
    """

    case: Case
    objection: str
    has_draft: bool


class Written(NamedTuple):
    """An answer as its author wrote it: `told` is what was filled in, as the letter says it."""

    disposition: Disposition
    title: str
    body: str
    told: Mapping[str, str]
    contest: str


def beside(request: Standing) -> list[Beside]:
    """What is handled together with a request. A query, and one for each."""
    found = []
    for case in Case.objects.filter(pk__in=request.joined).order_by("pk"):
        theirs = standing(ledger.standing_events(case.events.order_by("seq")))
        found.append(Beside(case, _objection(request, theirs), theirs.draft is not None))
    return found


def _objection(request: Standing, theirs: Standing) -> str:
    if theirs.handler != request.handler:
        return _("由别人承办。")
    if theirs.stage is Stage.APPROVED:
        return _("有一份文书已经审批通过，要改请到那一件里改。")
    return lawful.not_now(Move.DRAFT_ANSWER, theirs)


def can_be_shared(disposition: Disposition | None) -> bool:
    """Whether an answer can end several requests: what is about one applicant alone cannot."""
    if disposition in (None, Disposition.OWN_RECORD):
        return False
    return Evidence.EARLIER_ANSWER not in RULES[disposition].evidence


def words(own: Overview, other: Overview, written: Written) -> dict[str, Any]:
    """An answer to the request `own` as it is written to the applicant of `other`.

    Raises Mistakes where the author changed what says whose request it is, or names who asked.
    """
    kind, to = LetterKind.ANSWER, overview.facts(other)
    rest = composing.after_lead(kind, overview.facts(own), written.disposition, written.body)
    if rest is None:
        raise Mistakes({FIELD: str(_LEAD_CHANGED)})
    hide = personal.concealer(Party.objects.filter(case=own.case).select_related("key", "case"))
    if any(hide(one) != one for one in (written.title, rest, *written.told.values())):
        raise Mistakes({FIELD: str(_TELLS_WHO)})
    return composing.words(
        written.title,
        composing.addressee(to),
        f"{composing.lead(kind, to, written.disposition)}\n{rest}",
        composing.sentences(kind, to, composing.Terms(written.disposition), written.told),
        written.contest,
    )


_LEAD_CHANGED: Final = lazy(
    "正文开头写明是哪件申请的那几行改动过，不能换成别的申请的。"
    "请恢复原样，要说的写在后面；或者不打勾，分别起草。"
)
_TELLS_WHO: Final = lazy(
    "标题、正文或者填写的内容里有这件申请的当事人的信息，不能写进给别人的文书。"
    "请去掉，或者不打勾，分别起草。"
)
