"""The archives: what is to be filed, what lies in which box, whose period is over."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import disposal, moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import CaseState
from yangguang.inforequests import archives as shelves
from yangguang.inforequests import filing_classes, packages, queries
from yangguang.inforequests.actions import filing as filings
from yangguang.inforequests.models import FilingClass
from yangguang.law.dispositions import RULES, Disposition
from yangguang.law.filing import RETENTION_NAMES, Retention
from yangguang.workspace.access import ARCHIVES, STAFF, access
from yangguang.workspace.filing_forms import FileMany, ForDisposal, NewClass
from yangguang.workspace.rows import shortened
from yangguang.workspace.ticks import DIGITS, ticked
from yangguang.workspace.views.disposing import stands

A_PAGE: Final = 50
_MOST_OVER: Final = 200
_YEAR: Final = 4


@dataclass(frozen=True, slots=True)
class ToFile:
    """A closed request that is to be filed, as a row: `tick` is what its box sends."""

    state: CaseState
    wanted: str
    ended: str
    tick: str
    is_ticked: bool


@access(STAFF)
@require_safe
def first(request: HttpRequest, people: Standing) -> HttpResponse:
    """To the archives of the agency that one works at; of several, the first."""
    seen = Agency.objects.filter(pk__in=people.agencies(Capability.SEE_CASES)).order_by("pk")
    own = seen.filter(pk__in=people.agencies(Capability.REGISTER)).first() or seen.first()
    if own is None:
        raise PermissionDenied(_("您的岗位不办理申请，没有档案可看。"))
    return redirect("archives", slug=own.slug)


@access(ARCHIVES)
@require_http_methods(["GET", "HEAD", "POST"])
def archives(request: HttpRequest, people: Standing, agency: Agency) -> HttpResponse:
    """One agency's archives; POST puts up a list for disposal."""
    if request.method != "POST":
        return _page(request, people, agency)
    form = ForDisposal(_over(agency), request.POST)
    if form.is_valid():
        try:
            listed = disposal.make(agency, form.cleaned_data["cases"], people)
        except (Mistakes, NotAllowed) as why:
            fault = why if isinstance(why, Mistakes) else Mistakes({"cases": str(why)})
            form.take(fault)
        else:
            messages.success(request, _("销毁清册已经编好，等负责人审批。"))
            return redirect("disposal", listed=listed.pk)
    return _page(request, people, agency, for_disposal=form)


@access(ARCHIVES)
@require_POST
def file_many(request: HttpRequest, people: Standing, agency: Agency) -> HttpResponse:
    """File what is ticked, each by itself, and say what became of each."""
    form = FileMany(agency, request.POST)
    chosen = [one for one in map(ticked, request.POST.getlist("case")[:A_PAGE]) if one]
    if not people.can(Capability.REGISTER, agency.pk):
        raise PermissionDenied(_("您没有在这个机关归档的权限。"))
    if not chosen:
        form.add_error(None, _("请先勾选要归档的申请。"))
    if not form.is_valid():
        return _page(request, people, agency, filing=form)
    told = filings.file_each(chosen, agency, form.into, people)
    shown = {
        "agency": agency,
        "done": [one for one in told if not one.why],
        "refused": [one for one in told if one.why],
    }
    return render(request, "workspace/filed.html", shown)


