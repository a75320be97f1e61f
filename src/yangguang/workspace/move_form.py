"""The form of a move: what all of them have in common."""

from abc import ABCMeta, abstractmethod
from datetime import date
from typing import Any, ClassVar, Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.casework.errors import Mistakes
from yangguang.inforequests.overview import Overview
from yangguang.workspace import fields

FOR_GOOD: Final = lazy("我已经核对，知道这一步不能撤销")
CHECK_FIRST: Final = lazy("请核对以后打勾确认。")


class _Kinds(ABCMeta, forms.forms.DeclarativeFieldsMetaclass):
    """Forms of which some are only what others have in common."""


class MoveForm(fields.Filled, metaclass=_Kinds):
    """A move's form: `make` calls the action and gives what to say afterwards, if anything."""

    template = "workspace/move.html"
    shows_letter: ClassVar[bool] = False
    """Whether the letter that it is about stands above the form."""
    nothing = ""
    """Why there is nothing to choose from: said in place of the form."""

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.overview = overview
        if "on" in self.fields:
            self.fields["on"].initial = overview.on

    @abstractmethod
    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Make the move. Raises NotAllowed, Mistakes."""

    def _day(self) -> date:
        day: date = self.cleaned_data["on"]
        received = self.overview.request.received_on
        if day > self.overview.on or (received and day < received):
            raise Mistakes({"on": _("日期应当在收到申请之日至今天之间。")})
        return day
