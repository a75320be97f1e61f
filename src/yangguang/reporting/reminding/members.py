"""A member corrected its report after its government's had added it up: told to who writes that."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, holders_at
from yangguang.casework.models import Event
from yangguang.reporting import life, published
from yangguang.reporting.models import Version, YearReport
from yangguang.reporting.reminding.drift import YEARS
from yangguang.reporting.reminding.notice import Notice, named, way_of
from yangguang.reporting.rolling_up.since import corrected_since


def corrected_members(on: date) -> Iterator[Notice]:
    """What writers of governments' reports of the last years are told: each correction once.

    Of the version under way or public; while a report is being written it adds up what is public
    then. Four queries; where members published since, two for who writes, and two for each version
    that adds such up.
    """
    versions = list(_overtaken(range(on.year - YEARS, on.year)))
    writers = holders_at(Capability.REPORT, {one.report.agency_id for one in versions}, on)
    for version in versions:
        report = version.report
        for member in corrected_since(version):
            said = _(
                "{report}汇总了{member}，{member}已经公布更正版，汇总的还是更正前的数。"
            ).format(report=named(report.agency, report.year), member=member.agency.name)
            lines = (said, _("请编制更正版；还没有报送、公布的，撤回以后重新送审。"))
            for person in writers[report.agency_id]:
                yield Notice(
                    person,
                    f"member:{version.pk}:{member.version_id}",
                    _("成员机关更正了年报"),
                    lines,
                    way_of(report.agency, report.year),
                )


def _overtaken(years: Collection[int]) -> Iterator[Version]:
    """The versions that stand, and of whose members one published something after them."""
    newest = published.current().filter(year__in=years).order_by()
    latest = {
        (agency, year): at
        for agency, year, at in newest.values_list("agency", "year").annotate(at=Max("at"))
    }
    for version in _standing(years):
        year, taken = version.report.year, (version.rests_on or {}).get("versions", {})
        since = [at for one in taken if (at := latest.get((int(one), year)))]
        if version.known_at and any(at > version.known_at for at in since):
            yield version


def _standing(years: Collection[int]) -> list[Version]:
    """The frozen versions of reports that add others up and are not being written. Two queries."""
    summed = Version.objects.filter(rests_on__isnull=False)
    reports = YearReport.objects.filter(year__in=years, pk__in=summed.values("report"))
    of_case = dict(reports.values_list("case", "pk"))
    standings = life.standings(Event.objects.filter(case__in=of_case))
    under_way = {
        (of_case[case], now.version) for case, now in standings.items() if not now.is_being_written
    }
    found = summed.filter(report__case__in=of_case).select_related("report__agency")
    light = found.defer("content", "counted", "findings").order_by("pk")
    return [one for one in light if (one.report_id, one.number) in under_way]
