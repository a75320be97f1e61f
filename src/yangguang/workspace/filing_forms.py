"""What is filled in to file closed requests, and to put up a list for disposal."""

from typing import Any, Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.casework.disposal import Candidate
from yangguang.inforequests import filing_classes
from yangguang.inforequests.actions import filing
from yangguang.inforequests.actions.filing import InBox
from yangguang.inforequests.overview import Overview
from yangguang.law.filing import LONGEST_NAME, RETENTION_NAMES, Retention
from yangguang.workspace import fields
from yangguang.workspace.move_form import MoveForm

_EACH: Final = "each"
"""What is chosen where each request has the class that fits it, each class its own period."""


def _box() -> forms.Field:
    return fields.number(
        lazy("盒号"), 1, filing.MOST_BOXES, lazy("件号按办结年度和保管期限自动往下编。")
    )


class File(MoveForm):
    """Class, period, box; the item's number is given."""

    kind = fields.choice(lazy("类别"), (), lazy("请选择类别。"))
    retention = fields.choice(
        lazy("保管期限"),
        RETENTION_NAMES.items(),
        lazy("请选择保管期限。"),
        lazy("以本机关的档案保管期限表为准。定期的，从办结次年的 1 月 1 日起算。"),
    )
    box = _box()

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        self.kinds = filing_classes.kinds_of(overview.case.agency)
        kind = filing_classes.proposed(bool(overview.request.disputes))
        self.fields["kind"].choices = [(one.key, one.name) for one in self.kinds.values()]
        self.fields["kind"].initial = kind
        self.fields["retention"].initial = self.kinds[kind].retention
        self.fields["box"].initial = filing.latest_box(overview.case.agency)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """File."""
        kept = self.cleaned_data
        kind = self.kinds[kept["kind"]]
        filing.file(
            self.overview.case,
            kind.record_class,
            Retention(kept["retention"]),
            kept["box"],
            people,
            seen,
            kind.own,
        )
        return _("已经归档，可以下载归档包。")


class FileMany(fields.Filled):
    """Class, period and box for many requests at once."""

    kind = fields.select(lazy("类别"), (), lazy("请选择类别。"))
    retention = fields.select(
        lazy("保管期限"),
        [(_EACH, lazy("按类别")), *RETENTION_NAMES.items()],
        lazy("请选择保管期限。"),
    )
    box = _box()

    def __init__(self, agency: Agency, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = filing_classes.kinds_of(agency)
        each = [(_EACH, _("每件按情况（有没有复议、诉讼）"))]
        named = [(one.key, one.name) for one in self.kinds.values()]
        self.fields["kind"].choices = each + named
        self.fields["box"].initial = filing.latest_box(agency)

    @property
    def into(self) -> InBox:
        """What was chosen."""
        kept = self.cleaned_data
        chosen = kept["retention"]
        retention = None if chosen == _EACH else Retention(chosen)
        return InBox(kept["box"], self.kinds.get(kept["kind"]), retention)


class NewClass(fields.Filled):
    """A class of the agency's own."""

    name = fields.text(
        lazy("名称"),
        lazy("照本机关的文件材料归档范围和档案保管期限表写。"),
        lazy("请填写类别的名称。"),
        size=30,
        max_length=LONGEST_NAME,
    )
    retention = fields.choice(lazy("保管期限"), RETENTION_NAMES.items(), lazy("请选择保管期限。"))


class ForDisposal(fields.Filled):
    """Which of the cases whose period is over go on the list."""

    cases = forms.TypedMultipleChoiceField(
        label=lazy("列入销毁清册的案件"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, over: list[Candidate], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["cases"]
        ready = [one.state for one in over if not one.why]
        field.choices = [
            (one.pk, _("{number}，保管到 {day}").format(number=one.number, day=one.kept_until))
            for one in ready
        ]
        field.initial = [one.pk for one in ready]
