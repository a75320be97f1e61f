"""The words of a published report that comes in: put right section by section; its file beside."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.form.sections import PARTS, heading
from yangguang.casework import download
from yangguang.casework.errors import Mistakes
from yangguang.reporting import evidence
from yangguang.reporting.importing import pages, waiting
from yangguang.reporting.models import ReportDraft
from yangguang.workspace.access import access
from yangguang.workspace.report_access import AGENCY_WRITER
from yangguang.workspace.report_import_forms import CorrectWords
from yangguang.workspace.report_originals import originals
from yangguang.workspace.report_tables import told
from yangguang.workspace.views.report_import import waits


@access(AGENCY_WRITER)
@require_http_methods(["GET", "HEAD", "POST"])
def words(
    request: HttpRequest, people: Standing, agency: Agency, draft: str, section: int
) -> HttpResponse:
    """A section's words as they would come in; sent, they stand in the place of the file's."""
    found = waits(draft, agency, people)
    if section not in PARTS:
        raise Http404
    back = reverse("report-import-review", args=(agency.slug, found.pk)) + f"#words-{section}"
    report = waiting.current(found)
    made = next((one for one in report.rewordings if one.section == section), None)
    now = {"text": report.text_of(section), "reason": made.reason if made else ""}
    form = CorrectWords(request.POST or None, initial=now)
    if request.method == "POST":
        if "as_read" in request.POST:
            waiting.words_as_in_the_file(found, section)
            return redirect(back)
        if _reworded(form, found, section):
            return redirect(back)
    findings = told(waiting.findings(report, agency))
    shown = {
        "agency": agency,
        "draft": found,
        "back": back,
        "section": section,
        "title": heading(section),
        "read": waiting.as_read(found).text_of(section),
        "is_corrected": made is not None,
        "findings": [
            one for one in findings if any(s.section == section for s in one.finding.spans)
        ],
        "originals": originals(found),
        "begins_on": pages.of_words(waiting.as_read(found), section),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/reports/import_words.html", shown, status=status)


def _reworded(form: CorrectWords, draft: ReportDraft, section: int) -> bool:
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        waiting.reword(draft, section, given["text"], given["reason"])
    except Mistakes as mistakes:
        form.take(mistakes)
        return False
    return True


@access(AGENCY_WRITER)
@require_safe
def file(request: HttpRequest, people: Standing, agency: Agency, draft: str) -> HttpResponse:
    """The file that waits, to be opened beside what was read in it."""
    kept = evidence.published_file(waiting.file_of(waits(draft, agency, people)))
    return download.answer(kept.content, kept.name, kept.media_type)
