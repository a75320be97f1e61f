"""Reports as Word documents: plainly written, and as they look after much work on them."""

from collections.abc import Callable
from html import escape

from tests.generator.archive import packed, relations
from tests.generator.print import Print, PrintedRow
from tests.generator.spans import at_columns, merged_cells

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_LISTS = f"""<w:numbering {_SPACES}><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>"""
_STYLES = f"""<w:styles {_SPACES}><w:style w:type="paragraph" w:styleId="heading">
<w:name w:val="Section"/><w:pPr><w:numPr>
<w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:type="character" w:styleId="secret">
<w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"""


def docx(report: Print) -> bytes:
    """As Word writes it: merged cells, one run a paragraph."""
    body = [_paragraph(report.title), *map(_paragraph, report.prose[0])]
    for section in range(1, 7):
        body.append(_paragraph(report.heading(section)))
        body += map(_paragraph, report.prose[section])
        if section in report.tables:
            body.append(_table(section, report.tables[section], _run))
    return packed(parts("".join(body)))


def docx_worked_on(report: Print) -> bytes:
    """The same after much work: changes tracked, words hidden, runs cut, lists numbered.

    The title stands in a text box (twice, for old and new programs), a table of contents and page
    numbers are fields, sections have automatic numbers, and a frame of one cell is around it all.
    """
    body = [_text_box(report.title), _contents(report), *map(_edited, report.prose[0])]
    for section in range(1, 7):
        style = '<w:pPr><w:pStyle w:val="heading"/></w:pPr>'
        body.append(f"<w:p>{style}{_run(report.titles[section])}</w:p>")
        body += map(_edited, report.prose[section])
        if section in report.tables:
            body.append(_table(section, report.tables[section], _much_edited))
        body.append(_page_number())
    frame = f"<w:tbl><w:tr><w:tc>{''.join(body)}<w:p/></w:tc></w:tr></w:tbl><w:p/>"
    whole = parts(frame, ("styles", "styles.xml"), ("numbering", "numbering.xml"))
    decoy = _paragraph("另一机关2001年政府信息公开工作年度报告")
    return packed(
        {
            **whole,
            "word/styles.xml": _STYLES,
            "word/numbering.xml": _LISTS,
            "word/header1.xml": f"<w:hdr {_SPACES}>{decoy}</w:hdr>",
            "word/media/picture.png": bytes(5000),
        }
    )


def parts(body: str, *related: tuple[str, str]) -> dict[str, str | bytes]:
    """The parts of a document with this body; `related` are (kind, name) of further parts."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{types}"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
        ),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(*related),
    }


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words, quote=False)}</w:t></w:r>'


def _paragraph(words: str) -> str:
    return f"<w:p>{_run(words)}</w:p>"


def _edited(words: str) -> str:
    """A paragraph with a tracked change, cut in two paragraphs of which the break was deleted."""
    half = len(words) // 2
    deleted = '<w:del w:id="1"><w:r><w:delText>原来的话99件。</w:delText></w:r></w:del>'
    broken = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    inserted = f'<w:ins w:id="2">{_run(words[half:])}</w:ins>'
    return f"<w:p>{broken}{_run(words[:half])}{deleted}</w:p><w:p>{inserted}{_hidden('7')}</w:p>"


def _much_edited(words: str) -> str:
    """The words of a cell: the old figure deleted, the new one in several runs, one hidden."""
    deleted = '<w:del w:id="3"><w:r><w:delText>88</w:delText></w:r></w:del>'
    runs = "".join(_run(char) for char in words)
    moved = f'<w:moveFrom w:id="5">{_run("5")}</w:moveFrom>'
    return f'{deleted}<w:ins w:id="4">{runs}</w:ins>{moved}{_hidden("6")}'


def _hidden(words: str) -> str:
    direct = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{words}</w:t></w:r>"
    by_style = f'<w:r><w:rPr><w:rStyle w:val="secret"/></w:rPr><w:t>{words}</w:t></w:r>'
    return direct + by_style


def _text_box(words: str) -> str:
    box = f"<w:txbxContent>{_paragraph(words)}</w:txbxContent>"
    newer = f"<w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>"
    older = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{newer}</mc:Choice><mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def _field(code: str, shown: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return mark("begin") + told + mark("separate") + _run(shown) + mark("end")


def _contents(report: Print) -> str:
    """A table of contents: a field that begins in one paragraph and ends in a later one."""
    whole = _field(r'TOC \o "1-3"', "|")
    begin, end = whole.split(_run("|"))
    lines = [f"{report.heading(section)}\t{section}" for section in range(1, 7)]
    middle = "</w:p><w:p>".join(map(_run, lines))
    return f"<w:p>{begin}{middle}{end}</w:p>"


def _page_number() -> str:
    return f"<w:p>{_field('PAGE', '3')}</w:p>"


def _table(number: int, rows: list[PrintedRow], words: Callable[[str], str]) -> str:
    """A table; a cell that reaches down goes on, empty, in the rows below."""
    lines = []
    reaching: dict[int, tuple[int, int]] = {}
    for row in at_columns(merged_cells(number, rows)):
        cells = {column: _cell(words(told), width, height) for column, told, width, height in row}
        for column, (width, left) in list(reaching.items()):
            cells[column] = _cell("", width, 0)
            reaching[column] = (width, left - 1)
            if left == 1:
                del reaching[column]
        for column, _, width, height in row:
            if height > 1:
                reaching[column] = (width, height - 1)
        lines.append("".join(cells[column] for column in sorted(cells)))
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def _cell(words: str, width: int, height: int) -> str:
    """A cell; `height` 0 is one that is covered from above."""
    merged = {0: "<w:vMerge/>", 1: ""}.get(height, '<w:vMerge w:val="restart"/>')
    span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
    return f"<w:tc><w:tcPr>{span}{merged}</w:tcPr><w:p>{words}</w:p></w:tc>"
