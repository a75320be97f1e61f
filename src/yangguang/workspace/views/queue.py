"""The queue: tabs, filters and order in the address, a page at a time."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.capabilities import Capability, Standing, holders
from yangguang.agencies.models import Agency, Person
from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.inforequests import queries, saved_filters, searching
from yangguang.inforequests.counting import Counted
from yangguang.inforequests.names import STAGE_NAMES
from yangguang.inforequests.queries import Filters, Sort, Tab
from yangguang.workspace import fields, figures_behind, searches
from yangguang.workspace.access import STAFF, access
from yangguang.workspace.rows import rows

A_PAGE: Final = 25

TAB_NAMES: Final = {
    Tab.MINE: lazy("我承办的"),
    Tab.UNASSIGNED: lazy("未分办"),
    Tab.SOON: lazy("5 个工作日内到期"),
    Tab.OVERDUE: lazy("已逾期"),
    Tab.WAITING: lazy("暂停等待"),
    Tab.TO_APPROVE: lazy("待我审批"),
    Tab.DISPUTED: lazy("复议诉讼待答"),
    Tab.ALL: lazy("全部"),
}
_EMPTY: Final = {
    Tab.MINE: lazy("您手上没有在办的申请。分办给您的申请会出现在这里。"),
    Tab.UNASSIGNED: lazy("没有等待分办的申请。新收到的申请会先出现在这里。"),
    Tab.SOON: lazy("5 个工作日之内没有到期的申请。"),
    Tab.OVERDUE: lazy("没有逾期的申请。"),
    Tab.WAITING: lazy("没有暂停计时的申请。等待申请人补正、征求其他人意见的会出现在这里。"),
    Tab.TO_APPROVE: lazy("没有等您审批的文书，也没有等您审批的公开版。"),
    Tab.DISPUTED: lazy("没有等本机关提交答复、答辩的复议、诉讼。"),
    Tab.ALL: lazy("还没有申请。可以登记收到的信函、传真和当面提交的申请。"),
}


class Narrow(fields.Filled):
    """What narrows the queue; what may be typed is in the search, for an address keeps it."""

    q = forms.CharField(required=False, widget=forms.HiddenInput)
    stage = forms.ChoiceField(label=lazy("状态"), required=False)
    handler = forms.TypedChoiceField(
        label=lazy("承办人"), required=False, coerce=int, empty_value=None
    )
    agency = forms.TypedChoiceField(
        label=lazy("机关"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, people: Standing, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _("全部"))
        agencies = Agency.objects.filter(pk__in=people.agencies(Capability.SEE_CASES))
        named = [(one.pk, one.short_name) for one in agencies]
        self.fields["stage"].choices = [every, *STAGE_NAMES.items()]
        self.fields["agency"].choices = [every, *named]
        if len(named) == 1:
            del self.fields["agency"]
            theirs = holders(Capability.HANDLE, agencies[0].pk, moment.today())
            self.fields["handler"].choices = [every, *((one.pk, str(one)) for one in theirs)]
        else:
            del self.fields["handler"]

    @property
    def chosen(self) -> Filters:
        """What was chosen; what cannot be is left out."""
        self.is_valid()
        kept = self.cleaned_data
        number, stage = kept.get("q", "").strip(), kept.get("stage", "")
        return Filters(
            number if searching.is_number(number) else "",
            stage,
            kept.get("handler"),
            kept.get("agency"),
        )


class _Pages(Paginator):
    """Pages of a list that may have been counted already."""

    def __init__(self, found: QuerySet[CaseState], count: int | None) -> None:
        super().__init__(found, A_PAGE)
        if count is not None:
            self.count = count


@dataclass(frozen=True, slots=True)
class Listed:
    """What an address of the queue means for someone: which requests, in which order."""

    tab: Tab
    sort: Sort
    form: Narrow
    filters: Filters
    search: searches.Search | None
    result: searching.Found | None
    counted: Counted | None
    found: QuerySet[CaseState]

    @property
    def is_narrowed(self) -> bool:
        """Whether it is less than the whole tab."""
        other = (self.result, self.counted)
        return self.filters != Filters() or any(one is not None for one in other)

    @property
    def said(self) -> str:
        """What it is, in words."""
        parts = [str(TAB_NAMES[self.tab])]
        for name in ("stage", "handler", "agency"):
            field = self.form.fields.get(name)
            chosen = getattr(self.filters, name)
            if field is not None and chosen:
                parts.append(str(dict(field.choices).get(chosen, "")))
        if self.counted is not None:
            parts.append(figures_behind.in_words(self.counted))
        if self.result is not None:
            parts.append(_("查找"))  # not for what: it may be a name
        return " · ".join(filter(None, (*parts, self.filters.number)))

    @property
    def query(self) -> str:
        """The address's query, of nothing but enumerations, ids and a part of a number."""
        chosen = self.filters
        named = {
            "tab": self.tab.value,
            "stage": chosen.stage,
            "handler": chosen.handler,
            "agency": chosen.agency,
            "q": chosen.number,
            "sort": self.sort.value if self.sort is not _usual(self.tab) else "",
        }
        counted = self.counted.fields if self.counted else {}
        return urlencode({name: value for name, value in named.items() if value} | counted)


