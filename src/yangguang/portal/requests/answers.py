"""The answers that are open to all: searched in a list, each on a page that stays (Art. 44)."""

from typing import Final

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from yangguang.agencies.models import Agency
from yangguang.casework import attachments, download
from yangguang.casework.examining import OFD, PDF, SHEET, SLIDES, TEXT, WORD
from yangguang.inforequests import public_answers
from yangguang.inforequests.models import PublicAnswer
from yangguang.inforequests.public_answers import Sought
from yangguang.portal.requests.access import PUBLIC, access

A_PAGE: Final = 20
_TYPE_NAMES: Final = {
    PDF: "PDF",
    WORD: "Word",
    SHEET: "Excel",
    SLIDES: "PPT",
    OFD: "OFD",
    TEXT: lazy("文本"),
    "image/png": lazy("图片"),
    "image/jpeg": lazy("图片"),
}
_YEAR_DIGITS: Final = 4


@access(PUBLIC)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The answers in which all the words stand, of an agency, of a year."""
    sought = _sought(request)
    pages = Paginator(public_answers.find(sought), A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    published = Agency.objects.filter(pk__in=PublicAnswer.objects.values("agency"))
    shown = {
        "sought": sought,
        "page": page,
        "answers": public_answers.standing(page.object_list),
        "agencies": published,
        "years": public_answers.years(),
        "kept": kept.urlencode(),
        "is_narrowed": sought != Sought(),
    }
    return render(request, "portal/requests/answers.html", shown)


def _sought(request: HttpRequest) -> Sought:
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())
    year = request.GET.get("year", "")
    is_year = year.isascii() and year.isdecimal() and len(year) == _YEAR_DIGITS
    return Sought(
        words[: public_answers.LONGEST],
        request.GET.get("agency", "").replace("\0", ""),
        int(year) if is_year else None,
    )


@access(PUBLIC)
@require_safe
def file(request: HttpRequest, address: str, place: int) -> HttpResponse:
    """A file that goes with an answer, while it is open to all."""
    found = PublicAnswer.objects.filter(address=address, withdrawn_on=None)
    shown = [one for answer in public_answers.standing(found) for one in answer.files.all()]
    wanted = next((one for one in shown if one.place == place), None)
    if wanted is None:
        raise Http404
    content = attachments.content_of(wanted.file)  # bound to the digest that was published
    return download.answer(content, wanted.name, wanted.file.media_type)


@access(PUBLIC)
@require_safe
def answer(request: HttpRequest, address: str) -> HttpResponse:
    """An answer; of one that was withdrawn, since when and why (410)."""
    found = PublicAnswer.objects.filter(address=address).select_related("agency")
    shown = public_answers.standing(found)
    if not shown:
        raise Http404
    status = 410 if shown[0].withdrawn_on else 200
    files = [(one, _type_name(one.file.media_type)) for one in shown[0].files.all()]
    context = {"answer": shown[0], "files": files}
    return render(request, "portal/requests/answer.html", context, status=status)


def _type_name(media_type: str) -> str:
    return str(_TYPE_NAMES.get(media_type, _("文件")))
