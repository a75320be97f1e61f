"""The moment as of which a report is compiled, as a person writes it."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from yangguang.casework import moment
from yangguang.casework.errors import Mistakes


def read(written: str) -> datetime:
    """A day (2026-01-20: its end) or a moment (2026-01-20T09:30), aware; empty: now.

    Without a zone it is the office's. Raises Mistakes (known_at) for anything else, and for what
    lies ahead: nobody knows what will have been entered by then.
    """
    written = written.strip()
    if not written:
        return moment.now()
    said = _("“{written}”不是日期或时刻，请写成 2026-01-20 或者 2026-01-20T09:30。")
    try:
        if len(written) == len("2026-01-20"):
            found = datetime.combine(date.fromisoformat(written), time.max)
        else:
            found = datetime.fromisoformat(written)
        aware = found if timezone.is_aware(found) else timezone.make_aware(found)
        day = timezone.localdate(aware)
    except (ValueError, OverflowError):
        raise Mistakes({"known_at": said.format(written=written[:40])}) from None
    if day > moment.today():
        ahead = _("{day} 还没有到：只能按今天或者以前掌握的情况编制。")
        raise Mistakes({"known_at": ahead.format(day=day)})
    return min(aware, moment.now())
