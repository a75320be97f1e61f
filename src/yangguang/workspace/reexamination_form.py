"""The form in which what was kept back is looked at anew (Art. 18)."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.inforequests.actions.reexamine import reexamine
from yangguang.inforequests.reexamining import FINDING_NAMES, Finding
from yangguang.workspace import fields
from yangguang.workspace.move_form import MoveForm


class Reexamine(MoveForm):
    """What was found, and why."""

    finding = fields.choice(lazy("复查结论"), FINDING_NAMES.items(), lazy("请选择复查结论。"))
    words = fields.words(
        lazy("复查的情况"),
        lazy("写明看了哪些内容，理由为什么仍然成立，或者为什么已经消失。"),
        lazy("请写明复查了什么，理由为什么成立或者消失。"),
        rows=4,
    )
    on = fields.day(lazy("复查日期"))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter it."""
        kept = self.cleaned_data
        finding = Finding(kept["finding"])
        reexamine(self.overview.case, finding, kept["words"], people, kept["on"], seen)
        if finding is Finding.GONE:
            return _("复查已经登记，这一件列入“可以公开”。")
        return _("复查已经登记。")
