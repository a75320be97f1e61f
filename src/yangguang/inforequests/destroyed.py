"""What was destroyed cannot be handled any more: no counter-entry opens it again.

A request's data are destroyed only where it is closed and nothing of it is contested
(`casework.erasure`); what was so then stays so. Whoever still wants the information asks again.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from yangguang.casework.models import DataKey, Event
from yangguang.inforequests import derivation


def is_destroyed(request: derivation.Standing) -> bool:
    """Whether what a closed request says cannot be read any more; of an open one False.

    One query of a closed one.
    """
    keys = DataKey.objects.filter(pk=request.key, destroyed_at__isnull=False)
    return request.is_closed and keys.exists()


def opens_again(event: Event, standing: Iterable[Event]) -> bool:
    """Whether a request would be open, or contested, if this one of its events did not hold."""
    left = derivation.standing(one for one in standing if one.seq != event.seq)
    return not left.is_closed or any(one.decision is None for one in left.disputes.values())


def said() -> str:
    """Why what would open it again is not voided, and what to do instead."""
    return _(
        "这件申请的内容和个人信息已经按规定销毁，冲正以后会让它又成为没有办结的记录，不能冲正。"
        "还要办理的，按申请人重新提交的申请、新收到的文书另行登记。"
    )
