"""What goes wrong in print, as functions that damage a `Print`."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from opencc import OpenCC

from tests.generator.print import Print, PrintedRow
from yangguang.annual_report.form import table3, table4
from yangguang.law.requests import RequestRow

Hazard = Callable[[Random, Print], Print]


def _rows(report: Print, change: Callable[[int, PrintedRow], PrintedRow]) -> Print:
    tables = {n: [change(n, row) for row in rows] for n, rows in report.tables.items()}
    return replace(report, tables=tables)


def _figures(report: Print, change: Callable[[str], str]) -> Print:
    return _rows(report, lambda n, row: replace(row, figures=[change(f) for f in row.figures]))


def _labels(report: Print, change: Callable[[str], str]) -> Print:
    return _rows(report, lambda n, row: replace(row, labels=[change(x) for x in row.labels]))


def none(random: Random, report: Print) -> Print:
    """Nothing goes wrong."""
    return report


def full_width_digits(random: Random, report: Print) -> Print:
    """０１２ for 012."""
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return _figures(report, lambda f: f.translate(wide))


def thousands_separators(random: Random, report: Print) -> Print:
    """1,113 for 1113."""
    return _figures(report, lambda f: f"{int(f):,}" if f.isdecimal() else f)


def units_in_cells(random: Random, report: Print) -> Print:
    """3件 for 3."""
    return _rows(
        report,
        lambda n, row: (
            replace(row, figures=[f + "件" if f.isdecimal() else f for f in row.figures])
            if n == 3
            else row
        ),
    )


def signs(random: Random, report: Print) -> Print:
    """+3 for 3 in the change of items, 减5 for -5."""

    def change(number: int, row: PrintedRow) -> PrintedRow:
        if number != 2 or len(row.figures) < 2:
            return row
        figures = list(row.figures)
        figures[1] = figures[1].replace("-", "减") if "-" in figures[1] else "+" + figures[1]
        return replace(row, figures=figures)

    return _rows(report, change)


def traditional(random: Random, report: Print) -> Print:
    """All labels in traditional characters."""
    convert = OpenCC("s2t").convert
    return _labels(report, convert)


def radicals(random: Random, report: Print) -> Print:
    """⼀⼆三⾏⽂: characters of the radicals block, as fonts of printed pages give them."""
    look_alikes = str.maketrans("一二行文人大理力工自", "⼀⼆⾏⽂⼈⼤⽞⼒⼯⾃")
    del look_alikes[ord("理")]
    return _labels(report, lambda label: label.translate(look_alikes))


def half_width_brackets(random: Random, report: Print) -> Print:
    """(一) for （一）, 1、 for 1., spaces inside labels."""
    table = str.maketrans("（）：，", "():,")

    def change(label: str) -> str:
        label = label.translate(table)
        if label[:2] in ("1.", "2.", "3.", "4.", "5.", "6.", "7.", "8."):
            label = label[0] + "、" + label[2:]
        return label[:4] + " " + label[4:] if len(label) > 6 else label

    return _labels(report, change)


def typos(random: Random, report: Print) -> Print:
    """A character lost in long labels."""

    def change(label: str) -> str:
        if len(label) < 9 or random.random() < 0.5:
            return label
        place = random.randrange(4, len(label) - 1)
        return label[:place] + label[place + 1 :]

    return _labels(report, change)


def page_numbers(random: Random, report: Print) -> Print:
    """Page numbers in the middle of Table 3."""
    tables = dict(report.tables)
    rows = list(tables[3])
    for page in (2, 3):
        rows.insert(random.randrange(8, len(rows)), PrintedRow([f"- {page} -"]))
    return replace(report, tables={**tables, 3: rows})


def extra_row(random: Random, report: Print) -> Print:
    """A row that the form does not have: 行政检查."""
    rows = list(report.tables[2])
    at = next(i for i, row in enumerate(rows) if row.id == "coercion")
    extra = PrintedRow(["行政检查"], [str(random.randint(1, 99))] * len(rows[at].figures), "extra")
    return replace(report, tables={**report.tables, 2: [*rows[:at], extra, *rows[at:]]})


def sixteen_cells(random: Random, report: Print) -> Print:
    """Table 4 with a column too many, of zeros."""
    rows = list(report.tables[4])
    rows[-1] = replace(rows[-1], figures=[*rows[-1].figures, "0"])
    return replace(report, tables={**report.tables, 4: rows})


def row_numbers(random: Random, report: Print) -> Print:
    """A column of running numbers before the figures of Table 3."""
    numbers = iter(range(1, 100))
    return _rows(
        report,
        lambda n, row: (
            replace(row, figures=[str(next(numbers)), *row.figures]) if n == 3 and row.id else row
        ),
    )


def no_other_column(random: Random, report: Print) -> Print:
    """The column 其他 is not there, in heading and figures."""
    name = table3.COLUMNS[-2].label
    rows = [
        replace(row, figures=[*row.figures[:5], *row.figures[6:]])
        if row.id
        else replace(row, labels=[label for label in row.labels if label != name])
        for row in report.tables[3]
    ]
    return replace(report, tables={**report.tables, 3: rows})


def renamed_sections(random: Random, report: Print) -> Print:
    """Titles as they vary."""
    titles = {
        **report.titles,
        1: random.choice(("工作总体情况", "信息公开总体情况", "工作开展情况")),
        5: random.choice(("存在问题及改进情况", "政府信息公开工作存在的主要问题及改进措施")),
        6: "其他需要报告事项",
    }
    return replace(report, titles=titles)


def split_headings(random: Random, report: Print) -> Print:
    """Headings of columns cut by line breaks: 商业 企业."""
    names = {column.label for column in (*table3.COLUMNS, *table4.COLUMNS)}

    def change(label: str) -> str:
        return f"{label[:2]} {label[2:]}" if label in names and len(label) == 4 else label

    return _labels(report, change)


def blank_cells(random: Random, report: Print) -> Print:
    """Some figures of Table 2 with one figure a row are not printed."""

    def change(number: int, row: PrintedRow) -> PrintedRow:
        if number == 2 and len(row.figures) == 1 and random.random() < 0.5:
            return replace(row, figures=[""])
        return row

    return _rows(report, change)


def blank_review(random: Random, report: Print) -> Print:
    """The five figures of 行政复议 are not printed."""
    rows = list(report.tables[4])
    rows[-1] = replace(rows[-1], figures=[""] * 5 + rows[-1].figures[5:])
    return replace(report, tables={**report.tables, 4: rows})


def dashes_for_nothing(random: Random, report: Print) -> Print:
    """— and / where nothing is to be told, in whole rows of Table 3."""

    def change(number: int, row: PrintedRow) -> PrintedRow:
        empty = number == 3 and row.id and set(row.figures) == {"0"}
        if empty and row.id not in (RequestRow.TOTAL, RequestRow.NEW):
            return replace(row, figures=[random.choice("—/-")] * 7)
        return row

    return _rows(report, change)


HAZARDS: dict[str, Hazard] = {
    hazard.__name__: hazard
    for hazard in (
        none,
        full_width_digits,
        thousands_separators,
        units_in_cells,
        signs,
        traditional,
        radicals,
        half_width_brackets,
        typos,
        page_numbers,
        extra_row,
        sixteen_cells,
        row_numbers,
        no_other_column,
        renamed_sections,
        split_headings,
        blank_cells,
        blank_review,
        dashes_for_nothing,
    )
}
