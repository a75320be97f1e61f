"""Whether the site is up, and whether it can do its work; for whoever watches it."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yangguang.agencies.access import PUBLIC, access
from yangguang.site import readiness

_AS_IT_IS = {"ensure_ascii": False}


@access(PUBLIC)
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """That the program runs and answers; asks nothing of anyone."""
    return JsonResponse({"alive": True, "words": _("在运行。")}, json_dumps_params=_AS_IT_IS)


@access(PUBLIC)
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Whether it can work: 200, or 503 with what is failing named; each check in plain words."""
    checks = readiness.checks()
    failing = [one.name for one in checks if not one.ok]
    told = {
        "ready": not failing,
        "failing": failing,
        "checks": {one.name: {"ok": one.ok, "words": one.words} for one in checks},
    }
    return JsonResponse(told, status=503 if failing else 200, json_dumps_params=_AS_IT_IS)
