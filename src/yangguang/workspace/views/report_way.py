"""The way of an annual report: what stands in its way, approval, submission, publication."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import Any, Final, NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.annual_report.checking import Finding
from yangguang.annual_report.checking.cell_names import cell_name, figure
from yangguang.annual_report.form import FORMS, SECTIONS
from yangguang.annual_report.form.sections import part_name
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing import html
from yangguang.casework import approval, moment
from yangguang.casework.download import answer
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Approval
from yangguang.casework.models.approval import Decision
from yangguang.reporting import acting, drafting, gate, life, story
from yangguang.reporting.actions import decide, hand_over, send_up, write
from yangguang.reporting.due import due_day, said_of_rest
from yangguang.reporting.events import What
from yangguang.reporting.life import Move
from yangguang.reporting.models import Version, YearReport
from yangguang.reporting.plain_words import LONGEST_REMARK
from yangguang.reporting.rolling_up import since
from yangguang.reporting.rolling_up.scope import adds_up
from yangguang.reporting.under_way import figures_to_send_up, figures_under_way
from yangguang.workspace.access import access
from yangguang.workspace.fields import whole_number
from yangguang.workspace.report_access import YEAR_REPORT

_COMMENT: Final = "comment:"
"""What a field begins with that says something of a cell, or of the whole."""
_REMARKS: Final = frozenset({"override", "note", "comment", "text"})
_CELLS: Final = frozenset(cell for form in FORMS.values() for cell in form.cell_ids)

DONE: Final = {
    Move.SEND_UP: lazy("送审了，内容已经固定。"),
    Move.DECIDE: lazy("您的意见已经记录。"),
    Move.TAKE_BACK: lazy("撤回了，可以修改。"),
    Move.SUBMIT: lazy("已经报送主管部门。"),
    Move.RETURN: lazy("已经退回，意见会显示给对方。"),
    Move.ACCEPT: lazy("已经收下。"),
    Move.PUBLISH: lazy("已经公布。"),
    Move.CORRECT: lazy("可以修改了；公布的那一版在更正版公布以前不变。"),
    Move.STOP_CORRECTING: lazy("已经停止更正，公布的那一版不变。写过的、填过的都留着。"),
}


@access(YEAR_REPORT)
@require_safe
def way(request: HttpRequest, people: Standing, report: YearReport) -> HttpResponse:
    """Where the report stands, and what can be done now."""
    return _page(request, people, report)


@access(YEAR_REPORT)
@require_safe
def source(
    request: HttpRequest, people: Standing, report: YearReport, version: int
) -> HttpResponse:
    """The file that a version was read from."""
    found = get_object_or_404(report.versions.exclude(source=None), number=version).source
    assert found is not None
    return answer(bytes(found.content), found.name, found.media_type)


@access(YEAR_REPORT)
@require_POST
def make(request: HttpRequest, people: Standing, report: YearReport, move: str) -> HttpResponse:
    """Make a move; what was typed stands again where it is refused."""
    if move not in set(_MADE):
        raise Http404
    wanted = Move(move)
    try:
        _MADE[wanted](request, people, report)
    except NotAllowed as why:
        return _page(request, people, report, str(why), status=409)
    except Mistakes as wrong:
        return _page(request, people, report, "\n".join(wrong.fields.values()), status=422)
    messages.success(request, str(DONE[wanted]))
    return redirect("report-way", report.agency.slug, report.year)


@access(YEAR_REPORT)
@require_POST
def explain(request: HttpRequest, people: Standing, report: YearReport) -> HttpResponse:
    """Keep what the agency says to a finding."""
    try:
        made = write.explain(
            report, request.POST.get("finding", "")[:16], request.POST.get("text", ""), people
        )
    except NotAllowed as why:
        return _page(request, people, report, str(why), status=409)
    except Mistakes as wrong:
        return _page(request, people, report, "\n".join(wrong.fields.values()), status=422)
    said = _("说明已经保存，会随年报一起报送。") if made.text else _("说明已经撤回。")
    messages.success(request, said)
    return redirect("report-way", report.agency.slug, report.year)


def _seen(request: HttpRequest) -> int | None:
    return whole_number(request.POST.get("seen", ""))


def _send_up(request: HttpRequest, people: Standing, report: YearReport) -> None:
    said = send_up.Words(request.POST.get("override", ""), request.POST.get("note", ""))
    send_up.send_up(report, figures_to_send_up(report), people, said, _seen(request))


def _decide(request: HttpRequest, people: Standing, report: YearReport) -> None:
    wanted = request.POST.get("decision", "")
    if wanted not in set(Decision):
        raise Mistakes({"decision": _("请选择同意或者退回。")})
    decide.decide(
        report,
        Decision(wanted),
        request.POST.get("digest", ""),
        people,
        request.POST.get("comment", ""),
        _seen(request),
    )


def _give_back(request: HttpRequest, people: Standing, report: YearReport) -> None:
    said = {
        name.removeprefix(_COMMENT): str(text)
        for name, text in request.POST.items()
        if name.startswith(_COMMENT)
    }
    hand_over.give_back(report, said, people, _seen(request))


def _plainly(action: Callable[..., Any]) -> Callable[[HttpRequest, Standing, YearReport], None]:
    def made(request: HttpRequest, people: Standing, report: YearReport) -> None:
        action(report, people, _seen(request))

    return made


def _confirmed(request: HttpRequest, people: Standing, report: YearReport) -> None:
    if request.POST.get("checked") != "on":
        raise Mistakes({"checked": _("公布以后谁都可以看到，每一版都会留着。请核对后打勾确认。")})
    hand_over.publish(report, people, _seen(request))


_MADE: Final = {
    Move.SEND_UP: _send_up,
    Move.DECIDE: _decide,
    Move.TAKE_BACK: _plainly(send_up.take_back),
    Move.SUBMIT: _plainly(hand_over.submit),
    Move.RETURN: _give_back,
    Move.ACCEPT: _plainly(hand_over.accept),
    Move.PUBLISH: _confirmed,
    Move.CORRECT: _plainly(hand_over.correct),
    Move.STOP_CORRECTING: _plainly(hand_over.stop_correcting),
}


def _page(
    request: HttpRequest,
    people: Standing,
    report: YearReport,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    now = life.standing_of(report)
    objections = {one: acting.objection(one, report, now, people) for one in Move}
    version = report.versions.filter(number=now.version).first() if now.version else None
    due = due_day(report.agency, report.year)
    typed = {name: request.POST.get(name, "") for name in ("override", "note", "comment")}
    said = {name: request.POST[name] for name in request.POST if name.startswith(_COMMENT)}
    entries = story.story(report)
    context = {
        "report": report,
        "now": now,
        "stage": now.name,
        "due": due,
        "of_rest": said_of_rest(due) if due and moment.today() <= due else "",
        "comes_late": hand_over.comes_late(report, now, moment.today()),
        "may": {move.value: not said for move, said in objections.items()},
        "is_writer": people.can(Capability.REPORT, report.agency_id),
        "has_supervisor": acting.is_submitted(report.agency),
        "refused": refused.split("\n") if refused else (),
        "unkept": _typed(request) if status == 409 else [],
        "typed": typed,
        "levels": _("、").join(str(approval.LEVEL_NAMES[one]) for one in life.PLAN),
        "longest": LONGEST_REMARK,
        "typed_whole": said.pop(_COMMENT, ""),
        "typed_cells": any(said.values()),
        "story": entries,
        "said_above": entries[0].what in {What.RETURNED, What.SENT_BACK},
        "sent_back": entries[0] if entries[0].what is What.SENT_BACK else None,
        "versions": _versions(report),
        **(_checked(report, request.POST) if now.is_being_written else {}),
        **(_frozen(report, version, now, people, said) if version else {}),
    }
    return render(request, "workspace/reports/way.html", context, status=status)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was written, each with the cell that it is of: who was overtaken may find no field."""
    texts = [(name, str(text)) for name, text in request.POST.items() if str(text).strip()]
    said = [(name.removeprefix(_COMMENT), text) for name, text in texts if _COMMENT in name]
    rest = [("", text) for name, text in texts if name in _REMARKS]
    return rest + [(cell_name(one) if one in _CELLS else "", text) for one, text in said]


