"""Bringing in a table of requests: upload, look at what would come in, confirm, take the codes."""

from pathlib import Path
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.capabilities import Standing
from yangguang.casework import download, moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.examining import SHEET
from yangguang.inforequests.actions.bring_in import HasFaults, bring_in_kept
from yangguang.inforequests.importing import child, template, waiting
from yangguang.inforequests.importing.checking import Checked, Row, check
from yangguang.inforequests.importing.table import MOST_IN_A_PAGE, NotATable
from yangguang.inforequests.models import ImportDraft
from yangguang.law import clock
from yangguang.law.calendar import published
from yangguang.workspace import fields
from yangguang.workspace.access import REGISTRAR, access
from yangguang.workspace.at_agency import AtAgency
from yangguang.workspace.rows import shortened

_FAULTS_SHOWN: Final = 200
_ROWS_SHOWN: Final = 20


class Incoming(AtAgency):
    """The table, and the agency that received what stands in it."""

    table = fields.Attachments(
        lazy("表格"),
        lazy("XLSX 或 CSV；第一行是列名，从第二行起一行一件，只读第一张表。"),
        several=False,
    )


@access(REGISTRAR)
def importing(request: HttpRequest, people: Standing) -> HttpResponse:
    """The form; a table that waits to be confirmed; what became of one."""
    if request.method == "POST":
        return _taken_in(request, people)
    if "table" not in request.GET:
        return _page(request, Incoming(people))
    draft = waiting.find(request.GET["table"], people.person)
    if draft is None:
        return _gone(request)
    if draft.done_at:
        return _done(request, draft)
    try:
        checked = check(waiting.lines_of(draft), draft.agency, people)
    except NotAllowed as why:
        messages.warning(request, str(why))
        return redirect("import")
    return _to_confirm(request, draft, checked)


def _gone(request: HttpRequest) -> HttpResponse:
    messages.warning(request, _("这张表格已经不在了：只保留一天。请重新上传。"))
    return redirect("import")


def _taken_in(request: HttpRequest, people: Standing) -> HttpResponse:
    """Look through an upload; keep it, sealed, where every row is right."""
    form = Incoming(people, request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        fields.require_arrived(request, "table")
        lines = child.read(Path(request.FILES["table"].temporary_file_path()))
        _require_not_too_many(len(lines) - 1)
        checked = check(lines, form.at, people)
    except Mistakes as mistakes:
        form.take(mistakes)
    except (NotATable, NotAllowed) as why:
        form.add_error("table", str(why))
    else:
        if checked.faults:
            return _page(request, form, checked, status=422)
        assert people.person is not None
        kept = waiting.keep(lines, form.at, people.person)
        return redirect(f"{reverse('import')}?table={kept.pk}")
    return _page(request, form, status=422)


def _require_not_too_many(rows: int) -> None:
    if rows > MOST_IN_A_PAGE:
        said = _(
            "表格有 {rows} 行，在网页上一次最多导入 {most} 行。请分成几个文件，"
            "或者请系统管理员用命令导入。"
        )
        raise NotATable(said.format(rows=rows, most=MOST_IN_A_PAGE))


@access(REGISTRAR)
@require_POST
def confirm(request: HttpRequest, people: Standing) -> HttpResponse:
    """Bring in the table that waits; sent twice, it is one import."""
    draft = waiting.find(request.POST.get("table", ""), people.person)
    if draft is None:
        return _gone(request)
    try:
        bring_in_kept(draft, people)
    except ImportDraft.DoesNotExist:
        return _gone(request)
    except NotAllowed as why:
        messages.warning(request, str(why))
    except HasFaults as found:
        return _to_confirm(request, draft, found.checked, status=409)
    return redirect(f"{reverse('import')}?table={draft.pk}")


@access(REGISTRAR)
@require_safe
def blank_table(request: HttpRequest, people: Standing) -> HttpResponse:
    """The workbook to fill in."""
    return download.answer(template.workbook(), template.NAME, SHEET)


def _page(
    request: HttpRequest, form: Incoming, checked: Checked | None = None, status: int = 200
) -> HttpResponse:
    shown = {"form": form, "most": MOST_IN_A_PAGE, **_faults(checked)}
    return render(request, "workspace/import.html", shown, status=status)


def _to_confirm(
    request: HttpRequest, draft: ImportDraft, checked: Checked, status: int = 200
) -> HttpResponse:
    shown = {
        "draft": draft,
        "checked": checked,
        "rows": [(row, shortened(row.application.wanted)) for row in checked.fresh[:_ROWS_SHOWN]],
        "is_cut": len(checked.fresh) > _ROWS_SHOWN,
        "overdue": sum(map(_is_overdue, checked.fresh)),
        **_faults(checked),
    }
    return render(request, "workspace/import_check.html", shown, status=status)


def _faults(checked: Checked | None) -> dict[str, Any]:
    if checked is None:
        return {}
    return {
        "faults": checked.faults[:_FAULTS_SHOWN],
        "count": len(checked.faults),
        "wrong_rows": checked.wrong_rows,
        "is_more": len(checked.faults) > _FAULTS_SHOWN,
    }


def _is_overdue(row: Row) -> bool:
    """Whether its period to answer has run out already."""
    received = clock.Event(clock.Kind.RECEIVED, row.arrived)
    due = clock.answer_due([received], published(), moment.today()).due
    return due is not None and due < moment.today()


def _done(request: HttpRequest, draft: ImportDraft) -> HttpResponse:
    brought = waiting.brought_of(draft)
    shown = {
        "draft": draft,
        "fresh": [one for one in brought if one.code],
        "known": [one for one in brought if not one.code],
    }
    return render(request, "workspace/imported.html", shown)
