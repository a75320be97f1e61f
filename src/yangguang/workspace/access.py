"""Who may open the staff's pages: by post, by case, by what the post may do there."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from yangguang.agencies.access import Rule, access
from yangguang.agencies.administering import administered
from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import DisposalList
from yangguang.casework.visitor import standing_of
from yangguang.inforequests import packages, queries
from yangguang.inforequests.actions import opening
from yangguang.inforequests.moves import CAPABILITY, Move
from yangguang.workspace import resend

__all__ = [
    "ACCOUNT",
    "ADMINISTRATOR",
    "ARCHIVES",
    "ASSIGNING",
    "CASE",
    "DISPOSAL",
    "FIGURES",
    "HANDLER",
    "HANDLING",
    "PACKAGE",
    "REGISTRAR",
    "STAFF",
    "SUPERVISING",
    "access",
    "any_post",
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


def any_post(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `people`."""
    people = _staff(request)
    return people if isinstance(people, HttpResponse) else {**arguments, "people": people}


def _case(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `people` and, for the `number` in the address, `case`."""
    admitted = any_post(request, arguments)
    if isinstance(admitted, HttpResponse):
        return admitted
    people = admitted["people"]
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


def _can(capability: Capability, refusal: Callable[[], str]) -> Rule:
    """Who may do this at some agency; `refusal` says to others why not. Gives `people`."""

    def admit(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
        admitted = any_post(request, arguments)
        if isinstance(admitted, dict) and not admitted["people"].agencies(capability):
            raise PermissionDenied(refusal())
        return admitted

    return Rule(f"who may {capability} at some agency", admit)


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


def _archives(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `people` and the `agency` named by its slug."""
    people = _staff(request)
    if isinstance(people, HttpResponse):
        return people
    rest = dict(arguments)
    seen = Agency.objects.filter(pk__in=people.agencies(Capability.SEE_CASES))
    agency = seen.filter(slug=rest.pop("slug")).first()
    if agency is None:
        raise Http404
    return {**rest, "people": people, "agency": agency}


def _disposal(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `people` and the list."""
    people = _staff(request)
    if isinstance(people, HttpResponse):
        return people
    theirs = people.agencies(Capability.SEE_CASES) | people.agencies(Capability.ADMINISTER)
    found = DisposalList.objects.select_related("agency", "made_by").filter(agency__in=theirs)
    listed = found.filter(pk=arguments["listed"]).first()
    if listed is None:
        raise Http404
    return {**arguments, "people": people, "listed": listed}


def _account(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `people` and the `person` whose account they look after."""
    admitted = ADMINISTRATOR.admit(request, arguments)
    if isinstance(admitted, HttpResponse):
        return admitted
    theirs = administered(admitted["people"], moment.today())
    person = theirs.filter(pk=arguments["person"]).first()
    if person is None:
        raise Http404
    return {**admitted, "person": person}


def _package(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `people` and the package, which is there for who asked for it alone."""
    admitted = any_post(request, arguments)
    if isinstance(admitted, HttpResponse):
        return admitted
    found = packages.asked_by(admitted["people"]).filter(pk=arguments["package"]).first()
    if found is None:
        raise Http404
    return {**admitted, "package": found}


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


ADMINISTRATOR: Final = _can(
    Capability.ADMINISTER, lambda: _("账号由系统管理员管理，您的岗位看不了。")
)
ACCOUNT: Final = Rule("who looks after the account; others are told that there is none", _account)
STAFF: Final = Rule("who holds a post", any_post)
CASE: Final = Rule("who sees the case; others are told that it is not there", _case)
HANDLING: Final = Rule("who handles the case, or assigns, and may open_personal there", _handling)
ASSIGNING: Final = _can(Capability.ASSIGN, lambda: _("您的岗位不能分办申请。"))
HANDLER: Final = _can(Capability.HANDLE, lambda: _("您的岗位不承办申请。"))
REGISTRAR: Final = _can(Capability.REGISTER, lambda: _("您的岗位不能登记申请。"))
ARCHIVES: Final = Rule("who sees the agency's cases", _archives)
DISPOSAL: Final = Rule("who sees the agency's cases or may administer there", _disposal)
PACKAGE: Final = Rule("who asked for the package", _package)
FIGURES: Final = _can(
    Capability.SEE_FIGURES, lambda: _("统计由负责人和主管部门监督员查看，您的岗位看不了。")
)
SUPERVISING: Final = _can(Capability.TAKE_REPORTS, lambda: _("提醒报送年报由主管部门监督员办理。"))
