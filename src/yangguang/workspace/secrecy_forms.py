"""The forms of the secrecy review: asking another authority, and its answer (Art. 17)."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.inforequests.actions import secrecy
from yangguang.inforequests.secrecy import OUTCOME_NAMES, REFEREE_NAMES, Outcome, Referee
from yangguang.workspace import fields
from yangguang.workspace.move_form import MoveForm


class Refer(MoveForm):
    """Of whom it is asked, and what is doubtful."""

    shows_letter = True
    to = fields.choice(lazy("送给谁确定"), REFEREE_NAMES.items(), lazy("请选择送给谁。"))
    words = fields.words(
        lazy("送审说明"),
        lazy("写明机关名称、送审函文号和哪些内容不能确定；不要抄录涉密内容。"),
        lazy("请写明送给哪个机关，哪些内容不能确定。"),
        rows=4,
    )
    on = fields.day(lazy("送出日期"))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Refer it."""
        kept = self.cleaned_data
        to = Referee(kept["to"])
        secrecy.refer(self.overview.case, to, kept["words"], people, kept["on"], seen)
        return _("已经登记送出，收到答复前不能审批。")


class Answer(MoveForm):
    """What was determined."""

    shows_letter = True
    outcome = fields.choice(lazy("确定结果"), OUTCOME_NAMES.items(), lazy("请选择确定结果。"))
    words = fields.words(
        lazy("复函"),
        lazy("写明复函的机关、文号和意见；不要抄录涉密内容。"),
        lazy("请写明复函的机关、文号和意见。"),
        rows=4,
    )
    on = fields.day(lazy("收到日期"))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the determination."""
        kept = self.cleaned_data
        outcome = Outcome(kept["outcome"])
        secrecy.answer(self.overview.case, outcome, kept["words"], people, kept["on"], seen)
        return _("确定结果已经登记，保密审查可以接着进行。")
