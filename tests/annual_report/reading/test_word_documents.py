"""What of a Word document is printed, and is read; and what is not."""

from pathlib import Path

import pytest
from docx import Document as NewDocument

from tests.generator.archive import packed
from tests.generator.word import parts
from yangguang.annual_report.blocks import Block, Grid, Paragraph
from yangguang.annual_report.reading.office_package import read_package


def _blocks(body: str) -> list[Block]:
    return read_package("report.docx", packed(parts(body))).blocks


def _words(body: str) -> list[str]:
    return [block.text for block in _blocks(body) if isinstance(block, Paragraph)]


def _rows(block: Block) -> list[list[tuple[str, int | None]]]:
    assert isinstance(block, Grid)
    return [[(cell.text, cell.column) for cell in row] for row in block.rows]


def _p(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def _r(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def _tc(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_p(_r(words))}</w:tc>"


def _table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


PRINTED = {
    "runs are one paragraph": (_p(_r("新收") + _r("1") + _r("2件")), ["新收12件"]),
    "what was deleted is gone": (
        _p(_r("共") + "<w:del><w:r><w:delText>3</w:delText></w:r></w:del>" + _r("5件")),
        ["共5件"],
    ),
    "what was inserted is there": (_p(f"<w:ins>{_r('新写')}</w:ins>"), ["新写"]),
    "what was moved is there once": (
        _p(f"<w:moveFrom>{_r('一句')}</w:moveFrom>") + _p(f"<w:moveTo>{_r('一句')}</w:moveTo>"),
        ["一句"],
    ),
    "a paragraph whose end was deleted goes on in the next": (
        _p(f"<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{_r('前半')}") + _p(_r("后半")),
        ["前半后半"],
    ),
    "hidden words are not printed": (
        _p(_r("看得见") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"),
        ["看得见"],
    ),
    "words that are hidden no more are printed": (
        _p('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>看得见</w:t></w:r>'),
        ["看得见"],
    ),
    "a soft line break ends the line": (
        _p("<w:r><w:t>一、总体情况</w:t><w:br/><w:t>本年度</w:t></w:r>"),
        ["一、总体情况", "本年度"],
    ),
    "a page number is a field and no figure": (
        _p('<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>') + _p(_r("正文")),
        ["正文"],
    ),
    "of another field the result is read": (
        _p('<w:fldSimple w:instr=" =SUM(ABOVE) "><w:r><w:t>15</w:t></w:r></w:fldSimple>'),
        ["15"],
    ),
    "a field that never ends does not swallow the rest": (
        _p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        + _p(_r("一、总体情况")),
        ["一、总体情况"],
    ),
    "a gloss above the words is left out": (
        _p(
            f"<w:r><w:ruby><w:rt>{_r('shēn')}</w:rt><w:rubyBase>{_r('申')}</w:rubyBase></w:ruby></w:r>"
            + _r("请")
        ),
        ["申请"],
    ),
    "the prompt of an empty field is left out": (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + _p(_r("单击此处输入"))
        + "</w:sdtContent></w:sdt>"
        + _p(_r("正文")),
        ["正文"],
    ),
    "a symbol that only its font knows leaves a mark": (
        _p('<w:r><w:t>1</w:t><w:sym w:font="Webdings" w:char="F032"/><w:t>3</w:t></w:r>'),
        ["1〓3"],
    ),
    "a symbol that is known is printed": (
        _p('<w:r><w:sym w:font="Wingdings" w:char="F081"/><w:t>项</w:t></w:r>'),
        ["①项"],
    ),
    "notes and comments are not part of the text": (
        _p(_r("共5件") + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        ["共5件"],
    ),
}


@pytest.mark.parametrize("case", PRINTED)
def test_what_is_printed(case: str) -> None:
    body, expected = PRINTED[case]
    assert _words(body) == expected


def test_a_merged_cell_stands_once_and_the_others_keep_their_columns() -> None:
    across, begins, goes_on = (
        '<w:gridSpan w:val="2"/>',
        '<w:vMerge w:val="restart"/>',
        "<w:vMerge/>",
    )
    (grid,) = _blocks(
        _table(
            _tc("不予公开", begins) + _tc("属于国家秘密", across) + _tc("1"),
            _tc("", goes_on) + _tc("其他", across) + _tc("2"),
        )
    )
    assert _rows(grid) == [
        [("不予公开", 0), ("属于国家秘密", 1), ("1", 3)],
        [("其他", 1), ("2", 3)],
    ]


def test_a_row_that_begins_further_right_keeps_its_columns() -> None:
    shifted = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>' + _tc("1") + _tc("2")
    (grid,) = _blocks(_table(_tc("甲") + _tc("乙") + _tc("丙") + _tc("丁"), shifted))
    assert _rows(grid)[1] == [("1", 2), ("2", 3)]


def test_deleted_and_hidden_rows_and_cells_are_not_printed() -> None:
    deleted = "<w:trPr><w:del/></w:trPr>" + _tc("删") + _tc("1")
    hidden = "<w:trPr><w:hidden/></w:trPr>" + _tc("藏") + _tc("2")
    kept = _tc("留") + _tc("9", "<w:cellDel/>") + _tc("3")
    (grid,) = _blocks(_table(deleted, hidden, kept, _tc("又") + _tc("4")))
    assert _rows(grid) == [[("留", 0), ("3", 1)], [("又", 0), ("4", 1)]]


def test_a_cell_knows_its_table_row_and_column_and_a_paragraph_its_number() -> None:
    one = _table(_tc("甲") + _tc("1"), _tc("乙") + _tc("2"))
    first, grid, second = _blocks(_p(_r("前")) + one + _p("") + _p(_r("后")))
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    assert (first.place.paragraph, second.place.paragraph) == (1, 3)
    assert isinstance(grid, Grid)
    place = grid.rows[1][1].place
    assert (place.table, place.row, place.column) == (1, 2, 2)


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    inner = _table(_tc("甲") + _tc("1"), _tc("乙") + _tc("2"))
    outer = _table(f"<w:tc>{_p(_r('说明'))}{inner}<w:p/></w:tc>{_tc('旁注')}")
    words, grid, aside = _blocks(outer)
    assert isinstance(words, Paragraph) and words.text == "说明"
    assert _rows(grid) == [[("甲", 0), ("1", 1)], [("乙", 0), ("2", 1)]]
    assert isinstance(aside, Paragraph) and aside.text == "旁注"


def test_rows_of_prose_part_a_table_and_its_other_rows_stay_rows() -> None:
    before, prose, after = _blocks(
        _table(_tc("甲") + _tc("1"), _tc("情况说明。" * 40), _tc("乙") + _tc("2"))
    )
    assert _rows(before) == [[("甲", 0), ("1", 1)]]
    assert isinstance(prose, Paragraph) and prose.text.startswith("情况说明")
    assert _rows(after) == [[("乙", 0), ("2", 1)]]


def test_rows_typed_with_tabs_are_rows_where_there_is_no_table() -> None:
    tab = "<w:r><w:tab/></w:r>"
    (grid,) = _blocks(_p(_r("规章") + tab + _r("1") + tab + _r("2") + tab + _r("3")))
    assert [text for text, _ in _rows(grid)[0]] == ["规章", "1", "2", "3"]


def test_what_another_program_writes_is_read_alike(tmp_path: Path) -> None:
    written = NewDocument()
    written.add_heading("一、总体情况", level=1)
    written.add_paragraph("本年度新收3件。")
    table = written.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "合并"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "横跨"
    table.cell(1, 1).text, table.cell(1, 2).text = "4", "5"
    written.sections[0].header.paragraphs[0].text = "页眉"
    written.sections[0].footer.paragraphs[0].text = "第1页"
    written.save(str(tmp_path / "report.docx"))
    blocks = read_package("report.docx", (tmp_path / "report.docx").read_bytes()).blocks
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == [
        "一、总体情况",
        "本年度新收3件。",
    ]
    assert _rows(blocks[2]) == [[("合并", 0), ("横跨", 1)], [("4", 1), ("5", 2)]]
