"""What was newly published, reports and corrections, for who follows them: Atom (RFC 4287)."""

from datetime import datetime, time
from typing import Final

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yangguang import __version__
from yangguang.agencies.access import PUBLIC, access
from yangguang.agencies.models import Agency
from yangguang.annual_report.writing.word_text import said_in_xml
from yangguang.reporting.models import Publication
from yangguang.reporting.models.report import Origin
from yangguang.reporting.titles import title_of

MOST: Final = 50
"""How many entries, the latest; the list of reports has them all."""


@access(PUBLIC)
@require_safe
def of_all(request: HttpRequest) -> HttpResponseBase:
    """Of every agency."""
    listing = reverse("published-reports")
    title = _("政府信息公开年报 · {site}").format(site=settings.SITE_NAME)
    return _answered(request, Publication.objects.all(), title, listing)


@access(PUBLIC)
@require_safe
def of_agency(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Of one agency."""
    agency = get_object_or_404(Agency, slug=slug)
    listing = reverse("reports-of-agency", args=[slug])
    title = _("{agency}：政府信息公开年报").format(agency=agency.name)
    return _answered(request, Publication.objects.filter(agency=agency), title, listing)


def _answered(
    request: HttpRequest, found: QuerySet[Publication], title: str, listing: str
) -> HttpResponseBase:
    """The feed; who has it already is told so. One query: a publication is never changed."""
    ordered = found.select_related("agency", "version").order_by("-at", "-pk")
    latest = list(
        ordered.only(
            *("year", "number", "published_on", "at", "agency__slug", "agency__name"),
            *("version__note", "version__origin", "version__changes"),
        )[:MOST]
    )
    answer = HttpResponse(content_type=Atom1Feed.content_type)
    answer["ETag"] = f'"{latest[0].pk if latest else 0}-{__version__}"'
    answer["Cache-Control"] = "no-cache"
    known = get_conditional_response(request, answer["ETag"], response=answer)
    if known is not answer:
        return known
    feed = Atom1Feed(
        title=title,
        link=settings.SITE_ADDRESS + listing,
        description="",
        subtitle=_("新公布的年度报告和更正，最近 {most} 条。").format(most=MOST),
        feed_url=settings.SITE_ADDRESS + request.path,
        language=settings.LANGUAGE_CODE,
    )
    for one in latest:
        _add(feed, one)
    feed.write(answer, "utf-8")
    return answer


def _add(feed: Atom1Feed, one: Publication) -> None:
    agency = one.agency
    address = settings.SITE_ADDRESS + reverse(
        "published-version", args=[agency.slug, one.year, one.number]
    )
    title = title_of(agency, one.year)
    if one.number > 1:
        title = _("更正：{title}（第 {n} 版）").format(title=title, n=one.number)
    feed.add_item(
        title=title,
        link=address,
        description=escape(said_in_xml(_said(one))),
        unique_id=address,
        author_name=agency.name,
        pubdate=_began(one),
        updateddate=one.at,
        categories=[str(one.year)],
    )


def _said(one: Publication) -> str:
    """What it is about in a line or two."""
    if one.number > 1:
        count = len(one.version.changes)
        return _("{note}（改了 {n} 处）").format(note=one.version.note, n=count)
    if one.published_on is None:
        return _("由公布的文件导入，公布日期没有记录。")
    day = _("{d.year}年{d.month}月{d.day}日").format(d=one.published_on)
    if one.version.origin == Origin.IMPORTED:
        return _("{day}公布的报告，由文件收入本站。").format(day=day)
    return _("{day}公布。").format(day=day)


def _began(one: Publication) -> datetime:
    """When it was published: the moment where it happened here, else the beginning of the day."""
    if one.published_on is None or one.published_on == timezone.localdate(one.at):
        return one.at
    return timezone.make_aware(datetime.combine(one.published_on, time.min))
