"""Opening what is personal: a party's particulars, a file; each opening goes on record."""

from typing import Final

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.annual_report.errors import Unwritable
from yangguang.casework import attachments, personal
from yangguang.casework.download import answer
from yangguang.casework.examining import PDF
from yangguang.casework.models import Attachment, Case, Opening, Party
from yangguang.inforequests.actions import case_file as case_files
from yangguang.inforequests.overview import FROM_APPLICANT
from yangguang.law.identity import PAPER_NAMES, Paper
from yangguang.workspace import fields
from yangguang.workspace.access import CASE, NotHere, access, may

REASONS: Final = (
    ("verify", lazy("核实身份")),
    ("contact", lazy("联系申请人")),
    ("letter", lazy("寄送文书")),
    ("other", lazy("其他")),
)


FILE_REASONS: Final = (
    ("handling", lazy("办理这件申请")),
    ("filing", lazy("归档")),
    ("dispute", lazy("复议、诉讼")),
    ("other", lazy("其他")),
)


class WhatFor(fields.Filled):
    """Why someone opens another's data."""

    reasons = REASONS
    reason = fields.choice(lazy("为什么要看"), REASONS, lazy("请选择查看的原因。"))
    more = fields.text(lazy("说明"), lazy("选“其他”时写明。不要写申请人的信息。"))

    def clean(self) -> dict:
        """Other reasons are to be told."""
        kept = super().clean() or {}
        if kept.get("reason") == "other" and not kept.get("more", "").strip():
            self.add_error("more", _("请写明原因。"))
        return kept

    @property
    def said(self) -> str:
        """The reason as it goes on record."""
        name = str(dict(self.reasons)[self.cleaned_data["reason"]])
        return f"{name}：{self.cleaned_data['more']}".rstrip("：")


class WhatForTheFile(WhatFor):
    """Why someone opens all of a request at once."""

    reasons = FILE_REASONS
    reason = fields.choice(lazy("做什么用"), FILE_REASONS, lazy("请选择查看的原因。"))


@access(may(Capability.OPEN_PERSONAL))
def open_party(request: HttpRequest, people: Standing, case: Case, party: int) -> HttpResponse:
    """Ask what for; then show the particulars, this once."""
    found = Party.objects.select_related("key", "case").filter(case=case, pk=party).first()
    if found is None:
        raise NotHere
    form = WhatFor(request.POST if request.method == "POST" else None)
    particulars = None
    assert people.person is not None
    if form.is_bound and form.is_valid():
        particulars = personal.open_party(found, people.person, form.said)
    shown = {
        "case": case,
        "form": form,
        "particulars": particulars,
        "paper": PAPER_NAMES[Paper(particulars.paper)] if particulars else "",
        "openings": Opening.objects.filter(party=found).select_related("person")[:20],
    }
    return render(request, "workspace/party.html", shown)


@access(CASE)
@require_safe
def download(request: HttpRequest, people: Standing, case: Case, file: int) -> HttpResponse:
    """A file of the case; what the applicant sent takes more, and goes on record."""
    found = Attachment.objects.select_related("key", "case").filter(case=case, pk=file).first()
    if found is None:
        raise NotHere
    if found.kind in FROM_APPLICANT:
        _put_on_record(people, case, found)
    content, name = attachments.content_of(found), attachments.name_of(found)
    return answer(content, name, found.media_type)


def _put_on_record(people: Standing, case: Case, file: Attachment) -> None:
    if not people.can(Capability.OPEN_PERSONAL, case.agency_id):
        raise PermissionDenied(_("申请人提交的材料只有承办这件申请的人能打开。"))
    party = Party.objects.filter(case=case, key=file.key).order_by("pk").first()
    if party and people.person:
        personal.note_opening(party, people.person, _("下载材料 {pk}").format(pk=file.pk))


@access(may(Capability.OPEN_PERSONAL))
def case_file(request: HttpRequest, people: Standing, case: Case) -> HttpResponse:
    """Ask what for; then the whole file as a PDF, with everyone's particulars."""
    form = WhatForTheFile(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            content = case_files.make(case, people, form.said)
        except Unwritable as why:
            form.add_error(None, str(why))
        else:
            return answer(content, _("案卷_{number}.pdf").format(number=case.number), PDF)
    status = 422 if form.errors else 200
    shown = {"case": case, "form": form, "openings": openings_of(case)}
    return render(request, "workspace/case_file.html", shown, status=status)


def openings_of(case: Case) -> QuerySet[Opening]:
    """Who opened what is personal in a case, the latest first; as many as a page shows."""
    found = Opening.objects.filter(party__case=case).select_related("person")
    return found.order_by("-opened_at")[:20]
