"""A city government with an office, departments and a town, whose reports are added up."""

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from tests import town
from tests.annual_report.reports import a_report
from tests.reporting.reported import YEAR
from tests.town import may
from yangguang.agencies.models import Agency, AgencyKind, Person, Role
from yangguang.annual_report import as_json
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.report import AnnualReport, Section
from yangguang.casework import ledger, moment
from yangguang.reporting.actions import begin, set_scope
from yangguang.reporting.events import What
from yangguang.reporting.models import Publication, RollUpScope, Version, YearReport
from yangguang.reporting.rolling_up.rollup import Rollup, roll_up
from yangguang.reporting.rolling_up.scope import Decided, tree
from yangguang.reporting.rolling_up.taking import Basis
from yangguang.reporting.rolling_up.tree import Preset

NEW, FORWARD = "table3.new.total", "table3.carried_forward.total"
IN_FORCE = "table2.normative_documents.in_force"


def of_requests(many: int, **more: int) -> AnnualReport:
    """A report with as many requests of natural persons, all carried forward; else nought."""
    cells = {
        "table3.new.natural_person": many,
        NEW: many,
        "table3.carried_forward.natural_person": many,
        FORWARD: many,
    }
    return a_report({**cells, **more}, year=YEAR)


def saying(report: AnnualReport, words: str) -> AnnualReport:
    """The same with words in its first section."""
    sections = [
        Section(number, title, words if number == 1 else "", position=number)
        for number, title in SECTIONS.items()
    ]
    return replace(report, sections=tuple(sections))


@dataclass
class City:
    """The government and its office, whose handler writes the government's report."""

    government: Agency
    office: town.Office

    @cached_property
    def report(self) -> YearReport:
        """The government's, begun."""
        return begin.begin(self.government, YEAR, may(self.office.handler))

    def below(self, slug: str, kind: AgencyKind = AgencyKind.DEPARTMENT, **more) -> Agency:
        """An agency of the city."""
        more = {"parent": self.government, "supervising": self.office.agency, **more}
        return town.agency(slug=slug, name=f"青岚市{slug}", kind=kind, **more)

    def scoped(
        self,
        preset: Preset = Preset.WHOLE,
        basis: Basis = Basis.SUBMITTED,
        opened: frozenset[int] = frozenset(),
    ) -> RollUpScope:
        """The scope of a preset is decided."""
        chosen = tree().chosen(self.government.pk, preset, opened)
        decided = Decided(preset, basis, chosen)
        return set_scope.set_scope(self.report, decided, may(self.office.handler))

    def rollup(self) -> Rollup:
        """As known now."""
        return roll_up(self.government, YEAR, moment.now())

    def new(self) -> int | None:
        """How many requests the sum says are new."""
        value = self.rollup().sum.cells.get(NEW)
        return None if value is None else int(value)


def a_city() -> City:
    """With its office, and nobody else yet."""
    government = town.agency(slug="zhengfu", name="青岚市人民政府", kind=AgencyKind.GOVERNMENT)
    office = town.office(
        slug="zhengfuban",
        name="青岚市人民政府办公室",
        kind=AgencyKind.GOVERNMENT_OFFICE,
        parent=government,
    )
    Agency.objects.filter(pk=government.pk).update(supervising=office.agency)
    government.refresh_from_db()
    return City(government, office)


def _writer(agency: Agency) -> Person:
    found = Person.objects.filter(posts__agency=agency, posts__role=Role.HANDLER).first()
    return found or town.person("周承办", Role.HANDLER, agency)


def filed(
    agency: Agency,
    report: AnnualReport,
    *,
    is_public: bool = True,
    rests_on: dict[str, Any] | None = None,
) -> Version:
    """The agency's report of its year says this: published, or only submitted."""
    assert report.year
    writer = _writer(agency)
    target = begin.begin(agency, report.year, may(writer))
    number = target.versions.count() + 1
    version = Version.objects.create(
        report=target,
        number=number,
        known_at=moment.now(),
        content=json.loads(as_json.line(replace(report, agency=agency.name))),
        counted=b"",
        findings=[],
        rests_on=rests_on,
        digest="0" * 64,
        made_by=writer,
        made_at=moment.now(),
    )
    facts = {"version": number, "digest": version.digest, "late": 0}
    recorded(target, What.SUBMITTED, facts)
    if is_public:
        _public(version, writer)
    return version


def returned(version: Version) -> None:
    """The supervising office gives it back."""
    recorded(version.report, What.RETURNED, {"version": version.number})


def _public(version: Version, writer: Person) -> None:
    report = version.report
    Publication.objects.create(
        version=version,
        agency=report.agency,
        year=report.year,
        number=report.agency.publications.filter(year=report.year).count() + 1,
        published_on=date(YEAR + 1, 1, 20),
        by=writer,
        at=moment.now(),
    )
    recorded(report, What.PUBLISHED, {"version": version.number, "digest": version.digest})


def recorded(report: YearReport, what: What, payload: dict[str, object]) -> None:
    """An event of the report, today."""
    ledger.record(
        report.case, what, occurred_on=moment.today(), actor=ledger.PUBLIC, payload=payload
    )
