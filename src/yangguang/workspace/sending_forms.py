"""What is to be filled in for a letter on its way: approval, issue, seal, dispatch, arrival."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.casework.errors import Mistakes
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import applicant, letters, registry, seal
from yangguang.inforequests.correspondence import Correspondence
from yangguang.inforequests.events import Way
from yangguang.inforequests.moves import Move
from yangguang.inforequests.names import WAY_NAMES
from yangguang.inforequests.overview import Overview
from yangguang.workspace import fields
from yangguang.workspace.deciding_form import DecidingForm
from yangguang.workspace.move_form import CHECK_FIRST, FOR_GOOD, MoveForm


class Submit(MoveForm):
    """Send the draft for approval, as it stands."""

    shows_letter = True

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Submit."""
        letters.submit(self.overview.case, people, seen)
        return _("文书已经送审。")


class Decide(DecidingForm):
    """Agree to the letter, or return it with a reason."""

    shows_letter = True

    def over(self, overview: Overview) -> str:
        """The digest of the letter that is being worked on."""
        return overview.request.draft.digest if overview.request.draft else ""

    def decide(
        self, decision: Decision, digest: str, comment: str, people: Standing, seen: int | None
    ) -> None:
        """Decide on the letter."""
        letters.decide(self.overview.case, decision, digest, people, comment, seen)


class Issue(MoveForm):
    """Number and freeze the letter."""

    shows_letter = True
    checked = fields.tick(FOR_GOOD, CHECK_FIRST)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Issue."""
        issued = letters.issue(self.overview.case, people, seen)
        return _("已经印发，文号 {number}。").format(number=issued.number)


def _offer_letters(field: forms.Field, offered: Sequence[Correspondence]) -> None:
    field.choices = [(one.pk, f"{one.title} {one.number}") for one in offered]
    field.error_messages["required"] = _("请选择文书。")
    if len(offered) == 1:
        field.initial = offered[0].pk


class Seal(MoveForm):
    """The scan of a letter with the seal on it."""

    letter = forms.TypedChoiceField(label=lazy("哪一份文书"), coerce=int, widget=forms.RadioSelect)
    attachments = fields.Attachments(
        lazy("盖章件"),
        lazy("盖过章的纸质文书的扫描件，或者盖了电子印章的文件：PDF 或图片。"),
        several=False,
    )
    on = fields.day(lazy("盖章日期"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        waiting = [one for one in overview.letters if one.pk in overview.request.unsealed]
        _offer_letters(self.fields["letter"], waiting)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Keep the scan."""
        sent = fields.uploads_of(request, "attachments")
        if not sent:
            raise Mistakes({"attachments": _("请选择盖章件。")})
        kept = self.cleaned_data
        seal.keep_scan(self.overview.case, kept["letter"], sent[0], people, kept["on"], seen)
        return _("盖章件已经存入，以后发给申请人的就是这一份。")


class Dispatch(MoveForm):
    """How and when the answer left, and which file of it."""

    way = fields.choice(lazy("送达方式"), WAY_NAMES.items(), lazy("请选择送达方式。"))
    on = fields.day(
        lazy("发出日期"),
        lazy("邮寄：交邮之日；当面送达：签收之日；电子方式：发送之日。期限在这一天停止计算。"),
    )

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        answer = overview.letter(overview.request.answer or 0)
        if answer and answer.sealed:
            self.fields["way"].help_text = _("发出的是盖章件。")
        elif answer:
            self.fields["way"].help_text = _(
                "发出的是没有盖章的定稿。要发盖章件，请先回到申请页“存入盖章件”。"
            )

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the dispatch."""
        kept = self.cleaned_data
        letters.dispatch(self.overview.case, Way(kept["way"]), kept["on"], people, seen)
        return _("答复已经发出，期限停止计算。")


class Delivered(MoveForm):
    """When the applicant received it."""

    on = fields.day(lazy("收到日期"))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the delivery."""
        applicant.delivered(self.overview.case, people, self.cleaned_data["on"], seen)
        return ""


class CameBack(MoveForm):
    """Which letter came back, and when."""

    letter = forms.TypedChoiceField(label=lazy("哪一份文书"), coerce=int, widget=forms.RadioSelect)
    on = fields.day(lazy("退回日期"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        out = [one for one in overview.letters if one.pk in overview.request.out]
        _offer_letters(self.fields["letter"], out)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the return."""
        back = self.cleaned_data["letter"]
        registry.came_back(self.overview.case, people, self._day(), seen, back)
        return _("退件已经登记，请另行送达。")


MOVE_FORMS: Final[Mapping[Move, type[MoveForm]]] = {
    Move.SUBMIT: Submit,
    Move.DECIDE: Decide,
    Move.ISSUE: Issue,
    Move.SEAL: Seal,
    Move.DISPATCH: Dispatch,
    Move.DELIVERED: Delivered,
    Move.CAME_BACK: CameBack,
}