class Told(NamedTuple):
    """A finding, where it is mended, and what the agency says to it."""

    finding: Finding
    address: str
    place: str
    said: str


def _told(report: YearReport, findings: Iterable[Finding], said: Mapping[str, str]) -> list[Told]:
    return [Told(one, *_place(report, one), said.get(one.key, "")) for one in findings]


def _place(report: YearReport, finding: Finding) -> tuple[str, str]:
    """The address where a finding is mended, and what the link to it says."""
    if finding.cells:
        tables = reverse("rollup" if adds_up(report.agency) else "report", args=_of(report))
        return f"{tables}#c-{finding.cells[0]}", _("到表格里看")
    if finding.rule.startswith("rolling_up."):
        return reverse("rollup", args=_of(report)), _("到汇总里看")
    # A section without a word has no place in the text: the sentence names it by its title.
    named = [one for one, title in SECTIONS.items() if f"“{title}”" in finding.message]
    for section in [*(one.section for one in finding.spans), *named]:
        return reverse("report-words", args=(*_of(report), section)), _("到文字里改")
    return "", ""


def _of(report: YearReport) -> tuple[str, int]:
    return report.agency.slug, report.year


def _entered(report: YearReport, cell: str) -> str:
    """Where a figure of it is entered."""
    return reverse("report-figure", args=(*_of(report), cell))


