"""The report as one accessible HTML page: captions, scopes, and headers for merged labels."""

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from yangguang.annual_report.form.model import Table
from yangguang.annual_report.form.print_layout import Head, Place, lay_out
from yangguang.annual_report.form.sections import PREAMBLE
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing.figures import MARK, UNREAD, is_repaired, notes, printed
from yangguang.annual_report.writing.grid import Box, boxes, heads_of
from yangguang.annual_report.writing.outline import (
    Part,
    parts_of,
    preamble_of,
    title_lines,
    title_of,
)
from yangguang.annual_report.writing.widths import widths
from yangguang.annual_report.writing.words_put_right import on_the_whole, on_words

_NOT_ON_A_PAGE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
STYLE: Final = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: "— " counter(page) " —"; padding-right: 14pt; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; padding-left: 14pt; } }
@page { font: 14pt "SimSun", "宋体", "Noto Serif CJK SC", serif;
  @bottom-right { vertical-align: top; padding-top: 7mm; }
  @bottom-left { vertical-align: top; padding-top: 7mm; } }
html { font: 16pt/28.95pt "FangSong", "仿宋", "FangSong_GB2312", "Noto Serif CJK SC", serif; }
body { margin: 0 auto; max-width: 48rem; color: #000; background: #fff; }
h1 { font: 22pt/35pt "FZXiaoBiaoSong-B05S", "方正小标宋简体", "小标宋", "Noto Serif CJK SC", serif;
  text-align: center; margin: 0 0 28.95pt; }
h1 span { display: inline-block; }
h2 { font: 16pt/28.95pt "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; margin: 0;
  text-indent: 2em; break-after: avoid; }
p { text-indent: 2em; margin: 0; letter-spacing: -.25pt; overflow-wrap: anywhere; }
p.note { text-indent: 0; font-size: 10pt; line-height: 15pt; letter-spacing: 0; }
.note + h2 { margin-top: 14pt; }
.table { margin: 6pt 0 14pt; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; break-inside: avoid;
  font: 10pt/12pt "SimSun", "宋体", "Noto Serif CJK SC", serif; }
caption { font-size: 10pt; text-align: left; color: #55606f; padding-bottom: 2pt; }
th, td { border: .75pt solid #000; padding: 2pt 2.8pt; font-weight: 400; text-align: center;
  overflow-wrap: anywhere; }
td { font-variant-numeric: tabular-nums; padding: 2pt 0; }
.t3 th[scope=row], th[scope=rowgroup] { text-align: left; }
.t2 th[scope=rowgroup] { background: #c6d9f1; }
td.repaired { background: #fff2cc; }
sup { font-size: 8pt; line-height: 0; }
tr { break-inside: avoid; }
@media print { caption { display: none; } }
"""
SCREEN: Final = """
@media screen { body { padding: 1rem; } h1, h2, p { letter-spacing: 0; } }
@media screen and (max-width: 40rem) { html { font-size: 17px; line-height: 1.8; }
  .table { overflow-x: auto; } table { min-width: 40rem; } }
"""


def write(report: AnnualReport) -> bytes:
    """The page in UTF-8."""
    return page(report, STYLE + SCREEN).encode()


def page(report: AnnualReport, style: str) -> str:
    """The page with a style sheet of one's own."""
    title = _said(title_of(report))
    lines = "".join(f"<span>{_said(line)}</span>" for line in title_lines(report))
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{_said(report.agency)}">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{lines}</h1>\n{content(report)}"
        "\n</main>\n</body>\n</html>\n"
    )


def content(report: AnnualReport, *, sized: bool = True) -> str:
    """What stands on the page below its title: preamble, sections, tables, notes, remarks.

    `sized`: the columns are given their widths; not for a page that allows no inline style. Such
    a page is a site's, and links lead to its cells: their ids are `c-` and the cell's own id.
    """
    body = [_paragraph(text) for text in preamble_of(report)]
    body.extend(map(_remark, on_words(report, PREAMBLE)))
    for part in parts_of(report):
        body.append(f"<h2>{_said(part.heading)}</h2>")
        body.extend(_paragraph(text) for text in part.paragraphs)
        body.extend(map(_remark, on_words(report, part.number)))
        if part.table is not None:
            body.append(_table(report, part, part.table, sized=sized))
            body.extend(_notes(report, part.table))
    body.extend(map(_remark, on_the_whole(report)))
    return "\n".join(body)


def _said(text: str) -> str:
    """`text` without what would be markup, and without characters that no page can hold."""
    return escape(_NOT_ON_A_PAGE.sub("\ufffd", text))


def _paragraph(text: str) -> str:
    return f"<p>{_said(text)}</p>"


def _remark(text: str) -> str:
    return f'<p class="note">{_said(text)}</p>'


def _notes(report: AnnualReport, table: Table) -> Iterator[str]:
    for cell, note in notes(report, table).items():
        yield f'<p class="note" id="note-{cell}">{_said(note)}</p>'


def _table(report: AnnualReport, part: Part, table: Table, *, sized: bool) -> str:
    layout = lay_out(table)
    every = list(boxes(layout))
    names = {(box.line, box.column): f"t{table.number}-{box.line}-{box.column}" for box in every}
    lines: dict[int, list[str]] = {}
    for box in every:
        lines.setdefault(box.line, []).append(_box(report, box, every, names, linked=not sized))
    rows = ["<tr>" + "".join(cells) + "</tr>" for cells in lines.values()]
    heads = len(layout.head)
    shares = "".join(f'<col style="width:{share:.2%}">' for share in widths(layout))
    columns = f"<colgroup>{shares}</colgroup>" if sized else ""
    head = f"<thead>{''.join(rows[:heads])}</thead>" if heads else ""
    # On a site's page, which may be narrow, a table is moved sideways, at a keyboard too.
    moved = "" if sized else f' tabindex="0" role="region" aria-label="{_said(part.heading)}"'
    return (
        f'<div class="table"{moved}><table class="t{table.number}">'
        f"<caption>{_said(part.heading)}</caption>{columns}{head}"
        f"<tbody>{''.join(rows[heads:])}</tbody></table></div>"
    )


def _box(
    report: AnnualReport,
    box: Box,
    every: list[Box],
    names: dict[tuple[int, int], str],
    *,
    linked: bool,
) -> str:
    spans = "".join(
        f' {name}="{size}"'
        for name, size in (("colspan", box.across), ("rowspan", box.down))
        if size > 1
    )
    match box.what:
        case Head() as head:
            name = names[box.line, box.column]
            return f'<th id="{name}" scope="{head.scope}"{spans}>{escape(head.text)}</th>'
        case Place() as place:
            ids = " ".join(names[head.line, head.column] for head in heads_of(box, every))
            words = escape(printed(report, place.cell))
            if words == UNREAD:
                words = f'<abbr title="原文不能识读">{words}</abbr>'
            if linked:
                spans += f' id="c-{place.cell}"'
            if is_repaired(report, place.cell):
                spans += f' class="repaired" aria-describedby="note-{place.cell}"'
                words += f"<sup>{MARK}</sup>"
            return f'<td headers="{ids}"{spans}>{words}</td>'
