"""Who may open the pages of an annual report: who sees the agency's figures, who writes it."""

from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from yangguang.agencies.access import Rule
from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.reporting.models import YearReport
from yangguang.reporting.rolling_up.scope import adds_up
from yangguang.workspace.access import any_post

SEEING: Final = (Capability.REPORT, Capability.SEE_FIGURES, Capability.REVIEW_SECRECY)
"""Any of these: who writes, who sees the figures, who reviews it for secrecy."""


def _agency(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `people` and the `agency` named by its slug."""
    admitted = any_post(request, arguments)
    if isinstance(admitted, HttpResponse):
        return admitted
    rest = dict(admitted)
    found = Agency.objects.filter(pk__in=seen_by(rest["people"]), slug=rest.pop("slug")).first()
    if found is None:
        raise Http404
    return {**rest, "agency": found}


def seen_by(people: Standing) -> frozenset[int]:
    """The ids of the agencies whose reports these people open."""
    return frozenset[int]().union(*(people.agencies(one) for one in SEEING))


def _report(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `people` and, for the `slug` and `year` in the address, `report`."""
    admitted = any_post(request, arguments)
    if isinstance(admitted, HttpResponse):
        return admitted
    people = admitted["people"]
    rest = dict(arguments)
    found = YearReport.objects.select_related("agency", "agency__rules", "case")
    report = found.filter(
        agency__in=seen_by(people), agency__slug=rest.pop("slug"), year=rest.pop("year")
    ).first()
    if report is None:
        raise Http404
    return {**rest, "people": people, "report": report}


def _writer(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    admitted = _report(request, arguments)
    if isinstance(admitted, dict):
        _require_writer(admitted["people"], admitted["report"].agency_id)
    return admitted


def _rollup(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    admitted = _report(request, arguments)
    if isinstance(admitted, dict) and not adds_up(admitted["report"].agency):
        raise Http404
    return admitted


def _agency_writer(
    request: HttpRequest, arguments: dict[str, Any]
) -> dict[str, Any] | HttpResponse:
    admitted = _agency(request, arguments)
    if isinstance(admitted, dict):
        _require_writer(admitted["people"], admitted["agency"].pk)
    return admitted


def _require_writer(people: Standing, agency: int) -> None:
    if not people.can(Capability.REPORT, agency):
        raise PermissionDenied(_("您的岗位不编制这个机关的年度报告，可以看，不能改。"))


AGENCY_REPORTS: Final = Rule("who may report, see_figures or review_secrecy at the agency", _agency)
YEAR_REPORT: Final = Rule("who may report, see_figures or review_secrecy at the agency", _report)
ROLL_UP: Final = Rule("who may report, see_figures or review_secrecy at the government", _rollup)
YEAR_REPORT_WRITER: Final = Rule("who may report at the agency", _writer)
AGENCY_WRITER: Final = Rule("who may report at the agency", _agency_writer)
