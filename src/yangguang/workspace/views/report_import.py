"""A published report comes in: upload, look at every cell and finding, correct, confirm."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report import as_json
from yangguang.annual_report.checking.cell_names import cell_name, figure
from yangguang.annual_report.errors import Scanned, Unreadable
from yangguang.annual_report.form.print_layout import Place
from yangguang.annual_report.form.sections import NUMERALS, PARTS, heading
from yangguang.annual_report.report import AnnualReport, Cell, Status
from yangguang.annual_report.worker import Worker
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting import evidence, published
from yangguang.reporting.actions.bring_in import bring_in_kept, objections_to_kept
from yangguang.reporting.cell_words import STATUS_WORDS, place_words
from yangguang.reporting.importing import by_hand, fitting, pages, waiting
from yangguang.reporting.models import ReportDraft
from yangguang.workspace import fields
from yangguang.workspace.access import access
from yangguang.workspace.report_access import AGENCY_WRITER
from yangguang.workspace.report_import_forms import (
    Confirm,
    CorrectCell,
    CorrectTable,
    PublishedFile,
)
from yangguang.workspace.report_originals import at, originals
from yangguang.workspace.report_tables import Printed, Shown, Told, laid_out, marks_of, told

_LONGEST_NAME: Final = 200


@access(AGENCY_WRITER)
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, people: Standing, agency: Agency) -> HttpResponse:
    """The file is chosen and read; what was read waits to be looked through."""
    form, status = PublishedFile(), 200
    if request.method == "POST":
        form = PublishedFile(request.POST, request.FILES)
        try:
            draft = _read(request, people, agency)
        except Mistakes as mistakes:
            form.take(mistakes)
        except Unreadable as why:
            form.offer_by_hand()
            form.add_error("file", str(why))
        else:
            return redirect("report-import-review", agency.slug, draft.pk)
        status = 422
    shown = {
        "agency": agency,
        "form": form,
        "waiting": waiting.of(agency, people.person),
    }
    return render(request, "workspace/reports/import.html", shown, status=status)


def _read(request: HttpRequest, people: Standing, agency: Agency) -> ReportDraft:
    """Raises Mistakes, Unreadable."""
    fields.require_arrived(request, "file")
    sent = request.FILES["file"]
    name = (sent.name or "")[-_LONGEST_NAME:]
    upload = Upload(name, sent.read())
    kept = evidence.published_file(upload)  # what cannot be kept is not looked through in vain
    path = Path(sent.temporary_file_path())
    assert people.person is not None
    with Worker() as worker:
        report = _report_in(request, path, name, worker)
        shown = pages.sizes(path, kept.media_type, worker)
    return waiting.keep(upload, report, agency, people.person, shown)


def _report_in(request: HttpRequest, path: Path, name: str, worker: Worker) -> AnnualReport:
    """What the file says; nothing of pages that are only pictures, or where that was chosen."""
    try:
        answer = worker.read(path, name)
    except Scanned:
        said = _("这份文件是扫描件，里面没有文字，读不出来。请照着它手工填写，文件一起保存。")
        messages.warning(request, said)
    except Unreadable:
        if request.POST.get("by_hand") != "on":
            raise
    else:
        return as_json.load(answer["report"])
    return by_hand.unread(name)


@access(AGENCY_WRITER)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, people: Standing, agency: Agency, draft: str) -> HttpResponse:
    """What was read, cell by cell, findings beside; decided here and brought in."""
    found = waits(draft, agency, people)
    if request.method != "POST":
        return _page(request, found)
    if key := request.POST.get("accept"):
        if not waiting.accept(found, key):
            messages.warning(request, _("这条建议已经不适用了，请看现在的结果。"))
        return redirect("report-import-review", agency.slug, found.pk)
    form = Confirm(waiting.as_read(found), waiting.said_of(found), request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    given = form.cleaned_data
    waiting.decide(
        found, given["year"], given["edition"], given["published_on"], given["note"].strip()
    )
    if "bring_in" not in request.POST:
        messages.success(request, _("已经保存，还没有导入。"))
        return redirect("report-import-review", agency.slug, found.pk)
    return _bring_in(request, people, found, form)


def _bring_in(
    request: HttpRequest, people: Standing, draft: ReportDraft, form: Confirm
) -> HttpResponse:
    try:
        wrong = objections_to_kept(draft)
        if not form.cleaned_data["checked"]:
            wrong["checked"] = _("请核对以后打勾：导入后谁都可以看到。")
        if wrong:
            raise Mistakes(wrong)
        version = bring_in_kept(draft, people)
    except Mistakes as mistakes:
        form.take(mistakes)
        return _page(request, draft, form, status=422)
    except NotAllowed as why:
        form.add_error(None, str(why))
        return _page(request, draft, form, status=409)
    except ReportDraft.DoesNotExist:
        raise Http404 from None
    messages.success(request, _("已经导入，在门户上公布了。"))
    return redirect("report-way", draft.agency.slug, version.report.year)


@access(AGENCY_WRITER)
@require_http_methods(["GET", "HEAD", "POST"])
def one_cell(
    request: HttpRequest, people: Standing, agency: Agency, draft: str, cell: str
) -> HttpResponse:
    """A cell: what the file has there, and another figure in its place."""
    found = waits(draft, agency, people)
    now = waiting.current(found).cells.get(cell)
    if now is None:
        raise Http404
    back = reverse("report-import-review", args=(agency.slug, found.pk)) + f"#c-{cell}"
    said = (waiting.said_of(found).corrections or {}).get(cell)
    form = CorrectCell(
        request.POST or None,
        initial={"value": said[0], "blank": not said[0], "reason": said[1]} if said else {},
    )
    if request.method == "POST":
        if "as_read" in request.POST:
            waiting.as_in_the_file(found, cell)
            return redirect(back)
        if _corrected(form, found, cell):
            return redirect(back)
    before = waiting.as_read(found).cells.get(cell) or Cell(None, Status.ABSENT)
    shown = {
        "agency": agency,
        "draft": found,
        "back": back,
        "name": cell_name(cell),
        "stated": f"{figure(now.value)}{now.unit}",
        "read": f"{figure(before.value)}{before.unit}",
        "how": STATUS_WORDS.get(before.status, _("读到的")),
        "place": place_words(before.provenance.place) if before.provenance else "",
        "raw": before.provenance.raw if before.provenance else "",
        "is_corrected": said is not None,
        "originals": originals(found),
        "begins_on": pages.of_cell(waiting.as_read(found), cell),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/reports/import_cell.html", shown, status=status)


@access(AGENCY_WRITER)
@require_http_methods(["GET", "HEAD", "POST"])
def whole_table(
    request: HttpRequest, people: Standing, agency: Agency, draft: str, section: int
) -> HttpResponse:
    """Every cell of a section's table, to be filled in or corrected at once."""
    found = waits(draft, agency, people)
    report = waiting.current(found)
    if section not in report.tables:
        raise Http404
    form = CorrectTable(report, report.tables[section], request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            waiting.correct(found, form.changed, form.cleaned_data["reason"])
        except Mistakes as mistakes:
            form.take(mistakes)
        else:
            back = reverse("report-import-review", args=(agency.slug, found.pk))
            return redirect(f"{back}#table-{section}-heading")
    shown = {
        "agency": agency,
        "draft": found,
        "form": form,
        "section": section,
        "numeral": NUMERALS[section - 1],
        "originals": originals(found),
        "begins_on": pages.of_table(report, section),
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/reports/import_table.html", shown, status=status)


def _corrected(form: CorrectCell, draft: ReportDraft, cell: str) -> bool:
    if not form.is_valid():
        return False
    try:
        given = form.cleaned_data
        waiting.correct(draft, {cell: None if given["blank"] else given["value"]}, given["reason"])
    except Mistakes as mistakes:
        form.take(mistakes)
        return False
    return True


def waits(draft: str, agency: Agency, people: Standing) -> ReportDraft:
    """What somebody looks through under that name; Http404 where it is another's or gone."""
    found = waiting.find(draft, agency, people.person)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest, draft: ReportDraft, form: Confirm | None = None, status: int = 200
) -> HttpResponse:
    read, said = waiting.as_read(draft), waiting.said_of(draft)
    report = waiting.current(draft)
    findings = told(waiting.findings(report, draft.agency))
    is_unread = by_hand.is_unread(read)
    before = published.year_before(draft.agency, report.year) if report.year else None
    shown = {
        "agency": draft.agency,
        "draft": draft,
        "report": report,
        "read": read,
        "doubts": [] if is_unread else fitting.doubts(read, draft.agency, said.year),
        "asks_year": is_unread and not report.tables,
        "to_fill": _to_fill(draft, report) if is_unread and report.tables else [],
        "known": _known(draft, report),
        "findings": findings,
        "tables": [
            (one, _table_at(draft, report, one.number))
            for one in _tables(draft, read, report, before, findings)
        ],
        "year_before": before.year if before else None,
        "corrections": [(cell_name(one.cell), one) for one in report.repairs],
        "sections": _sections(draft, read, report),
        "rewordings": [(heading(one.section), one) for one in report.rewordings],
        "form": form or Confirm(read, said),
    }
    return render(request, "workspace/reports/import_review.html", shown, status=status)


def _sections(
    draft: ReportDraft, read: AnnualReport, report: AnnualReport
) -> list[tuple[int, str, str, bool, str]]:
    """The preamble and the six sections: number, title, words, whether put right, where to."""
    changed = {one.section for one in report.rewordings}
    return [
        (
            one,
            heading(one),
            report.text_of(one),
            one in changed,
            _words_at(draft, one) + at(draft, pages.of_words(read, one)),
        )
        for one in PARTS
    ]


def _words_at(draft: ReportDraft, part: int) -> str:
    return reverse("report-import-words", args=(draft.agency.slug, draft.pk, part))


def _table_at(draft: ReportDraft, report: AnnualReport, section: int) -> str:
    address = reverse("report-import-table", args=(draft.agency.slug, draft.pk, section))
    return address + at(draft, pages.of_table(report, section))


class ToFill(NamedTuple):
    """A table or a part's words that are filled in by hand; `state`: how far it is, in words."""

    name: str
    address: str
    state: str


def _to_fill(draft: ReportDraft, report: AnnualReport) -> list[ToFill]:
    """All that is to be filled in where nothing could be read, in the order of the form."""
    found = []
    for part in PARTS:
        words = len(report.text_of(part))
        state = _("已填 {count} 字").format(count=words) if words else _("还没有填")
        found.append(ToFill(heading(part), _words_at(draft, part), state))
        if part in report.tables:
            cells = report.tables[part].cell_ids
            filled = sum(report.value(one) is not None for one in cells)
            said = _("已填 {filled} 格，共 {count} 格").format(filled=filled, count=len(cells))
            name = _("{heading}：表").format(heading=heading(part))
            found.append(ToFill(name, _table_at(draft, report, part), said))
    return found


def _known(draft: ReportDraft, report: AnnualReport) -> bool:
    """Whether a report on that year is public here already."""
    mine = published.current().filter(agency=draft.agency, year=report.year)
    return report.year is not None and mine.exists()


def _tables(
    draft: ReportDraft,
    read: AnnualReport,
    report: AnnualReport,
    before: AnnualReport | None,
    findings: Sequence[Told],
) -> list[Printed]:
    """The tables that it has; each figure leads to where it is corrected."""
    marks = marks_of(findings)

    def show(place: Place) -> Shown:
        cell = report.cells[place.cell]
        is_open = cell.status is not Status.ABSENT
        address = reverse("report-import-cell", args=(draft.agency.slug, draft.pk, place.cell))
        last: Any = before.value(place.cell) if before else None
        return Shown(
            place.cell,
            place.across,
            figure(cell.value) if cell.value is not None else _("填写") if is_open else "",
            address + at(draft, pages.of_cell(read, place.cell)) if is_open else "",
            cell.status,
            str(STATUS_WORDS.get(cell.status, "")),
            cell.unit,
            cell.value == 0,
            figure(last) if last is not None else "",
            marks.get(place.cell, []),
        )

    return laid_out(report.tables.values(), show)
