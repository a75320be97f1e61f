"""Every layout in which published tables were seen, as a function from print to a file's bytes."""

from collections.abc import Callable
from html import escape

from tests.generator.print import Print, PrintedRow

Layout = Callable[[Print], bytes]
_COLUMNS = {2: 4, 3: 10, 4: 15}


def _document(report: Print, table: Callable[[int, list[PrintedRow]], list[str]]) -> list[str]:
    lines = ["", report.title, "", *report.prose[0], ""]
    for section in range(1, 7):
        lines += [report.heading(section), *report.prose[section]]
        if section in report.tables:
            lines += table(section, report.tables[section])
    return lines


def _text(report: Print, table: Callable[[int, list[PrintedRow]], list[str]]) -> bytes:
    return "\n".join(_document(report, table)).encode()


def _cells(row: PrintedRow) -> list[str]:
    return [*row.labels, *row.figures]


def _residue(number: int, row: PrintedRow) -> list[str]:
    """The row's cells; what merged cells leave over stands as empty cells at the end."""
    cells = _cells(row)
    return cells + [""] * (_COLUMNS[number] - row.merged - len(cells))


def _grid(number: int, row: PrintedRow) -> list[str]:
    """The row's cells at their place; merged cells leave empty ones where they stand."""
    if not row.id:
        return _residue(number, row)
    return [*[""] * row.merged, *row.labels, *[""] * (row.wide - 1), *row.figures]


def tabs(report: Print) -> bytes:
    """Tabs between cells, merged cells empty in place."""
    return _text(report, lambda n, rows: ["\t".join(_grid(n, row)) for row in rows])


def tabs_shifted(report: Print) -> bytes:
    """Tabs; after a page break in the middle the merged label columns are gone."""

    def table(number: int, rows: list[PrintedRow]) -> list[str]:
        half = len(rows) * 2 // 3
        first = ["\t".join(_grid(number, row)) for row in rows[:half]]
        rest = ["\t".join(_residue(number, row)) for row in rows[half:]]
        return [*first, "", *rest] if number == 3 else first + rest

    return _text(report, table)


def pipes(report: Print) -> bytes:
    """`a | b | c |`, nothing for merged cells."""
    return _text(report, lambda n, rows: [" | ".join(_cells(row)) + " |" for row in rows])


def pipes_residue(report: Print) -> bytes:
    """`a | b | ||`: merged cells left over at the end of the row."""
    return _text(report, lambda n, rows: [_with_pipes(_residue(n, row)) for row in rows])


def _with_pipes(cells: list[str]) -> str:
    filled = len(cells)
    while filled and not cells[filled - 1]:
        filled -= 1
    return " | ".join(cells[:filled]) + " |" + (" " + "|" * (len(cells) - filled)).rstrip()


def pipes_leading(report: Print) -> bytes:
    """`| a | b | ||`."""
    return _text(report, lambda n, rows: ["| " + _with_pipes(_residue(n, row)) for row in rows])


def markdown(report: Print) -> bytes:
    """A Markdown table with its rule, headings with #."""

    def table(number: int, rows: list[PrintedRow]) -> list[str]:
        lines = ["| " + " | ".join(_grid(number, row)) + " |" for row in rows]
        rule = "|" + " --- |" * _COLUMNS[number]
        return [lines[0], rule, *lines[1:]]

    lines = _document(report, table)
    marked = [f"## {line}" if line[1:2] == "、" else line for line in lines]
    return "\n".join(marked).encode()


def cell_and_pipe(report: Print) -> bytes:
    """One cell a line, each followed by a pipe; empty cells are a pipe alone."""

    def table(number: int, rows: list[PrintedRow]) -> list[str]:
        lines: list[str] = []
        for row in rows:
            cells = _cells(row)
            lines += [f"{cell} |".strip() for cell in cells]
            left = _COLUMNS[number] - row.merged - len(cells)
            if left > 0:
                lines.append("|" * left)
        return lines

    return _text(report, table)


def cell_a_line(report: Print) -> bytes:
    """One cell a line; empty cells leave nothing."""

    def table(number: int, rows: list[PrintedRow]) -> list[str]:
        return [cell for row in rows for cell in _cells(row) if cell]

    return _text(report, table)


def cell_a_line_spaced(report: Print) -> bytes:
    """One cell a line with blank lines between, indented."""

    def table(number: int, rows: list[PrintedRow]) -> list[str]:
        return [part for row in rows for cell in _cells(row) if cell for part in ("", cell)]

    return "\n".join("    " + line for line in _document(report, table)).encode()


def two_spaces(report: Print) -> bytes:
    """Two spaces between cells."""
    return _text(report, lambda n, rows: ["  ".join(c for c in _cells(row) if c) for row in rows])


def glued(report: Print) -> bytes:
    """Nothing at all between cells."""
    return _text(report, lambda n, rows: ["".join(_cells(row)) for row in rows])


