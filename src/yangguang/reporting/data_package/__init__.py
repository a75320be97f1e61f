"""Everything that is public as one file of open data: a Tabular Data Package (Frictionless).

Source: the specifications Data Package, Tabular Data Resource, Table Schema and CSV Dialect,
version 1 (specs.frictionlessdata.io), which the readers of version 2 take too. A zip of
`datapackage.json`, which describes the rest; `README.md`, the same for people; and the files of
`describing.RESOURCES`: reports, their cells and sections, all versions, what corrections changed.
The same publications give the same bytes.
"""

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import groupby
from typing import IO, Any, Final, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.db.models import Count, Max, Sum

from yangguang.reporting import published
from yangguang.reporting.data_package import rows
from yangguang.reporting.data_package.csv_file import HELD, CsvFile
from yangguang.reporting.data_package.describing import (
    CELLS,
    CORRECTIONS,
    REPORTS,
    RESOURCES,
    SECTIONS,
    VERSIONS,
    Resource,
)
from yangguang.reporting.data_package.readme import PATH, readme
from yangguang.reporting.models import Publication

NAME: Final = "disclosure-annual-reports"
LAYOUT: Final = 2
"""Counts up when the package is made otherwise from the same publications."""
AT_ONCE: Final = 100
"""How many versions are held in memory."""


class Stamp(NamedTuple):
    """What is public: how many reports, the latest at which moment; the package follows from it.

    `total` is the sum of the publications' ids: a new report changes the count, a correction
    takes the place of an earlier one and has a higher id.
    """

    reports: int
    total: int
    at: datetime | None

    def __str__(self) -> str:
        return f"{LAYOUT}-{self.reports}-{self.total}"


def stamp() -> Stamp:
    """What is public now. One query."""
    found = published.current().aggregate(count=Count("pk"), total=Sum("pk"), at=Max("at"))
    return Stamp(found["count"], found["total"] or 0, found["at"])


def write(to: IO[bytes]) -> None:
    """Write the package to a file. One query; memory holds AT_ONCE versions at a time.

    The cells, which are most of it, go into the zip at once; the others wait beside it.
    """
    with ZipFile(to, "w", ZIP_DEFLATED) as zipped, ExitStack() as aside:
        waiting = {
            one: aside.enter_context(tempfile.SpooledTemporaryFile(HELD))
            for one in RESOURCES
            if one is not CELLS
        }
        latest = datetime(1980, 1, 1, tzinfo=UTC)
        with zipped.open(_entry(CELLS.path), "w", force_zip64=True) as inside:
            files = {one: CsvFile(waiting.get(one, inside), one) for one in RESOURCES}
            for of_year in _years():
                latest = max(latest, *(one.at for one in of_year))
                _add(files, of_year)
            for file in files.values():
                file.end()
        for resource, held in waiting.items():
            held.seek(0)
            with zipped.open(_entry(resource.path), "w", force_zip64=True) as inside:
                shutil.copyfileobj(held, inside)
        described = [files[one].described() for one in RESOURCES]
        zipped.writestr(_entry(PATH), readme(settings.SITE_ADDRESS))
        zipped.writestr(_entry("datapackage.json"), _descriptor(described, latest))


def _years() -> Iterator[list[Publication]]:
    """The versions of an agency's report on a year, the one of now last.

    In one query, so that what is published meanwhile is there whole or not at all.
    """
    found = Publication.objects.select_related("version", "agency__region").defer(
        "version__counted", "version__findings", "version__rests_on"
    )
    ordered = found.order_by("agency_id", "year", "number").iterator(chunk_size=AT_ONCE)
    for _, versions in groupby(ordered, key=lambda one: (one.agency_id, one.year)):
        yield list(versions)


def _add(files: dict[Resource, CsvFile], versions: list[Publication]) -> None:
    said = [published.as_report(one) for one in versions]
    now, words = versions[-1], said[-1]
    files[REPORTS].add([rows.of_report(now, words)])
    files[CELLS].add(rows.of_cells(now, words))
    files[SECTIONS].add(rows.of_sections(now, words))
    files[VERSIONS].add(rows.of_version(one) for one in versions)
    for one, before, after in zip(versions[1:], said, said[1:], strict=False):
        files[CORRECTIONS].add(rows.of_correction(one, before, after))


def _entry(name: str) -> ZipInfo:
    """An entry without a time of its own: the same content gives the same bytes."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _descriptor(resources: Iterable[dict[str, Any]], latest: datetime) -> bytes:
    described = {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": "政府信息公开工作年度报告",
        "description": "在本站公布的各机关年度报告（《政府信息公开条例》第四十九条）："
        "每份报告一行，表格里的每个数一行，每个部分的文字一行；公布过的各版和每次更正也在内。",
        "homepage": f"{settings.SITE_ADDRESS}/reports",
        "keywords": ["政府信息公开", "年度报告", "依申请公开"],
        "licenses": [{"path": PATH, "title": "政府机关公布的信息；使用时请注明机关、年度和版本"}],
        "sources": [{"title": "各机关公布的年度报告", "path": f"{settings.SITE_ADDRESS}/reports"}],
        "created": rows.moment(latest),
        "resources": list(resources),
    }
    return json.dumps(described, ensure_ascii=False, indent=2).encode()
