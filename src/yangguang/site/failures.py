"""An unforeseen failure is logged under the number of its request, which the visitor can quote."""

import logging
import sys
from typing import Any

from django.core.signals import got_request_exception
from django.dispatch import receiver
from django.http import HttpRequest

LOG = logging.getLogger("yangguang.failures")


# Django tells of every failure here, in a view or before it; nothing else hears of both.
@receiver(got_request_exception, dispatch_uid="yangguang.failures")
def note_failure(request: HttpRequest, **_: Any) -> None:
    """Log where it happened; Django's handler then shows the page with the number."""
    LOG.error("failure %s", getattr(request, "reference", ""), exc_info=sys.exc_info())
