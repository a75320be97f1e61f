"""The report as one accessible HTML page: captions, scopes, and headers for merged labels."""

from html import escape

from yangguang.annual_report.form.model import Table
from yangguang.annual_report.form.print_layout import Head, Place, lay_out
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing.figures import printed
from yangguang.annual_report.writing.grid import Box, boxes, heads_of
from yangguang.annual_report.writing.outline import Part, parts_of, preamble_of, title_of

STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm;
  @bottom-center { content: "— " counter(page) " —"; font: 14pt "SimSun", "Noto Serif CJK SC"; } }
html { font: 16pt/1.8 "FangSong", "仿宋", "FangSong_GB2312", "Noto Serif CJK SC", serif; }
body { margin: 0 auto; max-width: 48rem; color: #1d2430; background: #fff; }
h1 { font: 700 22pt/1.5 "FZXiaoBiaoSong-B05S", "小标宋", "Noto Serif CJK SC", serif;
  text-align: center; }
h2 { font: 700 16pt/1.8 "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; margin: 1em 0 .3em; }
p { text-indent: 2em; margin: 0; }
table { border-collapse: collapse; width: 100%; margin: .5em 0 1em; font-size: 9pt;
  line-height: 1.4; }
caption { font-size: 9pt; text-align: left; color: #55606f; }
th, td { border: 1px solid #333; padding: .25em .4em; font-weight: 400; text-align: center; }
th[scope=row], th[scope=rowgroup] { text-align: left; }
td { font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
@media print { caption { display: none; } }
@media screen and (max-width: 40rem) { html { font-size: 17px; } body { padding: 1rem; }
  .table { overflow-x: auto; } }
"""


def write(report: AnnualReport) -> bytes:
    """The page in UTF-8."""
    title = escape(title_of(report))
    body = [f"<h1>{title}</h1>", *(_paragraph(text) for text in preamble_of(report))]
    for part in parts_of(report):
        body.append(f"<h2>{escape(part.heading)}</h2>")
        body.extend(_paragraph(text) for text in part.paragraphs)
        if part.table is not None:
            body.append(_table(report, part, part.table))
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    ).encode()


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _table(report: AnnualReport, part: Part, table: Table) -> str:
    layout = lay_out(table)
    every = list(boxes(layout))
    names = {(box.line, box.column): f"t{table.number}-{box.line}-{box.column}" for box in every}
    lines: dict[int, list[str]] = {}
    for box in every:
        lines.setdefault(box.line, []).append(_box(report, box, every, names))
    rows = ["<tr>" + "".join(cells) + "</tr>" for cells in lines.values()]
    heads = len(layout.head)
    head = f"<thead>{''.join(rows[:heads])}</thead>" if heads else ""
    return (
        f'<div class="table"><table><caption>{escape(part.heading)}</caption>{head}'
        f"<tbody>{''.join(rows[heads:])}</tbody></table></div>"
    )


def _box(
    report: AnnualReport, box: Box, every: list[Box], names: dict[tuple[int, int], str]
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
            return f'<td headers="{ids}"{spans}>{escape(printed(report, place.cell))}</td>'
