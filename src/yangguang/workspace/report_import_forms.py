"""The forms by which a published report comes in: the file, a cell, what is confirmed."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.annual_report.checking.cell_names import cell_name, column_name, figure, row_name
from yangguang.annual_report.form import FIRST_YEAR, Edition, Table
from yangguang.annual_report.formats import NAMES
from yangguang.annual_report.report import AnnualReport, Status
from yangguang.reporting.actions.bring_in import LONGEST_NOTE
from yangguang.reporting.importing.by_hand import is_unread
from yangguang.reporting.importing.waiting import Said
from yangguang.workspace import fields


class PublishedFile(fields.Filled):
    """The file of a report that was published."""

    file = fields.Attachments(lazy("年报文件"), NAMES, several=False)

    def offer_by_hand(self) -> None:
        """Let a file be kept that cannot be read: what it says is entered by hand."""
        self.fields["by_hand"] = forms.BooleanField(
            label=lazy("读不了也留下这份文件，照着它手工填写"),
            help_text=lazy("请重新选好文件，打勾后再提交。文件和填写的一起保存。"),
            required=False,
        )


class CorrectCell(fields.Filled):
    """Another figure in the place of that which was read, or none."""

    value = forms.DecimalField(
        label=lazy("改为"),
        required=False,
        error_messages={"invalid": lazy("请填一个数字；没有的填 0。")},
        widget=forms.TextInput(attrs={"size": "12", "inputmode": "decimal"}),
    )
    blank = forms.BooleanField(label=lazy("原件这一格是空白"), required=False)
    reason = fields.text(
        lazy("原因"),
        lazy("例如：对照原件第 3 页，识读错了。和年报一起保存。"),
        lazy("请写明改动的原因。"),
        size=40,
        max_length=200,
    )

    def clean(self) -> dict[str, Any]:
        """A figure or a blank, not both and not neither."""
        kept: dict[str, Any] = super().clean() or {}
        value, blank = kept.get("value"), kept.get("blank")
        if value is None and not blank and "value" not in self.errors:
            self.add_error("value", _("请填一个数字；没有的填 0，原件空白的在下面打勾。"))
        if value is not None and blank:
            self.add_error("blank", _("填了数字，就不是空白。请只留一样。"))
        return kept


class CorrectWords(fields.Filled):
    """Other words in the place of those that were read."""

    text = fields.words(lazy("文字"), lazy("一段一行，不要抄表格。"), rows=16)
    reason = fields.text(
        lazy("改动的原因"),
        lazy("例如：对照原件第 3 页，识读漏了一段。和年报一起公布。"),
        size=40,
        max_length=200,
    )


class CorrectTable(fields.Filled):
    """All cells of a table, as they stand; what is changed has one reason."""

    reason = fields.text(
        lazy("改动的原因"),
        lazy("例如：文件里的表格是图片，照原件填写。和年报一起保存。"),
        lazy("请写明改动的原因。"),
        size=40,
        max_length=200,
    )

    def __init__(self, report: AnnualReport, table: Table, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.report, self.table = report, table
        for cell in table.cell_ids:
            if report.cells[cell].status is Status.ABSENT:
                continue
            value = report.cells[cell].value
            said = _("{name}：请填一个数字。").format(name=cell_name(cell))
            self.fields[cell] = forms.DecimalField(
                label=cell_name(cell),
                required=False,
                initial="" if value is None else figure(value),
                error_messages={"invalid": said},
                widget=forms.TextInput(attrs={"size": "6", "inputmode": "decimal"}),
            )

    @property
    def changed(self) -> dict[str, Decimal | None]:
        """The figures that are other than they stood; None for what was emptied."""
        ours = (cell for cell in self.table.cell_ids if cell in self.fields)
        given = {cell: self.cleaned_data.get(cell) for cell in ours}
        return {cell: value for cell, value in given.items() if value != self.report.value(cell)}

    def rows(self) -> list[tuple[str, list[tuple[str, forms.BoundField]]]]:
        """The rows by name, each with the names of its columns and their fields."""
        return [
            (
                row_name(row),
                [
                    (column_name(column), self[cell])
                    for column in row.columns
                    if (cell := self.table.cell_id(row.id, column.id)) in self.fields
                ],
            )
            for row in self.table.rows
        ]


class Confirm(fields.Filled):
    """Which year, which form, when it was published; and that somebody has looked."""

    year = fields.number(lazy("年度"), FIRST_YEAR, 2100)
    edition = forms.ChoiceField(label=lazy("表格"), required=False)
    published_on = fields.day(
        lazy("公布日期"), lazy("当时在网站上公布的日子，读到的先填好了；不知道的可以不填。")
    )
    note = fields.words(
        lazy("更正说明"),
        lazy("这一年的年报在本站公布过才填：改了什么、为什么。会一起公布。"),
        rows=2,
        most=LONGEST_NOTE,
    )
    checked = forms.BooleanField(
        label=lazy("我核对过：这是本机关这一年度公布过的年报，导入后谁都可以看到"), required=False
    )

    def __init__(self, read: AnnualReport, said: Said, *args: Any, **kwargs: Any) -> None:
        on: str | date | None = said.published_on
        initial = {
            "year": said.year or read.year,
            "edition": said.edition,
            "published_on": read.published_on if on is None else on,
            "note": said.note,
        }
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["published_on"].required = False
        as_it_is = _("按年度补成整张表") if is_unread(read) else _("照文件里的样子")
        self.fields["edition"].choices = [
            ("", as_it_is),
            *((one.value, _("补成 {year} 年版的整张表").format(year=one.value)) for one in Edition),
        ]