def sound_query(query: str) -> str:
    """The query of an address of the queue, with nothing in it that the queue does not take."""
    known = QueryDict(query)
    taken = ("tab", "stage", "handler", "agency", "sort", "q", searches.IN_ADDRESS, "skip", "page")
    kept = {name: known[name] for name in taken if known.get(name)}
    if not searching.is_number(kept.get("q", "")):
        kept.pop("q", None)
    counted = figures_behind.named_in(known)
    return urlencode(kept | (counted.fields if counted else {}))


def listed(request: HttpRequest, query: QueryDict, people: Standing, today: date) -> Listed:
    """What the query of an address asks for."""
    tab = _one_of(Tab, query.get("tab", ""), Tab.MINE)
    sort = _one_of(Sort, query.get("sort", ""), _usual(tab))
    form = Narrow(people, query)
    filters = form.chosen
    found = queries.queue(people, tab, today, filters, sort)
    counted = figures_behind.named_in(query)
    if counted:
        found = figures_behind.narrow(found, counted, people)
    search = searches.named_in(request, query)
    result = None
    if search and search.words:
        result = searching.find(found, search.words, people, search.skip)
        found = found.filter(pk__in=result.cases)
    return Listed(tab, sort, form, filters, search, result, counted, found)


@access(STAFF)
@require_safe
def queue(request: HttpRequest, people: Standing) -> HttpResponse:
    """One tab of the queue; a number that is complete leads to its case."""
    today = moment.today()
    of = listed(request, request.GET, people, today)
    tab, form, search, is_narrowed = of.tab, of.form, of.search, of.is_narrowed
    if queries.visible_to(people).filter(number=of.filters.number or None).exists():
        return redirect("case", number=of.filters.number)
    counts = queries.counts(people, today)
    page = _Pages(of.found, None if is_narrowed else counts[tab]).get_page(request.GET.get("page"))
    assigning = people.agencies(Capability.ASSIGN)
    shown_rows = rows(page.object_list, today, assigning)
    shown = {
        "tabs": [(one, TAB_NAMES[one], counts[one], one is tab) for one in Tab],
        "tab": tab,
        "tab_name": TAB_NAMES[tab],
        "search": search,
        "result": of.result,
        "number": of.filters.number,
        "counted": of.counted,
        "counted_words": figures_behind.in_words(of.counted) if of.counted else "",
        "sought": search.words if search else of.filters.number,
        "filters": _kept(request, "page", "q", "skip", searches.IN_ADDRESS),
        "further": _kept(request, "page", "skip"),
        "most": searching.MOST,
        "sort": of.sort,
        "form": form,
        "is_narrowed": is_narrowed,
        "page": page,
        "rows": shown_rows,
        "handlers": _handlers(assigning, today),
        "ticks": any(row.tick for row in shown_rows),
        "is_ticked": "ticked" in request.GET,
        "here": _kept(request, "ticked"),
        "saved": saved_filters.of(people),
        "query": of.query,
        "columns": _columns(request, of.sort),
        "several": "agency" in form.fields,
        "empty": _EMPTY[tab],
        "kept": _kept(request, "page", "ticked"),
        "may_register": bool(people.agencies(Capability.REGISTER)),
    }
    return render(request, "workspace/queue.html", shown)


@access(STAFF)
@require_POST
def look_for(request: HttpRequest, people: Standing) -> HttpResponse:
    """Take in what is looked for and lead to what was found.

    A number goes into the address; anything else may be a name, and does not.
    """
    sought = " ".join(request.POST.get("words", "").replace("\0", "").split())
    query = QueryDict(request.POST.get("filters", ""), mutable=True)
    for name in ("page", "q", "skip", searches.IN_ADDRESS):
        query.pop(name, None)
    query.setdefault("tab", Tab.ALL)
    if searching.is_number(sought):
        query["q"] = sought
    elif sought:
        query[searches.IN_ADDRESS] = searches.keep(request, sought)
    return redirect(f"{reverse('queue')}?{query.urlencode()}")


def _handlers(agencies: frozenset[int], on: date) -> list[tuple[str, list[Person]]]:
    """To whom many requests can be given at once, by agency."""
    named = Agency.objects.filter(pk__in=agencies)
    return [(one.short_name, holders(Capability.HANDLE, one.pk, on)) for one in named]


def _usual(tab: Tab) -> Sort:
    if tab is Tab.DISPUTED:
        return Sort.STATEMENT
    return Sort.LATEST if tab is Tab.ALL else Sort.DUE


def _one_of(kind: Any, value: str, otherwise: Any) -> Any:
    return kind(value) if value in set(kind) else otherwise


def _kept(request: HttpRequest, *left_out: str) -> str:
    """The address's query without some of its parts, to add to."""
    query = request.GET.copy()
    for name in left_out:
        query.pop(name, None)
    if not searching.is_number(query.get("q", "")):
        query.pop("q", None)
    return query.urlencode()


def _columns(request: HttpRequest, sort: Sort) -> list[dict[str, Any]]:
    """The heads that sort: name, address, whether it is in force."""
    base = _kept(request, "sort", "page")
    named = (
        (Sort.NUMBER, _("编号")),
        (Sort.RECEIVED, _("收到日期")),
        (Sort.DUE, _("答复期限")),
    )
    return [
        {"sort": one, "name": name, "query": f"{base}&sort={one}".lstrip("&"), "on": one is sort}
        for one, name in named
    ]
