"""The forms of a report's pages: which year as known when, and figures that are entered."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.annual_report.form import FIRST_YEAR
from yangguang.annual_report.money import SUMS_OF_MONEY, in_form_s_unit
from yangguang.reporting.actions.enter_figure import LONGEST_REASON, LONGEST_SOURCE, UNITS, Entry
from yangguang.reporting.compiling.compiler import form_of
from yangguang.reporting.figure_tables.template import measure
from yangguang.workspace import fields


class Choose(forms.Form):
    """Of which agency, which year, as known when."""

    slug = forms.ChoiceField(label=lazy("机关"))
    year = forms.TypedChoiceField(label=lazy("年度"), coerce=int)
    known_at = forms.CharField(
        label=lazy("按哪天的台账"),
        required=False,
        widget=forms.TextInput(attrs={"size": "18", "aria-describedby": "known-at-hint"}),
    )

    def __init__(self, agencies: list[tuple[str, str]], this_year: int, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["slug"].choices = agencies
        years = range(this_year, FIRST_YEAR - 1, -1)
        self.fields["year"].choices = [(one, _("{year} 年").format(year=one)) for one in years]


class EnterFigure(fields.Filled):
    """A figure for a cell, with where it is from."""

    value = forms.DecimalField(
        label=lazy("数字"),
        required=False,
        error_messages={"invalid": lazy("请只填数字，例如 1234 或者 16.9；不写逗号和单位。")},
        widget=forms.TextInput(attrs={"size": "12", "inputmode": "decimal"}),
    )
    unit = forms.ChoiceField(
        label=lazy("单位"),
        required=False,
        choices=[(one, one or lazy("表里写明的单位")) for one in UNITS],
    )
    source = fields.text(
        lazy("来源"),
        lazy("哪个科室、哪份台账或者文件。"),
        lazy("请写明数字的来源：哪个科室、哪份台账或者文件。"),
        size=40,
        max_length=LONGEST_SOURCE,
    )
    reason = fields.words(
        lazy("原因"),
        lazy("和台账不一致，或者改动、撤回已填的数字时要写。"),
        rows=2,
        most=LONGEST_REASON,
    )
    evidence = fields.Attachments(
        lazy("依据文件"), lazy("可以不传。不要传带有个人信息的文件。"), several=False
    )
    take_back = forms.BooleanField(label=lazy("撤回已填的数字"), required=False)

    def __init__(self, cell: str, year: int, is_entered: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cell = cell
        is_sum = cell in SUMS_OF_MONEY
        self.in_unit = measure(form_of(year), cell) if is_sum else ""
        if not is_sum:
            del self.fields["unit"]
        elif self.in_unit:
            offered = [("", self.in_unit), ("元", _("元（折成{unit}）").format(unit=self.in_unit))]
            self.fields["unit"].choices = offered
        if not is_entered:
            del self.fields["take_back"]

    def clean(self) -> dict[str, Any]:
        """A figure, unless the one that is there is taken back."""
        kept: dict[str, Any] = super().clean() or {}
        is_missing = kept.get("value") is None and "value" not in self.errors
        if is_missing and not kept.get("take_back"):
            self.add_error("value", _("请填数字；没有的填 0。"))
        return kept

    @property
    def entry(self) -> Entry:
        """What the action takes: a sum in the unit that the form prints, where it prints one."""
        given = self.cleaned_data
        unit = given.get("unit") or ""
        value: Decimal | None = None if given.get("take_back") else given["value"]
        if value is not None and unit and self.in_unit:
            value, unit = in_form_s_unit(self.cell, value, unit), ""
        return Entry(self.cell, value, given["source"], given["reason"], unit)


class FiguresFile(fields.Filled):
    """A table of figures."""

    file = fields.Attachments(
        lazy("填好的表格"),
        lazy("模板，或者照表二样子的表格（XLSX、CSV、DOCX）。不要传带有个人信息的文件。"),
        several=False,
    )


class EnterTable(fields.Filled):
    """What is said of the lines of a table that say nothing themselves."""

    source = fields.text(
        lazy("来源"), lazy("表里没有写来源的，都用这个。"), size=40, max_length=LONGEST_SOURCE
    )
    reason = fields.words(
        lazy("原因"),
        lazy("表里没有写原因、又要写的，都用这个。"),
        rows=2,
        most=LONGEST_REASON,
    )
