"""Everything that is public as one file of open data: a Tabular Data Package (Frictionless).

Source: the specifications Data Package, Tabular Data Resource, Table Schema and CSV Dialect,
version 1 (specs.frictionlessdata.io), which the readers of version 2 take too. A zip of
`datapackage.json`, which describes the rest; `reports.csv`, a line a report; `cells.csv`, a line a
cell. CSV in UTF-8 without a mark, lines end in CR LF. The same publications give the same bytes.
"""

import csv
import hashlib
import io
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import IO, Any, Final, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db.models import Count, Max, Sum

from yangguang.agencies.models import AgencyKind, AgencyLevel
from yangguang.annual_report.form import FORMS
from yangguang.annual_report.report import AnnualReport, Status
from yangguang.annual_report.writing.csv_cells import harmless, lines
from yangguang.reporting import published
from yangguang.reporting.models import Publication

NAME: Final = "disclosure-annual-reports"
AT_ONCE: Final = 100
"""How many reports are held in memory."""
_IN_MEMORY: Final = 4 * 1024 * 1024
_QUOTED: Final = "以 = + - @ 开头的文字前面加了一个单引号，以免表格软件当作公式。"

Row = tuple[str | int, ...]


class Field(NamedTuple):
    """A column: its name, its type in Table Schema, what stands in it.

    `values`: all that it can be, if they are few; `may_lack`: whether it can be empty.
    """

    name: str
    type: str
    title: str
    values: tuple[str, ...] = ()
    may_lack: bool = False

    def described(self) -> dict[str, Any]:
        """As Table Schema describes it."""
        constraints: dict[str, Any] = {} if self.may_lack else {"required": True}
        if self.values:
            constraints["enum"] = list(self.values)
        known = {"name": self.name, "type": self.type, "title": self.title}
        return known | ({"constraints": constraints} if constraints else {})


class Resource(NamedTuple):
    """A file of the package; `refers` where a column names a line of another file."""

    name: str
    title: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> str:
        """Its name in the zip."""
        return f"{self.name}.csv"

    def described(self, size: int, sha256: str) -> dict[str, Any]:
        """As Tabular Data Resource describes it."""
        schema: dict[str, Any] = {
            "fields": [field.described() for field in self.fields],
            "missingValues": [""],
            "primaryKey": list(self.key),
        }
        if self.refers:
            schema["foreignKeys"] = [
                {"fields": [column], "reference": {"resource": resource, "fields": [column]}}
                for column, resource in self.refers
            ]
        return {
            "profile": "tabular-data-resource",
            "name": self.name,
            "path": self.path,
            "title": self.title,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": size,
            "hash": f"sha256:{sha256}",
            "schema": schema,
        }


_REPORT: Final = Field("report", "string", "报告：机关标识/年度")
REPORTS: Final = Resource(
    "reports",
    "公布的年度报告，一份一行；更正过的只有更正以后的",
    (
        _REPORT,
        Field("agency", "string", "机关标识，网址里用的"),
        Field("agency_name", "string", f"机关名称，报告里写的。{_QUOTED}", may_lack=True),
        Field("region", "string", "行政区划代码（GB/T 2260）"),
        Field("kind", "string", "机关类别", tuple(AgencyKind)),
        Field("level", "string", "机关层级", tuple(AgencyLevel)),
        Field("year", "year", "年度"),
        Field("version", "integer", "第几版，更正一次加一"),
        Field("edition", "string", "报告格式的版本", tuple(FORMS), may_lack=True),
        Field("title", "string", f"报告的标题。{_QUOTED}", may_lack=True),
        Field("published_on", "date", "公布日期", may_lack=True),
        Field("known_at", "datetime", "数据按这一刻掌握的情况；由文件导入的为空", may_lack=True),
        Field("digest", "string", "这一版的摘要（SM3）"),
        Field("address", "string", "这一版在本站的网址，不含主机名"),
    ),
    ("report",),
)
CELLS: Final = Resource(
    "cells",
    "报告表格里的数，一格一行",
    (
        _REPORT,
        Field("table", "integer", "第几部分的表"),
        Field("row_group", "string", "行所在的组，表里印的", may_lack=True),
        Field("row", "string", "行，表里印的"),
        Field("column", "string", "列，表里印的"),
        Field("cell", "string", "格的标识，各年各机关相同"),
        Field("value", "number", "数；空白不是零", may_lack=True),
        Field("status", "string", "数是怎么来的", tuple(Status)),
        Field("unit", "string", f"格里印的单位，多数没有。{_QUOTED}", may_lack=True),
    ),
    ("report", "cell"),
    (("report", "reports"),),
)


