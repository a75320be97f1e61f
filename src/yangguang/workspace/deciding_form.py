"""Agreeing to what waits for approval, or returning it: over letters and public versions alike."""

from abc import abstractmethod
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.overview import Overview
from yangguang.workspace import fields
from yangguang.workspace.move_form import MoveForm


class DecidingForm(MoveForm):
    """Agree, or return with a reason, over what stands above the form (its digest)."""

    decision = fields.choice(
        lazy("审批意见"),
        [(Decision.APPROVED, lazy("同意")), (Decision.RETURNED, lazy("退回修改"))],
        lazy("请选择同意或者退回。"),
    )
    comment = fields.words(lazy("批注"), lazy("退回时请写明要改什么；同意时可以不写。"), rows=3)
    digest = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        self.fields["digest"].initial = self.over(overview)

    @abstractmethod
    def over(self, overview: Overview) -> str:
        """The digest of what is decided on; empty where nothing is."""

    @abstractmethod
    def decide(
        self, decision: Decision, digest: str, comment: str, people: Standing, seen: int | None
    ) -> None:
        """Call the action. Raises NotAllowed, Mistakes."""

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Decide over what was on the page."""
        kept = self.cleaned_data
        decision = Decision(kept["decision"])
        self.decide(decision, kept["digest"], kept["comment"], people, seen)
        return _("已经同意。") if decision is Decision.APPROVED else _("已经退回修改。")
