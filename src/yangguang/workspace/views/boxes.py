"""The boxes of the archives: the list of them, what lies in one, and what is put on it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.casework.examining import SHEET
from yangguang.inforequests import archives, packages
from yangguang.inforequests.archives import Item
from yangguang.law.filing import RETENTION_NAMES, Box
from yangguang.workspace import workbook
from yangguang.workspace.access import ARCHIVES, access


@access(ARCHIVES)
@require_safe
def boxes(request: HttpRequest, people: Standing, agency: Agency, year: int) -> HttpResponse:
    """The boxes of a year."""
    years = archives.years(people, agency)
    if year not in years:
        raise Http404
    shown = {
        "agency": agency,
        "year": year,
        "years": years,
        "may_pack": packages.may_pack(agency, people),
        "boxes": [
            {"one": one, "retention": RETENTION_NAMES[one.box.retention]}
            for one in archives.boxes(people, agency, year)
        ],
    }
    return render(request, "workspace/boxes.html", shown)


@access(ARCHIVES)
@require_safe
def one_box(
    request: HttpRequest, people: Standing, agency: Agency, year: int, retention: str, box: int
) -> HttpResponse:
    """A box: the catalogue of its files, and what was taken out again."""
    place = _box(year, retention, box)
    shown = _shown(people, agency, place)
    return render(
        request,
        "workspace/box.html",
        {
            **shown,
            "taken_out": archives.taken_out(people, agency, place),
            "may_pack": packages.may_pack(agency, people),
        },
    )


@access(ARCHIVES)
@require_safe
def labels(
    request: HttpRequest, people: Standing, agency: Agency, year: int, retention: str, box: int
) -> HttpResponse:
    """What is put on a box and into it: its back, and the sheet of remarks (备考表)."""
    shown = _shown(people, agency, _box(year, retention, box))
    return render(request, "workspace/box_labels.html", shown)


@access(ARCHIVES)
@require_safe
def catalogue(
    request: HttpRequest, people: Standing, agency: Agency, year: int, retention: str, box: int
) -> StreamingHttpResponse:
    """The catalogue of a box as a workbook."""
    place = _box(year, retention, box)
    items = _shown(people, agency, place)["items"]
    heads = (
        (_("序号"), 6),
        (_("档号"), 22),
        (_("文号"), 26),
        (_("责任者"), 22),
        (_("题名"), 60),
        (_("日期"), 12),
        (_("密级"), 8),
        (_("页数"), 8),
        (_("备注"), 30),
    )
    answer = StreamingHttpResponse(
        workbook.pieces(_("归档文件目录"), heads, _lines(items, agency)), content_type=SHEET
    )
    name = _("归档文件目录_{place}.xlsx").format(place=place.reference)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


def _box(year: int, retention: str, number: int) -> Box:
    found = archives.box_of(year, retention, number)
    if found is None:
        raise Http404
    return found


def _shown(people: Standing, agency: Agency, place: Box) -> dict[str, Any]:
    items = archives.catalogue(archives.inside(people, agency, place))
    if not items:
        raise Http404
    return {
        "agency": agency,
        "box": place,
        "items": items,
        "retention": RETENTION_NAMES[place.retention],
        "until": archives.BoxShown(place, len(items), items[0].item, items[-1].item).kept_until,
    }


def _lines(items: Sequence[Item], agency: Agency) -> Iterator[Sequence[workbook.Cell]]:
    for at, one in enumerate(items, 1):
        yield (
            str(at),
            one.place,
            one.letter,
            agency.name,
            one.title,
            one.dated,
            "",
            "",
            one.remark,
        )
