"""What the door needs from time to time: sessions that ended, and counts of attempts, cleared."""

from importlib import import_module

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from yangguang.casework.periodic import DAILY, HOURLY, Job, register


def _clear_sessions() -> str:
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return _("清除了过期的登录。")


def _clear_attempts() -> str:
    """The cache's table drops what expired only when somebody asks for it again."""
    table = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    now = connection.ops.adapt_datetimefield_value(timezone.now().replace(microsecond=0))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [now])
        return _("清除了 {count} 条过期的尝试记录。").format(count=cursor.rowcount)


def register_all() -> None:
    """Make them known."""
    register(Job("sessions", "清除过期的登录", DAILY, _clear_sessions))
    register(Job("attempts", "清除过期的尝试次数记录", HOURLY, _clear_attempts))