@access(ARCHIVES)
@require_http_methods(["GET", "HEAD", "POST"])
def classes(request: HttpRequest, people: Standing, agency: Agency) -> HttpResponse:
    """The classes under which an agency files; POST adds one, or ends one."""
    form = NewClass(request.POST if "name" in request.POST else None)
    own = FilingClass.objects.filter(agency=agency, ended_at=None)
    try:
        if ended := own.filter(pk__in=_numbers(request.POST.getlist("end"))).first():
            filing_classes.end(ended, people)
            messages.success(request, _("“{name}”已经停用。").format(name=ended))
            return redirect("filing-classes", slug=agency.slug)
        if form.is_bound and form.is_valid():
            kept = form.cleaned_data
            filing_classes.add(agency, kept["name"], Retention(kept["retention"]), people)
            messages.success(request, _("类别已经添加。"))
            return redirect("filing-classes", slug=agency.slug)
    except Mistakes as mistakes:
        form.take(mistakes)
    except NotAllowed as why:
        raise PermissionDenied(str(why)) from None
    every = filing_classes.kinds_of(agency).values()
    shown = {
        "agency": agency,
        "kinds": [(one, RETENTION_NAMES[one.retention]) for one in every],
        "form": form,
        "may_set": people.can(Capability.ASSIGN, agency.pk),
    }
    return render(request, "workspace/filing_classes.html", shown, status=_status(form))


def _page(
    request: HttpRequest,
    people: Standing,
    agency: Agency,
    filing: FileMany | None = None,
    for_disposal: ForDisposal | None = None,
) -> HttpResponse:
    year, again = request.GET.get("year", ""), request.GET.get("again") == "1"
    unfiled = queries.unfiled(people, agency)
    closed = unfiled.order_by("closed_on__year").values_list("closed_on__year", flat=True)
    waiting = sorted(set(closed.distinct()))
    refiled = unfiled.exclude(former_place="").count()
    if again:
        unfiled = unfiled.exclude(former_place="")
    if year.isdecimal() and len(year) == _YEAR:
        unfiled = unfiled.filter(closed_on__year=int(year))
    page = Paginator(unfiled, A_PAGE).get_page(request.GET.get("page"))
    over = _over(agency)
    shown = {
        "agency": agency,
        "page": page,
        "rows": _rows(list(page.object_list), set(request.POST.getlist("case"))),
        "years": [str(one) for one in waiting],
        "year": year,
        "again": again,
        "turning": f"?{urlencode({'year': year, **({'again': 1} if again else {})})}&",
        "refiled": refiled,
        "filing": filing or FileMany(agency),
        "kept": _kept(people, agency),
        "over": over,
        "blocked": [one for one in over if one.why],
        "form": for_disposal or ForDisposal(over),
        "may_file": people.can(Capability.REGISTER, agency.pk),
        "packages": packages.live(agency, people),
        "lists": [stands(one) for one in agency.disposal_lists.order_by("-pk")[:20]],
        "agencies": Agency.objects.filter(pk__in=people.agencies(Capability.SEE_CASES)),
    }
    return render(request, "workspace/archives.html", shown, status=_status(filing, for_disposal))


def _rows(states: list[CaseState], chosen: set[str]) -> list[ToFile]:
    wanted = queries.wanted_in([one.pk for one in states])
    found = []
    for one in states:
        tick = f"{one.number}/{one.last_seq}"
        ended = RULES[Disposition(one.disposition)].name if one.disposition else _("已拆分")
        said = shortened(wanted.get(one.pk, ""))
        found.append(ToFile(one, said, str(ended), tick, tick in chosen))
    return found


def _kept(people: Standing, agency: Agency) -> list[dict[str, Any]]:
    """What lies in the archives, year by year and by how long it is kept."""
    found: dict[tuple[int, Retention], dict[str, Any]] = {}
    for one in shelves.boxes(people, agency):
        line = found.setdefault(
            (one.box.year, one.box.retention),
            {
                "year": one.box.year,
                "retention": RETENTION_NAMES[one.box.retention],
                "until": one.kept_until,
                "boxes": 0,
                "count": 0,
            },
        )
        line["boxes"] += 1
        line["count"] += one.count
    return list(found.values())


def _over(agency: Agency) -> list[disposal.Candidate]:
    today: date = moment.today()
    return disposal.candidates(disposal.over(agency, today)[:_MOST_OVER])


def _numbers(values: list[str]) -> list[int]:
    return [int(one) for one in values if one.isdecimal() and len(one) < DIGITS]


def _status(*forms: Any) -> int:
    return 422 if any(form is not None and form.errors for form in forms) else 200
