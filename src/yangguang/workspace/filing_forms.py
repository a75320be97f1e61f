"""What is filled in to file a closed request, and to put up a list for disposal."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.casework.models import CaseState
from yangguang.inforequests.actions import filing
from yangguang.inforequests.overview import Overview
from yangguang.law.filing import (
    CLASS_NAMES,
    PROPOSED,
    RETENTION_NAMES,
    RecordClass,
    Retention,
)
from yangguang.workspace import fields
from yangguang.workspace.move_form import MoveForm


class File(MoveForm):
    """Class, period, box; the item's number is given."""

    record_class = fields.choice(lazy("类别"), CLASS_NAMES.items(), lazy("请选择类别。"))
    retention = fields.choice(
        lazy("保管期限"),
        RETENTION_NAMES.items(),
        lazy("请选择保管期限。"),
        lazy("以本机关的档案保管期限表为准。定期的，从办结次年的 1 月 1 日起算。"),
    )
    box = fields.number(
        lazy("盒号"), 1, filing.MOST_BOXES, lazy("件号按办结年度和保管期限自动往下编。")
    )

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        is_disputed = bool(overview.request.disputes)
        kind = RecordClass.DISPUTED if is_disputed else RecordClass.REQUEST
        self.fields["record_class"].initial = kind
        self.fields["retention"].initial = PROPOSED[kind]
        self.fields["box"].initial = filing.latest_box(overview.case.agency)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """File."""
        kept = self.cleaned_data
        filing.file(
            self.overview.case,
            RecordClass(kept["record_class"]),
            Retention(kept["retention"]),
            kept["box"],
            people,
            seen,
        )
        return _("已经归档，可以下载归档包。")


class ForDisposal(fields.Filled):
    """Which of the cases whose period is over go on the list."""

    cases = forms.TypedMultipleChoiceField(
        label=lazy("列入销毁清册的案件"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, over: list[CaseState], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["cases"]
        field.choices = [
            (one.pk, _("{number}，保管到 {day}").format(number=one.number, day=one.kept_until))
            for one in over
        ]
        field.initial = [one.pk for one in over]
