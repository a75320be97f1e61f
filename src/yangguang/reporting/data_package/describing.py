"""What the files of the package are called and hold: Table Schema, Tabular Data Resource."""

from typing import Any, Final, NamedTuple

from yangguang.agencies.models import AgencyKind, AgencyLevel
from yangguang.annual_report.form import FORMS
from yangguang.annual_report.report import Status
from yangguang.reporting.models.report import Origin

_QUOTED: Final = "以 = + - @ 开头的文字前面加了一个单引号，以免表格软件当作公式。"


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
    """A file of the package; `refers` where columns name a line of another file."""

    name: str
    title: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[tuple[str, ...], str], ...] = ()

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
                {"fields": list(columns), "reference": {"resource": to, "fields": list(columns)}}
                for columns, to in self.refers
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
_OF_REPORTS: Final = (("report",), "reports")
_KNOWN_AT: Final = Field(
    "known_at", "datetime", "数字按这一刻掌握的情况；由文件导入的为空", may_lack=True
)
_PUBLISHED_ON: Final = Field("published_on", "date", "公布日期", may_lack=True)
_ADDRESS: Final = Field("address", "string", "这一版在本站的网址，不含主机名")
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
        _PUBLISHED_ON,
        _KNOWN_AT,
        _ADDRESS,
    ),
    ("report",),
    ((("report", "version"), "versions"),),
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
    (_OF_REPORTS,),
)
SECTIONS: Final = Resource(
    "sections",
    "报告的文字，一部分一行，不含表格",
    (
        _REPORT,
        Field("place", "integer", "在报告里排第几，从 1 起"),
        Field("section", "integer", "第几部分；0 是第一部分前面的文字"),
        Field("title", "string", f"标题，报告里写的。{_QUOTED}", may_lack=True),
        Field("text", "string", f"文字，一段一行。{_QUOTED}", may_lack=True),
    ),
    ("report", "place"),
    (_OF_REPORTS,),
)
VERSIONS: Final = Resource(
    "versions",
    "公布过的各版，一版一行，更正以前的也在内",
    (
        _REPORT,
        Field("version", "integer", "第几版，更正一次加一"),
        _PUBLISHED_ON,
        Field("origin", "string", "由本站的记录编制，还是由公布的文件导入", tuple(Origin)),
        _KNOWN_AT,
        Field("note", "string", f"更正说明；第一版没有。{_QUOTED}", may_lack=True),
        Field("sha256", "string", "这一版 JSON 文件的 SHA-256"),
        Field("sm3", "string", "这一版 JSON 文件的 SM3"),
        _ADDRESS,
    ),
    ("report", "version"),
    (_OF_REPORTS,),
)
CORRECTIONS: Final = Resource(
    "corrections",
    "每次更正改了什么，一处一行",
    (
        _REPORT,
        Field("version", "integer", "改成第几版"),
        Field("item", "string", "格的标识；section:N 是第 N 部分的文字"),
        Field("before", "number", "原来的数，金额以万元计；空白和文字为空", may_lack=True),
        Field("after", "number", "改后的数，金额以万元计；空白和文字为空", may_lack=True),
    ),
    ("report", "version", "item"),
    ((("report", "version"), "versions"),),
)
RESOURCES: Final = (REPORTS, CELLS, SECTIONS, VERSIONS, CORRECTIONS)
