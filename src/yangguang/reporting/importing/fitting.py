"""Whose report a file holds and of which year; what a person must look at before it comes in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency
from yangguang.annual_report.agency_names import is_same_agency, normalised
from yangguang.annual_report.form import FORMS, edition_for
from yangguang.annual_report.report import AnnualReport
from yangguang.casework.digests import digest
from yangguang.reporting.due import kind_of
from yangguang.reporting.models import Version
from yangguang.reporting.models.report import Origin

_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SEPARATORS: Final = "-_ ."


@dataclass(frozen=True, slots=True)
class Assigned:
    """To whom and to which year a file of a folder goes; sentences where that is in doubt."""

    agency: Agency | None
    year: int | None
    doubts: tuple[str, ...]


def doubts(report: AnnualReport, agency: Agency, year: int | None = None) -> list[str]:
    """What speaks against a file's being `agency`'s report on `year` (None: that of the file)."""
    return [*_other_agency(report, agency), *_other_year(report, year), *_other_form(report, year)]


def assigned(report: AnnualReport, place: PurePath, agencies: Iterable[Agency]) -> Assigned:
    """Whose report a file is, by what it says, else by its `place` beneath the folder."""
    among = list(agencies)
    said = [one for one in among if _is_called(report.agency, one)]
    placed = _agency_of(place, among)
    years = {int(one) for one in _YEAR.findall(str(place))}
    year = report.year or (next(iter(years)) if len(years) == 1 else None)
    found: list[str] = []
    agency = said[0] if len(said) == 1 else None
    if not report.agency:
        agency = placed
    if agency is None:
        found.append(_("看不出是哪个机关的年报，或者不是您能导入的机关。"))
    elif placed and placed != agency:
        found.append(
            _("文件里写的是{agency}，文件名或文件夹是{placed}。").format(
                agency=agency.name, placed=placed.name
            )
        )
    if year is None:
        found.append(_("看不出是哪一年度的年报。"))
    elif years and year not in years:
        found.append(_("文件里写的是 {year} 年度，文件名里的年份不同。").format(year=year))
    return Assigned(agency, year, (*found, *_other_form(report, year)))


def settled(report: AnnualReport, agency: Agency, year: int | None = None) -> AnnualReport:
    """The report as it comes in: what its file does not say is filled in, all else stands.

    `year` stands over that of the file.
    """
    on = year or report.year
    return replace(
        report,
        agency=report.agency or agency.name,
        year=on,
        edition=report.edition or (edition_for(on) if on else None),
        kind=report.kind or kind_of(agency),
    )


def brought_in(content: bytes) -> Version | None:
    """What a file with these bytes became when it was brought in; None: it was not yet."""
    found = Version.objects.filter(origin=Origin.IMPORTED, source__digest=digest(content))
    return found.select_related("report__agency").order_by("-pk").first()


def _other_agency(report: AnnualReport, agency: Agency) -> list[str]:
    if not report.agency:
        return [_("文件里没有写是哪个机关的年报。")]
    if _is_called(report.agency, agency):
        return []
    said = _("文件里写的机关是“{said}”，不是{agency}。")
    return [said.format(said=report.agency, agency=agency.name)]


def _other_year(report: AnnualReport, year: int | None) -> list[str]:
    if report.year is None:
        return [] if year else [_("读不出是哪一年度的年报。")]
    if year in (None, report.year):
        return []
    said = _("文件里写的是 {said} 年度，不是 {year} 年度。")
    return [said.format(said=report.year, year=year)]


def _other_form(report: AnnualReport, year: int | None) -> list[str]:
    """Tables that were not found, or those of another year's form."""
    on = year or report.year
    wanted = edition_for(on) if on else None
    missing = [f"表{'〇一二三四'[one]}" for one in (2, 3, 4) if one not in report.tables]
    found = []
    if missing:
        found.append(_("没有读到{tables}。").format(tables="、".join(missing)))
    if wanted and report.edition and wanted is not report.edition:
        said = _("表格是 {edition} 年版的，{year} 年度应当用{circular}的格式。")
        circular = FORMS[wanted].circular
        found.append(said.format(edition=report.edition.value, year=on, circular=circular))
    return found


def _is_called(name: str, agency: Agency) -> bool:
    short = normalised(agency.short_name)
    return bool(name) and (is_same_agency(name, agency.name) or normalised(name) == short)


def _agency_of(place: PurePath, among: list[Agency]) -> Agency | None:
    """Whose name or slug a path bears: the longest name, so that a part is not the whole."""
    parts = [*place.parent.parts, place.stem]
    plain = [normalised(one) for one in parts]
    bare = {_YEAR.sub("", one).strip(_SEPARATORS).lower() for one in parts}
    named = [one for one in among if any(normalised(one.name) in part for part in plain)]
    if named:
        return max(named, key=lambda one: len(one.name))
    return next((one for one in among if one.slug in bare), None)
