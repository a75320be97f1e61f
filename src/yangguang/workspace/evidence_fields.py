"""The fields in which the evidence of an answer is filled in, by its shape."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from yangguang.inforequests import holders
from yangguang.inforequests.evidence import Particular, Shape, stands_in_the_letter
from yangguang.workspace import fields


def field_for(one: Particular, agency: int, needed: str) -> forms.Field:
    """The field of a particular; `agency` (its id) is whose letter it is.

    `needed`: what is said where it is not filled in; empty where it need not be.
    """
    where = _("写进文书。") if stands_in_the_letter(one) else _("只留在案卷里，不写进文书。")
    match one.shape:
        case Shape.DAY:
            return fields.day(one.label, where)
        case Shape.LINE:
            return fields.text(one.label, where, needed, size=16)
        case Shape.CHOICE:
            return fields.choice(one.label, one.choices, needed, where)
        case Shape.AGENCY:
            hint = _("可以从列表里选，也可以直接填写；能确定的才写。") + where
            return forms.CharField(
                label=one.label, help_text=hint, required=False, widget=_FromList(agency)
            )
    return fields.words(one.label, where, needed, rows=2)


class _FromList(forms.TextInput):
    """A line with the names of the other agencies offered beneath it."""

    def __init__(self, agency: int) -> None:
        super().__init__(attrs={"size": "36"})
        self.agency = agency

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The field and its list."""
        listed = f"{name}-list"
        field = super().render(name, value, {**(attrs or {}), "list": listed}, renderer)
        return format_html(
            '{}<datalist id="{}">{}</datalist>', field, listed, _options(self.agency)
        )


def _options(agency: int) -> SafeString:
    names: Sequence[str] = holders.offered(agency)
    return format_html_join("", '<option value="{}"></option>', ((name,) for name in names))
