"""What a page of the reports tells machines of itself: the meta tags of government websites.

Source: the guide 国办发〔2017〕47号: of every page the site, of a column the column, of an article
the article.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency
from yangguang.reporting.models import Publication

COLUMN: Final = "政府信息公开年报"
_KEYWORDS: Final = ("政府信息公开", "年度报告", "依申请公开")


class Mark(NamedTuple):
    """A meta tag."""

    name: str
    content: str


def of_column(agency: Agency | None = None) -> list[Mark]:
    """Of the list of reports, all or an agency's."""
    whose = agency.name if agency else _("各机关")
    description = _("{whose}公布的政府信息公开工作年度报告。").format(whose=whose)
    words = [*([agency.name] if agency else []), *_KEYWORDS]
    return [
        *_of_site(),
        *_of_place(),
        Mark("ColumnDescription", description),
        Mark("ColumnKeywords", ",".join(words)),
        Mark("description", description),
    ]


def of_report(publication: Publication, title: str) -> list[Mark]:
    """Of a version of a report."""
    agency, on = publication.agency, publication.published_on
    words = [agency.name, str(publication.year), *_KEYWORDS]
    description = _("{title}：总体情况、三张统计表、存在的主要问题及改进情况。").format(title=title)
    if publication.version.note:
        description += _("更正说明：") + publication.version.note
    return [
        *_of_site(),
        *_of_place(),
        Mark("ArticleTitle", title),
        *([Mark("PubDate", on.isoformat())] if on else []),
        Mark("ContentSource", agency.name),
        Mark("Keywords", ",".join(words)),
        Mark("Author", agency.name),
        Mark("Description", description),
        Mark("Url", address_of(publication)),
    ]


def address_of(publication: Publication) -> str:
    """Where this version stays, in full."""
    version = [publication.agency.slug, publication.year, publication.number]
    return settings.SITE_ADDRESS + reverse("published-version", args=version)


def _of_site() -> Iterator[Mark]:
    yield Mark("SiteName", settings.SITE_NAME)
    yield Mark("SiteDomain", settings.SITE_ADDRESS.partition("://")[2])
    if settings.SITE_CODE:
        yield Mark("SiteIDCode", settings.SITE_CODE)


def _of_place() -> Iterator[Mark]:
    yield Mark("ColumnName", COLUMN)
    yield Mark("ColumnType", COLUMN)
