"""The tables of a corpus, each column with what it means.

Names are those of the JSON object of a report (`report.schema.json`) where it has them. Every
table with a `year` is partitioned by it (`year=2023/`); where the year is unknown it is null, and
the partition is Hive's for null. `report` joins the tables.
"""

from typing import Final, NamedTuple

import pyarrow as pa

DECIMALS: Final = 10
FIGURE: Final = pa.decimal128(38, DECIMALS)
"""A figure: up to 28 digits before the point, rounded to 10 behind it."""

PLACE: Final = pa.struct(
    [
        ("line", pa.int64()),
        ("page", pa.int64()),
        ("box", pa.list_(pa.float64())),
        ("table", pa.int64()),
        ("row", pa.int64()),
        ("column", pa.int64()),
        ("paragraph", pa.int64()),
    ]
)
SPAN: Final = pa.struct(
    [("section", pa.int64()), ("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())]
)
PROPOSAL: Final = pa.struct([("cell", pa.string()), ("value", FIGURE), ("reason", pa.string())])


class Column(NamedTuple):
    """One column: its name, its type, what stands in it and in which unit."""

    name: str
    type: pa.DataType
    meaning: str


class Table(NamedTuple):
    """One table; what a row of it is."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def arrow(self) -> pa.Schema:
        """The schema as Parquet holds it before the table is partitioned."""
        return pa.schema([(column.name, column.type) for column in self.columns])


_TEXT: Final = pa.string()
_COUNT: Final = pa.int64()
_REPORT: Final = Column("report", _TEXT, "id of the report: the first 32 digits of `digest`")
_YEAR: Final = Column("year", pa.int32(), "year that the report is about, null where unknown")
_FILE: Final = Column("file", _TEXT, "path in the folder read, with / between its parts")
_DIGEST: Final = Column("digest", _TEXT, "SHA-256 of the content, null where it could not be had")
_BYTES: Final = Column("bytes", _COUNT, "size of the file, in bytes")

REPORTS: Final = Table(
    "reports",
    "one report; the same content in several files is one report",
    (
        _REPORT,
        _FILE,
        _DIGEST,
        _BYTES,
        _YEAR,
        Column("agency", _TEXT, "agency as printed; empty where it was not found"),
        Column("agency_key", _TEXT, "the agency's name normalised, for comparing and grouping"),
        Column("region", _TEXT, "the place in the agency's name; null where it shows none"),
        Column("kind", _TEXT, "government, department, town (Art. 49); null where unknown"),
        Column("edition", _TEXT, "edition of the form: 2019 or 2021; null where no table tells"),
        Column("title", _TEXT, "title as printed"),
        Column("period_from", pa.date32(), "first day of the period as stated"),
        Column("period_to", pa.date32(), "last day of the period as stated"),
        Column("published_on", pa.date32(), "day of publication as printed"),
        Column("preamble", _TEXT, "the prose before section 1"),
        *(Column(f"section{n}", _TEXT, f"the prose of section {n}") for n in range(1, 7)),
        Column("figures", _COUNT, "cells that hold a figure"),
        Column("previous", _TEXT, "id of the same agency's report of the year before, if here"),
        Column("errors", _COUNT, "findings at error, those across years included"),
        Column("warnings", _COUNT, "findings at warning, likewise"),
        Column("notes", _COUNT, "findings at note, likewise"),
    ),
)
CELLS: Final = Table(
    "cells",
    "one cell of the form's three tables in one report",
    (
        _REPORT,
        _YEAR,
        Column("cell", _TEXT, "id of the cell: `table3.granted.total`"),
        Column("table", pa.int8(), "2, 3 or 4, the section that the table stands in"),
        Column("row", _TEXT, "id of the row"),
        Column("column", _TEXT, "id of the column"),
        Column("name", _TEXT, "the cell in words"),
        Column("value", FIGURE, "the figure in the form's unit; null where there is none"),
        Column("status", _TEXT, "read, blank, absent, inferred, repaired or unreadable"),
        Column("unit", _TEXT, "unit printed in the cell itself, or empty"),
        Column("raw", _TEXT, "the text in the file; null where the cell has no place there"),
        Column("place", PLACE, "where in the file, counted from 1"),
    ),
)
FINDINGS: Final = Table(
    "findings",
    "one thing that a rule found in one report",
    (
        _REPORT,
        _YEAR,
        Column("key", _TEXT, "stays the same when the report is checked again"),
        Column("rule", _TEXT, "id of the rule"),
        Column("severity", _TEXT, "error, warning or note"),
        Column("title", _TEXT, "the rule in a few words"),
        Column("message", _TEXT, "the finding as a sentence"),
        Column("basis", _TEXT, "article or circular that the rule rests on"),
        Column("cells", pa.list_(_TEXT), "ids of the cells concerned"),
        Column("span", SPAN, "the first of `spans`"),
        Column("spans", pa.list_(SPAN), "words concerned; section 0 is the preamble"),
        Column("proposal", PROPOSAL, "the repair proposed, if there is one"),
    ),
)
CLAIMS: Final = Table(
    "claims",
    "one quantity that the prose of one report states",
    (
        _REPORT,
        _YEAR,
        Column("quantity", _TEXT, "what is counted: `requests.new` …"),
        Column("value", FIGURE, "the figure, in the unit of the cell that holds the same"),
        Column("subject", _TEXT, "whose requests: all, organisations or a kind of applicant"),
        Column("row", _TEXT, "the row of results, for `requests.result`"),
        Column("outcome", _TEXT, "the result, for a dispute"),
        Column("scope", _TEXT, "own, doubtful or other: whether it speaks of this report's tables"),
        Column("approximate", pa.bool_(), "said with 余, 约 …"),
        Column("listed", pa.bool_(), "stands in a list after 其中"),
        Column("span", SPAN, "the sentence"),
        Column("number", SPAN, "the figure in it"),
    ),
)
FILES: Final = Table(
    "files",
    "one file of the folder",
    (
        _FILE,
        Column("report", _TEXT, "id of the report in it, null where it cannot be read"),
        _DIGEST,
        _BYTES,
        Column("outcome", _TEXT, "report; duplicate (the same content as another); unreadable"),
    ),
)
UNREADABLE: Final = Table(
    "unreadable",
    "one file that gave no report",
    (_FILE, _DIGEST, _BYTES, Column("reason", _TEXT, "why, in a sentence")),
)

TABLES: Final = (REPORTS, CELLS, FINDINGS, CLAIMS, FILES, UNREADABLE)
BY_YEAR: Final = (REPORTS, CELLS, FINDINGS, CLAIMS)

READ: Final = Table(
    "read",
    "one file that a batch has read, in the order of the batch; kept in the parts only",
    (
        Column("path", pa.binary(), "the path's bytes"),
        *FILES.columns[1:4],
        Column("modified", _COUNT, "time of the last change, ns; null: read it again next time"),
        Column("reason", _TEXT, "why it gave no report; null where it did"),
    ),
)
SHORTER: Final = Column(
    "shorter_keys", pa.list_(_TEXT), "shorter names of the same agency; kept in the parts only"
)
