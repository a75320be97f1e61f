"""Opening what is personal: a party's particulars, a file; each opening goes on record."""

from datetime import datetime
from typing import Any, Final, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Person
from yangguang.annual_report.errors import Unwritable
from yangguang.casework import attachments, personal
from yangguang.casework.download import answer
from yangguang.casework.errors import Mistakes
from yangguang.casework.examining import PDF
from yangguang.casework.models import Attachment, Case, Opening, Party
from yangguang.casework.models.personal import Opened, Reason
from yangguang.casework.personal import Why
from yangguang.inforequests.actions import case_file as case_files
from yangguang.inforequests.actions import opening
from yangguang.inforequests.names import OPENED_NAMES, REASON_NAMES, reason_in_words
from yangguang.law.identity import PAPER_NAMES, Paper
from yangguang.workspace import fields
from yangguang.workspace.access import CASE, HANDLING, NotHere, access, refusing


def _named(*reasons: Reason) -> list[tuple[Reason, Any]]:
    return [(one, REASON_NAMES[one]) for one in reasons]


REASONS: Final = _named(Reason.VERIFY, Reason.CONTACT, Reason.LETTER, Reason.OTHER)
FILE_REASONS: Final = _named(Reason.HANDLING, Reason.FILING, Reason.DISPUTE, Reason.OTHER)


class WhatFor(fields.Filled):
    """Why someone opens another's data."""

    reason = fields.choice(lazy("为什么要看"), REASONS, lazy("请选择查看的原因。"))
    more = fields.text(lazy("说明"), lazy("选“其他”时写明。不要写申请人的信息。"))

    def clean(self) -> dict:
        """Other reasons are to be told."""
        kept = super().clean() or {}
        if kept.get("reason"):
            try:
                self.why.require()
            except Mistakes as mistakes:
                self.take(mistakes)
        return kept

    @property
    def why(self) -> Why:
        """The reason as it goes on record."""
        kept = self.cleaned_data
        return Why(Reason(kept["reason"]), kept.get("more", ""))


class WhatForTheFile(WhatFor):
    """Why someone opens all of a request at once."""

    reason = fields.choice(lazy("做什么用"), FILE_REASONS, lazy("请选择查看的原因。"))


@access(HANDLING)
def open_party(request: HttpRequest, people: Standing, case: Case, party: int) -> HttpResponse:
    """Ask what for; then show the particulars, this once."""
    found = Party.objects.select_related("key", "case").filter(case=case, pk=party).first()
    if found is None:
        raise NotHere
    form = WhatFor(request.POST if request.method == "POST" else None)
    particulars = None
    if form.is_bound and form.is_valid():
        particulars = opening.particulars(found, people, form.why)
    shown = {
        "case": case,
        "form": form,
        "particulars": particulars,
        "paper": PAPER_NAMES[Paper(particulars.paper)] if particulars else "",
        "openings": openings_of(case),
    }
    return render(request, "workspace/party.html", shown)


@access(CASE)
@require_safe
def download(request: HttpRequest, people: Standing, case: Case, file: int) -> HttpResponse:
    """A file of the case; what tells of the applicant takes more, and goes on record."""
    found = Attachment.objects.select_related("key", "case__state")
    one = found.filter(case=case, pk=file).first()
    if one is None:
        raise NotHere
    with refusing():
        opening.file(one, people)
    return answer(attachments.content_of(one), attachments.name_of(one), one.media_type)


@access(HANDLING)
def case_file(request: HttpRequest, people: Standing, case: Case) -> HttpResponse:
    """Ask what for; then the whole file as a PDF, with everyone's particulars."""
    form = WhatForTheFile(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            content = case_files.make(case, people, form.why)
        except Unwritable as why:
            form.add_error(None, str(why))
        else:
            return answer(content, _("案卷_{number}.pdf").format(number=case.number), PDF)
    status = 422 if form.errors else 200
    shown = {"case": case, "form": form, "openings": openings_of(case)}
    return render(request, "workspace/case_file.html", shown, status=status)


class Shown(NamedTuple):
    """An opening as it is listed: who, when, what and why in words."""

    person: Person
    opened_at: datetime
    said: str


def openings_of(case: Case) -> list[Shown]:
    """Who opened what is personal in a case, the latest first; as many as a page shows."""
    found = Opening.objects.filter(party__case=case).select_related(
        "person", "party__key", "party__case"
    )
    return [
        Shown(one.person, one.opened_at, f"{OPENED_NAMES[Opened(one.what)]} · {_why(one)}")
        for one in found.order_by("-opened_at", "-pk")[:20]
    ]


def _why(one: Opening) -> str:
    return reason_in_words(Why(Reason(one.reason), personal.remark_of(one)))