def label_then_figures(report: Print) -> bytes:
    """The label on one line, its figures on the next: another baseline in print."""

    def table(number: int, rows: list[PrintedRow]) -> list[str]:
        lines: list[str] = []
        for row in rows:
            lines += row.labels
            if row.figures:
                lines.append("  ".join(f or "/" for f in row.figures))
        return lines

    return _text(report, table)


def _html_table(number: int, rows: list[PrintedRow]) -> str:
    lines = ["<table border='1'>"]
    for cells in spans(number, rows):
        inner = "".join(
            f"<td colspan='{width}' rowspan='{height}'>{escape(text)}</td>"
            for text, width, height in cells
        )
        lines.append(f"<tr>{inner}</tr>")
    return "".join([*lines, "</table>"])


Spans = list[list[tuple[str, int, int]]]


def spans(number: int, rows: list[PrintedRow]) -> Spans:
    """The cells of a table, row by row: text, columns and rows spanned."""
    return {2: _spans2, 3: _spans3, 4: _spans4}[number](rows)


def _spans2(rows: list[PrintedRow]) -> Spans:
    found: Spans = []
    for row in rows:
        cells = _cells(row)
        if len(cells) == 1:
            found.append([(cells[0], 4, 1)])
            continue
        last = 4 - len(cells) + 1
        found.append([(c, last if i == len(cells) - 1 else 1, 1) for i, c in enumerate(cells)])
    return found


def _spans3(rows: list[PrintedRow]) -> Spans:
    found: Spans = [
        [(rows[0].labels[0], 3, 3), (rows[0].labels[1], 7, 1)],
        [(rows[1].labels[0], 1, 2), (rows[1].labels[1], 5, 1), (rows[1].labels[2], 1, 2)],
        [(label, 1, 1) for label in rows[2].labels],
    ]
    body = rows[3:]
    inside = [row for row in body if row.wide < 3]
    for index, row in enumerate(body):
        cells: list[tuple[str, int, int]] = []
        for place, label in enumerate(row.labels):
            if place == len(row.labels) - 1:
                cells.append((label, row.wide, 1))
            elif place == 0 and row is inside[0]:
                cells.append((label, 1, len(inside)))
            else:
                height = 1
                while index + height < len(body) and body[index + height].merged == 2:
                    height += 1
                cells.append((label, 1, height))
        found.append([*cells, *((f, 1, 1) for f in row.figures)])
    return found


def _spans4(rows: list[PrintedRow]) -> Spans:
    return [
        [(rows[0].labels[0], 5, 1), (rows[0].labels[1], 10, 1)],
        [
            *((label, 1, 2) for label in rows[1].labels[:5]),
            (rows[1].labels[5], 5, 1),
            (rows[1].labels[6], 5, 1),
        ],
        [(label, 1, 1) for label in rows[2].labels],
        [(f, 1, 1) for f in rows[3].figures],
    ]


def _page(report: Print, encoding: str) -> str:
    parts = [
        f"<h1>{report.title}</h1>",
        f"<div class='meta'>发布时间：{report.year + 1}-01-20 来源：{report.agency}</div>",
        "<div class='article'>",
        *(f"<p>{line}</p>" for line in report.prose[0]),
    ]
    for section in range(1, 7):
        parts.append(f"<p><strong>{report.heading(section)}</strong></p>")
        parts += [f"<p>　　{line}</p>" for line in report.prose[section]]
        if section in report.tables:
            parts.append(_html_table(section, report.tables[section]))
    parts.append("</div>")
    body = "".join(parts)
    return (
        f"<!DOCTYPE html><html><head><meta charset='{encoding}'><title>{report.title}</title>"
        f"</head><body>{body}</body></html>"
    )


def html(report: Print) -> bytes:
    """A plain page in UTF-8 with merged cells."""
    return _page(report, "utf-8").encode()


def html_gbk(report: Print) -> bytes:
    """The same in GBK."""
    return _page(report, "gbk").encode("gb18030")


def html_saved(report: Print) -> bytes:
    """A saved page: navigation, the article in a layout table, scripts, a footer."""
    page = _page(report, "utf-8")
    start = page.index("<body>") + len("<body>")
    before = (
        "<div class='nav'><ul><li><a href='/'>首页</a></li>"
        f"<li><a href='/1'>{report.year - 1}年政府信息公开工作年度报告</a></li></ul></div>"
        "<script>var figure = 7;</script><table width='100%'><tr><td>"
    )
    after = (
        "</td></tr></table><div class='foot'><p>主办：某市人民政府办公室 电话 12345</p>"
        "<p>一键分享 网站标识码 0000000001</p></div>"
    )
    return (page[:start] + before + page[start:].replace("</body>", after + "</body>")).encode()


LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout
    for layout in (
        tabs,
        tabs_shifted,
        pipes,
        pipes_residue,
        pipes_leading,
        markdown,
        cell_and_pipe,
        cell_a_line,
        cell_a_line_spaced,
        two_spaces,
        glued,
        label_then_figures,
        html,
        html_gbk,
        html_saved,
    )
}
