"""A form whose token is not the page's any more: what was typed is kept where it was ours."""

from django.http import HttpRequest, HttpResponse

from yangguang.portal.views import errors
from yangguang.workspace import resend


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 by Django's protection of forms; staff may send what they typed once more."""
    return resend.expired(request) or errors.form_expired(request, reason)
