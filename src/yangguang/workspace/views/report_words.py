"""The words of an annual report: written section by section, the checks beside them."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yangguang.agencies.capabilities import Standing
from yangguang.annual_report.checking import Finding
from yangguang.annual_report.form import TOPICS
from yangguang.annual_report.form.sections import PARTS, heading
from yangguang.annual_report.repeated_text import DEFINITION
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting import acting, drafting, gate, life, phrases, repeated_words
from yangguang.reporting.actions.write import write
from yangguang.reporting.compiling import Compiled
from yangguang.reporting.models import YearReport
from yangguang.reporting.under_way import figures_under_way
from yangguang.workspace.access import access
from yangguang.workspace.fields import whole_number
from yangguang.workspace.report_access import YEAR_REPORT, YEAR_REPORT_WRITER
from yangguang.workspace.words_offered import INSERT, INSERT_LINES, offered


@access(YEAR_REPORT)
@require_http_methods(["GET", "HEAD", "POST"])
def words(
    request: HttpRequest, people: Standing, report: YearReport, section: int = 1
) -> HttpResponse:
    """A section's words, last year's beside them; sent, they are kept.

    Where something is to be put in, they come back with it and nothing is kept yet.
    """
    if section not in PARTS:
        raise Http404
    if request.method == "POST":
        if INSERT in request.POST or INSERT_LINES in request.POST:
            return _page(request, people, report, section, _with_insertion(request.POST))
        return _kept(request, people, report, section)
    before = drafting.texts(report).get(section)
    return _page(request, people, report, section, before.text if before else "")


def _kept(request: HttpRequest, people: Standing, report: YearReport, section: int) -> HttpResponse:
    typed = _typed(request.POST)
    base = whole_number(request.POST.get("base", ""))
    try:
        write(report, section, typed, people, base)
    except NotAllowed as why:
        return _page(request, people, report, section, typed, str(why), status=409)
    except Mistakes as wrong:
        said = "".join(wrong.fields.values())
        return _page(request, people, report, section, typed, said, status=422)
    messages.success(request, _("保存好了。"))
    return redirect("report-words", report.agency.slug, report.year, section)


def _typed(given: QueryDict, name: str = "text") -> str:
    return given.get(name, "").replace("\r\n", "\n")


def _with_insertion(given: QueryDict) -> str:
    """What was typed, with what is to be put in after it; paragraphs on a line of their own."""
    typed, paragraphs = _typed(given), _typed(given, INSERT_LINES)
    if paragraphs:
        return f"{typed.rstrip()}\n{paragraphs}".lstrip("\n")
    return typed + _typed(given, INSERT)


@access(YEAR_REPORT_WRITER)
@require_POST
def check_words(
    request: HttpRequest, people: Standing, report: YearReport, section: int
) -> HttpResponse:
    """What the words that are being typed say and what is found in them; keeps nothing."""
    if section not in PARTS:
        raise Http404
    typed = _typed(request.POST)
    return render(
        request,
        "workspace/reports/parts/words_now.html",
        _now(report, section, {section: typed}, figures_under_way(report, moment.now())),
    )


def _now(
    report: YearReport, section: int, typed: Mapping[int, str], compiled: Compiled
) -> dict[str, Any]:
    """The preview of a section, and what the checks say of it."""
    draft = drafting.draft(report, compiled, typed)
    previous = drafting.previous(report)
    checked = gate.gate_of(report, draft, compiled)
    repeated = repeated_words.repetition(draft, previous)
    unknown = phrases.unknown(draft.text_of(section), compiled.form.edition)
    paragraphs = repeated_words.marked(draft, section, repeated)
    return {
        "section": section,
        "paragraphs": paragraphs,
        "is_repeated": any(run.is_repeated for runs in paragraphs for run in runs),
        "definition": DEFINITION,
        "findings": [one for one in checked.findings if _is_about(one, section)],
        "to_write": [one.to_write for one in unknown if one.to_write],
        "references": [one.name for one in unknown if not one.to_write],
    }


def _is_about(finding: Finding, section: int) -> bool:
    return any(span.section == section for span in finding.spans)


def _page(
    request: HttpRequest,
    people: Standing,
    report: YearReport,
    section: int,
    typed: str,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    texts = drafting.texts(report)
    kept = texts.get(section)
    compiled = figures_under_way(report, moment.now())
    previous = drafting.previous(report)
    objection = acting.objection(life.Move.WRITE, report, life.standing_of(report), people)
    is_inserted = not refused and request.method == "POST"
    context = {
        "report": report,
        "title": heading(section),
        "sections": [(one, heading(one), bool(one in texts and texts[one].text)) for one in PARTS],
        "typed": typed,
        "kept": kept,
        "is_overtaken": bool(refused and kept and kept.text != typed),
        "refused": refused,
        "objection": objection,
        "base": request.POST.get("base", "") if is_inserted else kept.pk if kept else "",
        "is_inserted": is_inserted,
        "topics": TOPICS if section == 1 else (),
        "offered": None if objection else offered(report, compiled, section),
        "before": list(filter(None, previous.text_of(section).split("\n"))) if previous else None,
        **_now(report, section, {section: typed}, compiled),
    }
    return render(request, "workspace/reports/words.html", context, status=status)