class Stamp(NamedTuple):
    """What is public: how many reports, the latest at which moment; the package follows from it.

    `total` is the sum of the publications' ids: a new report changes the count, a correction
    takes the place of an earlier one and has a higher id.
    """

    reports: int
    total: int
    at: datetime | None

    def __str__(self) -> str:
        return f"{self.reports}-{self.total}"


def stamp() -> Stamp:
    """What is public now. One query."""
    found = published.current().aggregate(count=Count("pk"), total=Sum("pk"), at=Max("at"))
    return Stamp(found["count"], found["total"] or 0, found["at"])


def write(to: IO[bytes]) -> None:
    """Write the package to a file. One query; memory holds AT_ONCE reports at a time."""
    with ZipFile(to, "w", ZIP_DEFLATED) as zipped, _spooled() as aside:
        latest = datetime(1980, 1, 1, tzinfo=UTC)
        reports = _Csv(aside, REPORTS)
        with zipped.open(_entry(CELLS.path), "w", force_zip64=True) as inside:
            cells = _Csv(inside, CELLS)
            for one in _publications():
                said = published.as_report(one)
                reports.add([_of_report(one, said)])
                cells.add(_of_cells(one, said))
                latest = max(latest, one.at)
            cells.end()
        reports.end()
        aside.seek(0)
        with zipped.open(_entry(REPORTS.path), "w", force_zip64=True) as inside:
            shutil.copyfileobj(aside, inside)
        described = [reports.described(), cells.described()]
        zipped.writestr(_entry("datapackage.json"), _descriptor(described, latest))


def _publications() -> Iterator[Publication]:
    """In one query, so that what is published meanwhile is there whole or not at all."""
    found = published.current_with_content().select_related("agency__region")
    return found.order_by("pk").iterator(chunk_size=AT_ONCE)


def _spooled() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(_IN_MEMORY)


def _entry(name: str) -> ZipInfo:
    """An entry without a time of its own: the same content gives the same bytes."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


class _Csv:
    """A resource on its way to a file, measured."""

    def __init__(self, to: IO[bytes], resource: Resource) -> None:
        self._to = to
        self._resource = resource
        self._text = io.StringIO(newline="")
        self._out = csv.writer(self._text)
        self._size = 0
        self._digest = hashlib.sha256()
        self._out.writerow([field.name for field in resource.fields])

    def add(self, rows: Iterable[Row]) -> None:
        """Some more lines."""
        self._out.writerows(rows)
        if self._text.tell() > _IN_MEMORY:
            self.end()

    def end(self) -> None:
        """Hand over what is still held."""
        data = self._text.getvalue().encode()
        self._text.seek(0)
        self._text.truncate()
        self._size += len(data)
        self._digest.update(data)
        self._to.write(data)

    def described(self) -> dict[str, Any]:
        """As the descriptor tells of it, once all is written."""
        return self._resource.described(self._size, self._digest.hexdigest())


def _name(one: Publication) -> str:
    return f"{one.agency.slug}/{one.year}"


def _of_report(one: Publication, said: AnnualReport) -> Row:
    agency, version = one.agency, one.version
    return (
        _name(one),
        agency.slug,
        harmless(said.agency),
        agency.region.code,
        agency.kind,
        agency.level,
        one.year,
        one.number,
        said.edition.value if said.edition else "",
        harmless(said.title),
        one.published_on.isoformat() if one.published_on else "",
        _moment(version.known_at) if version.known_at else "",
        version.digest,
        f"/agencies/{agency.slug}/reports/{one.year}/v{one.number}",
    )


def _of_cells(one: Publication, said: AnnualReport) -> Iterator[Row]:
    name = _name(one)
    return ((name, *line) for line in lines(said))


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _descriptor(resources: list[dict[str, Any]], latest: datetime) -> bytes:
    described = {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": "政府信息公开工作年度报告",
        "description": "在本站公布的各机关年度报告（《政府信息公开条例》第四十九条）："
        "每份报告一行，表格里的每个数一行。",
        "created": _moment(latest),
        "resources": resources,
    }
    return json.dumps(described, ensure_ascii=False, indent=2).encode()
