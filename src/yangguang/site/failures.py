"""A failure is logged under the number of its request, which the visitor can quote.

Where the machine is the cause, the line says so: the operator has something to do.
"""

import logging
import sys
from typing import Any

from django.core.signals import got_request_exception
from django.dispatch import receiver
from django.http import HttpRequest

from yangguang.portal.out_of_order import cause_of

LOG = logging.getLogger("yangguang.failures")


# Django tells of every failure here, in a view or before it; nothing else hears of both.
@receiver(got_request_exception, dispatch_uid="yangguang.failures")
def note_failure(request: HttpRequest, **_: Any) -> None:
    """Log where it happened; Django's handler then shows the page with the number."""
    reference, cause = getattr(request, "reference", ""), cause_of(sys.exc_info()[1])
    if cause:
        LOG.critical("failure %s: %s", reference, cause, exc_info=sys.exc_info())
    else:
        LOG.error("failure %s", reference, exc_info=sys.exc_info())
