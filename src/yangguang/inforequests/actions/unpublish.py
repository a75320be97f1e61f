"""What is open to everyone is taken back; or looked at again, and left where it is (Arts 14–17)."""

from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework import traces
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, Event
from yangguang.inforequests import derivation, public_files
from yangguang.inforequests.acting import Situation, acting
from yangguang.inforequests.actions.publish import names_in
from yangguang.inforequests.events import What
from yangguang.inforequests.models import PublicAnswer
from yangguang.inforequests.moves import Move
from yangguang.inforequests.public_version import Phase

REASON: Final = "stays public"
"""The kind of text: why something stays open to everyone."""
_LONGEST: Final = 500


def unpublish(case: Case, reason: str, people: Standing, seen: int | None = None) -> Event:
    """Take a public answer back: its words go, the reason stands at its address.

    Raises NotAllowed; Mistakes where the reason is missing, or itself tells of a person.
    """
    with acting(case, Move.UNPUBLISH, people, seen) as situation:
        reason = _sound(reason, _("请写明撤下的原因，网页上会显示。"))
        if traces.find(reason, _names_if_known(situation.case)):
            raise Mistakes({"reason": _("原因会显示在网页上，请不要写个人信息。")})
        return take_back(situation, reason)


def keep(case: Case, reason: str, people: Standing, seen: int | None = None) -> Event:
    """Leave open what was looked at again, as its answer was overturned or given anew.

    Why is kept for the office. Raises NotAllowed, Mistakes (`reason`).
    """
    with acting(case, Move.UNPUBLISH, people, seen) as situation:
        if situation.request.public_doubt is None:
            raise NotAllowed(_("公开的答复没有被纠正，也没有重新答复，不用复核。"))
        kept = situation.keep_all(REASON, _sound(reason, _("请写明为什么可以继续公开。")))
        shown = _shown(situation)
        return situation.record(
            What.KEPT_PUBLIC, {"letter": situation.request.answer, "answer": shown.pk, **kept}
        )


def is_open_to_all(request: derivation.Standing) -> bool:
    """Whether an answer to the request is open to everyone now."""
    return request.public is not None and request.public.phase is Phase.PUBLISHED


def take_back(situation: Situation, reason: str) -> Event:
    """Take back what is open, within another action's transaction. `reason` is for everyone."""
    shown = _shown(situation)
    shown.title = shown.asked = shown.answered = ""
    shown.withdrawn_on, shown.reason = situation.on, reason
    shown.save()
    public_files.take_back(shown)
    return situation.record(
        What.UNPUBLISHED, {"letter": situation.request.answer, "answer": shown.pk}
    )


def _shown(situation: Situation) -> PublicAnswer:
    return PublicAnswer.objects.get(case=situation.case, withdrawn_on=None)


def _sound(reason: str, if_missing: str) -> str:
    """The reason on one line. Raises Mistakes."""
    reason = " ".join(reason.split())
    if not reason:
        raise Mistakes({"reason": if_missing})
    if len(reason) > _LONGEST:
        raise Mistakes({"reason": _("原因最多 {most} 个字。").format(most=_LONGEST)})
    return reason


def _names_if_known(case: Case) -> frozenset[str]:
    """Erased names are known to nobody any more, and must not stop the withdrawal."""
    try:
        return names_in(case)
    except NotAllowed:
        return frozenset()