def _counted(report: YearReport, cell: str) -> str:
    """Where it is seen what a figure of it counts."""
    page = "rollup-figure" if adds_up(report.agency) else "report-figure"
    return reverse(page, args=(*_of(report), cell))


def _checked(report: YearReport, typed: Mapping[str, str]) -> dict[str, Any]:
    """What a draft comes to when it is checked."""
    compiled = figures_under_way(report, moment.now())
    draft = drafting.draft(report, compiled)
    checked = gate.gate_of(report, draft, compiled)
    answers = dict(checked.explained)
    public = drafting.public(report)
    if "finding" in typed:
        answers[typed["finding"]] = typed.get("text", "")
    return {
        "checked": checked,
        "missing": [(cell_name(one), _entered(report, one)) for one in checked.missing],
        "blocking": _told(report, checked.blocking, answers),
        "to_explain": _told(report, checked.to_explain, answers),
        "is_correction": public is not None,
        "is_unchanged": bool(public and send_up.says_the_same(drafting.content(public), draft)),
    }


def _frozen(
    report: YearReport,
    version: Version,
    now: life.Standing,
    people: Standing,
    typed: Mapping[str, str],
) -> dict[str, Any]:
    """The version under way: what it says, who decides, what was said of it."""
    said = drafting.content(version)
    opened = Approval.objects.filter(pk=now.approval).prefetch_related("steps__person").first()
    waiting = now.stage is life.Stage.IN_APPROVAL and opened is not None
    objection = approval.objection(opened, people) if waiting and opened else ""
    holds = waiting and people.can(Capability(now.waits_for), report.agency_id)
    return {
        "version": version,
        "changed_since": () if now.is_being_written else [*since.findings(version)],
        "shown": mark_safe(html.content(said, sized=False)),
        "may_decide": waiting and not objection,
        "objection": objection if holds else "",
        "too_few": approval.too_few(opened, people) if waiting and opened else "",
        "level": approval.LEVEL_NAMES[Capability(now.waits_for)] if now.waits_for else "",
        "comments": [
            (cell_name(one.cell), _counted(report, one.cell), one)
            if one.cell
            else (_("整份报告"), "", one)
            for one in _comments(version)
        ],
        "cells": _cells(said, drafting.previous(report), typed)
        if now.stage is life.Stage.SUBMITTED
        else (),
        "explained": [one for one in version.findings if one["explanation"]],
    }


def _comments(version: Version) -> Any:
    return version.comments.select_related("said_by")


class Commented(NamedTuple):
    """A cell on which the supervising office may comment, and what it is typing of it."""

    cell: str
    name: str
    value: str
    before: str
    typed: str


def _cells(
    said: AnnualReport, previous: AnnualReport | None, typed: Mapping[str, str]
) -> list[Commented]:
    """Cells on which the supervising office may comment: those that hold something, or did."""
    found = []
    for cell in said.cells:
        value, before = said.value(cell), previous.value(cell) if previous else None
        words = typed.get(f"{_COMMENT}{cell}", "")
        if value or before or words:
            was = figure(before) if previous else "—"
            found.append(Commented(cell, cell_name(cell), figure(value), was, words))
    return found


class Made(NamedTuple):
    """A version, what it changed of the published one, and of the version before it."""

    version: Version
    of_published: list[str]
    of_before: list[str]


def _versions(report: YearReport) -> list[Made]:
    """Every version, the latest first."""
    every = report.versions.select_related("made_by", "publication", "source")
    rows = list(every.defer("source__content", "counted").order_by("number"))
    said = [(one.pk, drafting.content(one)) for one in rows]
    before = {key: send_up.changed(old, new) for (_, old), (key, new) in pairwise(said)}
    return [
        Made(one, [*map(_named, one.changes)], [*map(_named, before.get(one.pk, ()))])
        for one in reversed(rows)
    ]


def _named(change: str) -> str:
    if change.startswith("section:"):
        return part_name(int(change.removeprefix("section:")))
    return cell_name(change)
