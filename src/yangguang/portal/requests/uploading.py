"""Files on a page of a form: taken in, taken out, and what is said of those that are not taken."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from yangguang.casework.attachments import LARGEST, MB, Upload
from yangguang.inforequests import drafts
from yangguang.inforequests.models import FormDraft
from yangguang.portal import uploads


def change(request: HttpRequest, draft: FormDraft) -> list[str]:
    """Do what the page asks: take one out, or add those chosen. Gives a sentence a refused file."""
    out = request.POST.get("remove", "")
    if out.isdecimal():
        drafts.drop_file(draft, int(out))
        return []
    chosen, refused = sent(request)
    refused += drafts.add_files(draft, chosen)
    if "add" in request.POST and not chosen and not refused:
        refused.append(_("您还没有选文件。请先选文件，再按“添加”。"))
    return refused


def sent(request: HttpRequest) -> tuple[list[Upload], list[str]]:
    """The files that came with the page; and a sentence for each that was stopped at the limit."""
    largest = min(LARGEST, settings.UPLOAD_FILE_BYTES) // MB
    too_large = _("“{name}”超过了 {mb} MB，没有加上。请压缩或分开后再传。")
    stopped = request.META.get(uploads.REFUSED, ())
    refused = [too_large.format(name=name, mb=largest) for name in stopped]
    chosen = request.FILES.getlist("files")
    return [Upload(one.name or "", one.read()) for one in chosen], refused


def limits() -> dict[str, Any]:
    """What the page says of how much can be added."""
    return {
        "largest": min(LARGEST, settings.UPLOAD_FILE_BYTES) // MB,
        "most_files": drafts.MOST_FILES,
        "most_bytes": drafts.MOST_BYTES // MB,
    }
