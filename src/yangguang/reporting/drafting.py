"""What a report says now: the compiled figures, with the words that were written beside them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from yangguang.annual_report import as_json
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.report import AnnualReport, Section
from yangguang.casework import moment
from yangguang.reporting import phrases, published
from yangguang.reporting.due import kind_of
from yangguang.reporting.models import SectionText, Version, YearReport

WITH_PROSE: Final = tuple(SECTIONS)
"""All six: under its tables a section may say more."""


def draft(
    report: YearReport, figures: AnnualReport, typed: Mapping[int, str] | None = None
) -> AnnualReport:
    """The report as it would be sent up now. `figures`: as compiled, its edition that of the year.

    References to figures are filled in; those that name none stay as they are written. `typed`:
    words of sections that are not kept yet.
    """
    written = {number: one.text for number, one in texts(report).items()} | dict(typed or {})
    sections = tuple(
        Section(
            number,
            title,
            phrases.filled(written.get(number, ""), figures),
            position=number,
        )
        for number, title in SECTIONS.items()
    )
    return replace(
        figures,
        title=_("{agency}{year}年政府信息公开工作年度报告").format(
            agency=report.agency.name, year=report.year
        ),
        agency=report.agency.name,
        year=report.year,
        kind=kind_of(report.agency),
        period=(date(report.year, 1, 1), date(report.year, 12, 31)),
        sections=sections,
    )


def texts(report: YearReport) -> dict[int, SectionText]:
    """The text of each section that has one: what was left last."""
    return {one.section: one for one in report.texts.order_by("pk")}


def content(version: Version) -> AnnualReport:
    """What a version says."""
    return as_json.load(version.content)


def public(report: YearReport) -> Version | None:
    """The version that everyone reads; None before there is one."""
    found = published.latest(report.agency, report.year, moment.now())
    return found.version if found else None


def previous(report: YearReport) -> AnnualReport | None:
    """What the agency published on the year before; None where it is not here."""
    return published.year_before(report.agency, report.year)
