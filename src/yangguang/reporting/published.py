"""Reports as they are public: what everyone reads, and what the next year takes over."""

import hashlib
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery

from yangguang.agencies.models import Agency
from yangguang.annual_report import as_json
from yangguang.annual_report.report import AnnualReport
from yangguang.casework import moment
from yangguang.casework.digests import canonical, digest
from yangguang.reporting.models import Publication, Version


class Digests(NamedTuple):
    """By what everyone can tell that a version's data are what was published, in hexadecimal."""

    sm3: str
    sha256: str


def latest(agency: Agency, year: int, known_at: datetime) -> Publication | None:
    """What was public of a year's report at a moment; None: there was none."""
    found = Publication.objects.filter(agency=agency, year=year, at__lte=known_at)
    return _light(found.select_related("version")).order_by("-number").first()


def current() -> QuerySet[Publication]:
    """What is public now: of each agency and year the latest. One query."""
    same = Publication.objects.filter(agency=OuterRef("agency"), year=OuterRef("year"))
    newest = same.order_by("-number").values("pk")[:1]
    return Publication.objects.filter(pk=Subquery(newest))


def current_with_content() -> QuerySet[Publication]:
    """The same with what they say and whose they are, without what they counted (it is large)."""
    return _light(current().select_related("version", "agency"))


def _light(found: QuerySet[Publication]) -> QuerySet[Publication]:
    return found.defer("version__counted", "version__findings")


def as_report(publication: Publication) -> AnnualReport:
    """What it says."""
    return as_json.load(publication.version.content)


def by_its_name_now(before: AnnualReport, now: AnnualReport) -> AnnualReport:
    """Last year's report of the agency whose report `now` is, for the checks across years.

    Both are kept as one agency's: that it was renamed meanwhile, or a file calls it otherwise, is
    no reason not to hold the years against each other.
    """
    return replace(before, agency=now.agency)


def year_before(agency: Agency, year: int) -> AnnualReport | None:
    """What is public of the year before `year`; None: nothing is."""
    found = latest(agency, year - 1, moment.now())
    return as_report(found) if found else None


def data_of(version: Version) -> bytes:
    """What a version says, as one line of JSON (`as_json`) with its keys in order, for good.

    The bytes follow from what is kept alone, not from the database or the release that serves
    them: whoever took them along can compare their digests years later.
    """
    return canonical(version.content) + b"\n"


def digests_of(version: Version) -> Digests:
    """Of `data_of`: what the file of the format JSON has."""
    data = data_of(version)
    return Digests(digest(data), hashlib.sha256(data).hexdigest())
