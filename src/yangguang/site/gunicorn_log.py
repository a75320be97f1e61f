"""gunicorn's own log, written like the rest: it would quote addresses and heads of requests."""

import logging
from typing import Any

from django.conf import settings
from gunicorn.glogging import Logger

from yangguang.site import logs


class GunicornLog(Logger):
    """Named in gunicorn's setting `logger_class`."""

    def setup(self, cfg: Any) -> None:
        """Every handler writes our lines; who asked for what is logged by the site itself."""
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            for handler in log.handlers:
                handler.setFormatter(logs.formatter(settings.LOG_AS_JSON))
        self.access_log.setLevel(logging.CRITICAL)
