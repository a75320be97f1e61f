"""The forms by which a request is split, and handled together with another."""

import re
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.casework.models import Case
from yangguang.inforequests.actions import relate
from yangguang.inforequests.events import What
from yangguang.inforequests.overview import Overview
from yangguang.workspace import fields
from yangguang.workspace.move_form import CHECK_FIRST, FOR_GOOD, MoveForm


class Split(MoveForm):
    """The matters, each in words: to begin with, what was asked, or how it was last corrected."""

    matters = fields.words(
        lazy("拆分为"),
        lazy(
            "每件写清要什么信息，各件之间空一行。尽量用申请人的原话，补正过的用补正的内容；"
            "补正和附件留在原来的一件里。"
        ),
        lazy("请把申请分成几件，各件之间空一行。"),
        rows=10,
    )
    checked = fields.tick(FOR_GOOD, CHECK_FIRST)

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        standing = (one for one in overview.entries if one.holds)
        corrected = (one.words for one in standing if one.what == What.CORRECTED)
        self.fields["matters"].initial = next(corrected, overview.asked.get("wanted", ""))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Split."""
        matters = re.split(r"\n\s*\n", self.cleaned_data["matters"].replace("\r\n", "\n"))
        made = relate.split(self.overview.case, matters, people, seen)
        numbers = "、".join(one.number for one in made)
        return _("已经拆分为 {count} 件：{numbers}。").format(count=len(made), numbers=numbers)


class Join(MoveForm):
    """The number of the other."""

    number = fields.text(
        lazy("和哪一件一起办"),
        lazy("填写编号，例如 2026-0012-00345。要由同一个人承办。"),
        lazy("请填写另一件申请的编号。"),
        size=18,
    )

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Join."""
        relate.join(self.overview.case, self.cleaned_data["number"], people, seen)
        return _("已经和 {number} 合并办理。").format(number=self.cleaned_data["number"])


class Separate(MoveForm):
    """Which of those that it is handled together with."""

    case = forms.TypedChoiceField(label=lazy("哪一件"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        joined = Case.objects.filter(pk__in=overview.request.joined).order_by("pk")
        field = self.fields["case"]
        field.choices = [(one.pk, one.number) for one in joined]
        field.error_messages["required"] = _("请选择一件。")
        if len(field.choices) == 1:
            field.initial = field.choices[0][0]

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Separate."""
        relate.separate(self.overview.case, self.cleaned_data["case"], people, seen)
        return _("两件已经分开办理。")
