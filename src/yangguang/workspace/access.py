"""Who may open the staff's pages: by post, by case, by what the post may do there."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from yangguang.agencies.access import Rule, access
from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework.errors import NotAllowed
from yangguang.casework.visitor import standing_of
from yangguang.inforequests import queries
from yangguang.inforequests.actions import opening
from yangguang.inforequests.moves import CAPABILITY, Move
from yangguang.workspace import resend

__all__ = [
    "CASE",
    "HANDLER",
    "HANDLING",
    "REGISTRAR",
    "STAFF",
    "access",
    "making",
    "may",
    "refusing",
]


class NotHere(Http404):
    """There is nothing that this person may know of; `sentence` is shown."""

    @property
    def sentence(self) -> str:
        """What to do."""
        return _("没有这件申请，或者它不在您能看到的机关。请核对编号，或者回到办件列表查找。")


def _staff(request: HttpRequest) -> Standing | HttpResponse:
    if not request.user.is_authenticated:
        if request.method == "POST":
            return resend.signed_out(request)
        return redirect_to_login(request.get_full_path())
    people = standing_of(request)
    if not people.is_staff:
        raise PermissionDenied(
            _("工作台只对有岗位的工作人员开放。您的账号没有岗位，请联系本单位的系统管理员。")
        )
    return people


def _any_post(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `people`."""
    people = _staff(request)
    return people if isinstance(people, HttpResponse) else {**arguments, "people": people}


def _case(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `people` and, for the `number` in the address, `case`."""
    people = _staff(request)
    if isinstance(people, HttpResponse):
        return people
    rest = dict(arguments)
    found = (
        queries.visible_to(people)
        .select_related("agency", "state")
        .filter(number=rest.pop("number"))
    )
    case = found.first()
    if case is None:
        raise NotHere
    return {**rest, "people": people, "case": case}


def _registrar(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    people = _staff(request)
    if isinstance(people, HttpResponse):
        return people
    if not people.agencies(Capability.REGISTER):
        raise PermissionDenied(_("您的岗位不能登记申请。"))
    return {**arguments, "people": people}


def may(*capabilities: Capability) -> Rule:
    """Who sees the case and may do at its agency one of these."""

    def admit(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
        admitted = _case(request, arguments)
        if isinstance(admitted, dict):
            _require(admitted["people"], admitted["case"].agency_id, capabilities)
        return admitted

    words = "、".join(one.value for one in capabilities)
    return Rule(f"who sees the case and may {words} there", admit)


def _require(people: Standing, agency: int, capabilities: Iterable[Capability]) -> None:
    if not any(people.can(one, agency) for one in capabilities):
        raise PermissionDenied(_("您在这个机关的岗位不能办理这一步。"))


def _handling(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    admitted = _case(request, arguments)
    if isinstance(admitted, dict):
        with refusing():
            opening.require_papers(admitted["case"], admitted["people"])
    return admitted


def _handler(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    people = _staff(request)
    if isinstance(people, HttpResponse):
        return people
    if not people.agencies(Capability.HANDLE):
        raise PermissionDenied(_("您的岗位不承办申请。"))
    return {**arguments, "people": people}


@contextmanager
def refusing() -> Iterator[None]:
    """What an action does not allow is refused with its sentence, as a page."""
    try:
        yield
    except NotAllowed as why:
        raise PermissionDenied(str(why)) from None


def making(move: Move) -> Rule:
    """Who may make a move in a case; whether it is lawful now is another question."""
    capability = CAPABILITY.get(move)
    return may(capability) if capability else may(*queries.APPROVING)


STAFF: Final = Rule("who holds a post", _any_post)
CASE: Final = Rule("who sees the case; others are told that it is not there", _case)
HANDLING: Final = Rule("who handles the case, or assigns, and may open_personal there", _handling)
HANDLER: Final = Rule("who may handle at some agency", _handler)
REGISTRAR: Final = Rule("who may register at some agency", _registrar)
