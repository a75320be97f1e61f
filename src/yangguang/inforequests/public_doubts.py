"""Whether what is open to all may stay open once its answer is overturned or given anew: pure.

An answer that was overturned because it kept too much back does no harm by staying open; one that
was overturned because it opened what is a third party's does (Arts 14–16). The ruling does not say
which it was. So nothing is taken back by itself: the office is told, and decides.
"""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.inforequests.moves import Offer
from yangguang.inforequests.public_version import Phase, PublicVersion
from yangguang.law.disputes import DisputeResult

if TYPE_CHECKING:
    from yangguang.inforequests.standing import Standing


class Doubt(StrEnum):
    """Why what is open to all has to be looked at again."""

    OVERTURNED = "overturned"
    ANSWERED_ANEW = "answered_anew"


DOUBTS_IN_WORDS: Final = {
    Doubt.OVERTURNED: lazy(
        "答复已经被复议决定或者裁判纠正，向社会公开的还是这份答复。公开了第三方商业秘密、个人隐私"
        "等不该公开的，马上撤下；只是因为公开得不够的，可以继续公开。"
    ),
    Doubt.ANSWERED_ANEW: lazy("申请已经重新答复，向社会公开的还是以前的答复。撤下，或者继续公开。"),
}


def after_step(found: "Standing", dispute: int) -> PublicVersion | None:
    """The version after a step in a dispute (its number): one that overturned its answer is kept.

    A judgment that can still be appealed overturns too: what does harm does it meanwhile. An appeal
    takes that back.
    """
    version = found.public
    if version is None or found.contested.get(dispute) != version.letter:
        return version
    overturned = found.disputes[dispute].result(date.max) is DisputeResult.CORRECTED
    doubts = version.overturned_in | {dispute} if overturned else version.overturned_in - {dispute}
    return replace(version, overturned_in=doubts)


def doubt(version: PublicVersion | None, answer: int | None, *, is_answered: bool) -> Doubt | None:
    """Why a version that is open to all is to be looked at again. `answer`: the one that holds."""
    if version is None or version.phase is not Phase.PUBLISHED:
        return None
    if version.overturned_in:
        return Doubt.OVERTURNED
    is_known = answer in (version.letter, version.kept_beside)
    return Doubt.ANSWERED_ANEW if is_answered and not is_known else None


def offered(one: Offer, why: Doubt) -> Offer:
    """The withdrawal as it is offered while there is a doubt: to take back, or to keep."""
    said = _("撤下，或者写明为什么可以继续公开。")
    return replace(one, verb=_("复核公开版"), consequence=said, caution=str(DOUBTS_IN_WORDS[why]))
