"""Reports as no generator prints them: odd prose, odd names, odd figures, sections amiss."""

import re
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from tests.generator.invention import invent
from tests.generator.layouts import LAYOUTS
from tests.generator.print import printed
from yangguang.annual_report import AnnualReport, read_bytes
from yangguang.annual_report.form import SECTIONS, Edition
from yangguang.annual_report.report import Cell, Section, Status

_UNSEEN = re.compile("[\\s\x00-\x1f\x7f-\x9f\u200b-\u200d\u2060\ufeff\ufffd]+")
"""What a page does not show: spaces, control characters and the mark that stands for them."""
_WORDS = [
    *("本机关按月核对栏目", "及时更新公开指南", "全年培训3次", "收到申请12件，均已答复"),
    *("“两微一端”", "（二）依申请公开。", 'A<b>&amp;"c"\'', "https://example.cn/?a=1&b=2"),
    *("100%", "=1+1", "-5", "+3", "@甲", "|", "||", "——", "　　", "  ", "\t", "\x07", "\x0b"),
    *("\u2028", "𠮷", "é", "１２", "１，２３４件", "◆", "※", "〔2021〕5号"),
]
_BEGINNINGS = [
    *("", "", "", "（一）", "1.", "1、", "（1）", "①", "一是", "十一、", "第一，", "  ", "\t"),
    *("　　", "=", "-", "+", "*", "#", "> ", "| "),
]
_LIKE_ROWS = [
    *("规章 3 2 1", "一、本年新收政府信息公开申请数量", "（七）总计", "总计", "其他", "自然人"),
    *("行政许可：本年处理决定数量12件。", "信息内容 本年制发件数", "（六）其他处理0件。"),
    *("1.属于国家秘密", "第二十条第（一）项", "结果维持", "0 0 0 0 0 0 0", "行政处罚\t12"),
    *("2.重复申请 3件", "以上各项共计7件"),
]
"""Paragraphs that look like the rows and headings of the tables."""
_AGENCIES = [
    *("云溪市信访局", "青禾县农业农村局（乡村振兴局）", "白鹭镇人民政府", "南屏县林业和草原局"),
    *("临川区人民政府办公室", "霞浦区人民政府（本级）", "国家统计局云溪调查队"),
    *("云溪市经济和信息化局（国防科学技术工业局、无线电管理局）", "青禾县人民代表大会常务委员会"),
]


def _paragraphs() -> st.SearchStrategy[str]:
    """A paragraph: a beginning, and words of any kind behind it; a few very long."""
    letters = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=6)
    words = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_WORDS), letters)
    told = st.builds(
        lambda first, middle, times, end: (first + "".join(middle)) * times + end,
        st.sampled_from(_BEGINNINGS),
        st.lists(words, min_size=1, max_size=6),
        st.sampled_from((*[1] * 10, 30, 300)),
        st.sampled_from(("。", "。", "", "；")),
    )
    return st.one_of(told, told, told, st.sampled_from(_LIKE_ROWS))


@st.composite
def reports(draw: st.DrawFn) -> AnnualReport:
    """An invented report of either edition with other text, name, sections and some figures."""
    edition = draw(st.sampled_from(Edition))
    random = Random(draw(st.integers(0, 10_000)))
    report = read_bytes("report", LAYOUTS["html"](printed(invent(random, edition))))
    numbers = sorted(SECTIONS)
    kept = draw(st.one_of(st.just(numbers), st.lists(st.sampled_from(numbers), unique=True)))
    left = draw(st.one_of(*[st.just({2, 3, 4})] * 4, st.sets(st.sampled_from((2, 3, 4)))))
    tables = {number: table for number, table in report.tables.items() if number in left}
    agency = draw(st.sampled_from(_AGENCIES))
    sections = [
        Section(number, SECTIONS[number], draw(_text(bool(tables))), position=rank)
        for rank, number in enumerate(kept or numbers, 1)
    ]
    cells = {cell: report.cells[cell] for table in tables.values() for cell in table.cell_ids}
    return replace(
        report,
        agency=agency,
        title=f"{agency}{report.year}年政府信息公开工作年度报告",
        preamble="",
        preamble_lines=(),
        sections=tuple(sections),
        tables=tables,
        # Table 4 is the same in both editions.
        edition=edition if tables.keys() - {4} else None,
        cells={**cells, **draw(_odd_cells(sorted(cells)))},
    )


def _text(has_tables: bool) -> st.SearchStrategy[str]:
    """Paragraphs; in a report without tables none that might be the rows of a table in text."""
    text = st.lists(_paragraphs(), max_size=3)
    if not has_tables:
        text = text.map(lambda lines: [x.replace("|", "") for x in lines if x not in _LIKE_ROWS])
    return text.map("\n".join)


def _odd_cells(cells: list[str]) -> st.SearchStrategy[dict[str, Cell]]:
    """Some cells with decimals, units, signs, huge figures, or blank."""
    money = [cell for cell in cells if cell.endswith(".amount")]
    changes = [cell for cell in cells if cell.endswith(".items_change")]
    counts = [cell for cell in cells if cell not in money and cell not in changes]
    parts = [
        st.dictionaries(st.sampled_from(of), values, max_size=3)
        for of, values in (
            (counts, st.sampled_from((_BLANK, _read(10**7), _read(10**12)))),
            (money, st.sampled_from((_BLANK, _read("251000", "元"), _read("1276.5534", "万元")))),
            (money, st.sampled_from((_read("0.01"), _read("12345678901.25"), _read(10**14)))),
            (changes, st.integers(-999, 999).map(_read)),
        )
        if of
    ]
    return st.tuples(*parts).map(lambda every: {k: v for part in every for k, v in part.items()})


def _read(value: object, unit: str = "") -> Cell:
    return Cell(Decimal(str(value)), Status.READ, unit=unit)


_BLANK = Cell(None, Status.BLANK)


def says(report: AnnualReport) -> dict[str, object]:
    """What a written report must say when it is read again; text as a page shows it."""
    return {
        "agency": report.agency,
        "year": report.year,
        "edition": report.edition,
        "text": {s.number: text for s in report.sections if (text := _shown(s.text))},
        "figures": {
            id: (cell.value, cell.unit)
            for id, cell in report.cells.items()
            if cell.value is not None
        },
    }


def _shown(text: str) -> list[str]:
    return [line for one in text.split("\n") if (line := _UNSEEN.sub("", one))]
