"""Asking third parties and other organs: whom, what came from them, what they are told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Self

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.casework import personal
from yangguang.casework.models import Party
from yangguang.casework.personal import Particulars
from yangguang.inforequests import composing, consulting
from yangguang.inforequests.actions import consult, letters
from yangguang.inforequests.consultations import TELLS, Reply
from yangguang.inforequests.consulting import Consulted
from yangguang.inforequests.correspondence import Revision
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import DRAFTS, Move
from yangguang.inforequests.names import REPLY_NAMES, WAY_NAMES
from yangguang.inforequests.overview import Overview
from yangguang.law.dispositions import Disposition
from yangguang.law.identity import Paper
from yangguang.workspace import fields
from yangguang.workspace.letter_forms import LetterForm
from yangguang.workspace.move_form import MoveForm

_CONTACT: Final = ("name", "contact", "phone", "email", "address", "postcode")
_PERSON, _ORGANISATION = "person", "organisation"


class _ToOthers(LetterForm):
    """A letter that does not go to the applicant: whom it goes to is said, not the applicant."""

    way = fields.choice(lazy("送达方式"), WAY_NAMES.items(), lazy("请选择送达方式。"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        del self.fields["addressee"]
        self.fields["body"].help_text = _(
            "一行一段。上面填写的内容和法律要求写明的话会自动接在正文后面。"
        )

    def rule(self) -> Any:
        """It ends nothing."""
        return None

    def _facts(self) -> composing.Facts:
        return replace(super()._facts(), is_person=self._is_person())

    def _is_person(self) -> bool:
        return self.cleaned_data.get("of") == _PERSON

    def _order(self) -> list[str]:
        return ["asked", "of", *_CONTACT, *super()._order()]


class _Asks(_ToOthers):
    """Whom it asks."""

    phone = fields.text(lazy("电话"), size=20)
    address = fields.text(lazy("地址"), lazy("邮寄的，请填写。"))

    @classmethod
    def _again(cls, overview: Overview, latest: Revision) -> dict[str, Any]:
        found, draft = super()._again(overview, latest), overview.request.draft
        assert draft is not None
        party = Party.objects.select_related("key", "case").get(pk=draft.party)
        told = personal.particulars_of(party)
        kind = _ORGANISATION if told.paper == Paper.CREDIT_CODE else _PERSON
        return {**found, "of": kind, **{name: getattr(told, name) for name in _CONTACT}}

    def _to(self) -> str:
        return f"{self.cleaned_data['name'].strip()}："

    def _terms(self) -> letters.Terms:
        kept = self.cleaned_data
        told = {name: kept[name].strip() for name in _CONTACT if name in kept}
        paper = Paper.ID_CARD if self._is_person() else Paper.CREDIT_CODE
        return replace(super()._terms(), whom=Particulars(paper=paper, **told))


class ThirdParty(_Asks):
    """A third party is asked (Art. 32)."""

    kind = LetterKind.THIRD_PARTY
    of = fields.choice(
        lazy("第三方是"),
        [(_PERSON, lazy("个人")), (_ORGANISATION, lazy("单位"))],
        lazy("请选择第三方是个人还是单位。"),
    )
    name = fields.text(
        lazy("第三方的姓名或者名称"),
        lazy("加密保存，申请人看不到。"),
        lazy("请填写第三方的姓名或者名称。"),
        size=24,
    )
    contact = fields.text(lazy("联系人"), lazy("第三方是单位的，可以填写。"), size=16)
    email = fields.text(lazy("电子邮箱"), size=28)
    postcode = fields.text(lazy("邮政编码"), size=8)


class CoProducer(_Asks):
    """Another organ that made the information too is asked (Art. 34)."""

    kind = LetterKind.CO_PRODUCER
    name = fields.text(
        lazy("征求哪个机关的意见"), lazy("机关全称。"), lazy("请填写机关的名称。"), size=28
    )
    contact = fields.text(lazy("联系人"), size=16)


class _Tells(_ToOthers):
    """One that objects is told that it is opened all the same."""

    asked = forms.TypedChoiceField(label=lazy("告知哪一方"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        kwargs["disposition"] = Disposition.PROVIDED
        super().__init__(overview, *args, **kwargs)
        telling = consulting.to_be_told(overview.request, TELLS[self.kind])
        _offer(self.fields["asked"], overview, telling)

    @classmethod
    def begin(cls, overview: Overview, disposition: str) -> Self | None:
        """It says one thing: that it is opened."""
        return super().begin(overview, Disposition.PROVIDED)

    @classmethod
    def _again(cls, overview: Overview, latest: Revision) -> dict[str, Any]:
        draft = overview.request.draft
        return {**super()._again(overview, latest), "asked": draft.asked if draft else None}

    def _to(self) -> str:
        return f"{self._told().name}："

    def _is_person(self) -> bool:
        return self._told().paper != Paper.CREDIT_CODE

    def _told(self) -> Particulars:
        letter = self.cleaned_data["asked"]
        party = next(one.party for one in self.overview.request.askings if one.letter == letter)
        found = Party.objects.select_related("key", "case").get(pk=party)
        return personal.particulars_of(found)

    def _terms(self) -> letters.Terms:
        return replace(super()._terms(), asked=self.cleaned_data["asked"])


class ThirdPartyNotice(_Tells):
    """A third party that objects is told (Art. 32)."""

    kind = LetterKind.THIRD_PARTY_NOTICE


class CoProducerNotice(_Tells):
    """Another organ that objects is told (Art. 34)."""

    kind = LetterKind.CO_PRODUCER_NOTICE


def _offer(field: forms.Field, overview: Overview, offered: Sequence[Consulted]) -> None:
    who = {one.letter: one.who for one in overview.consulted}
    field.choices = [(one.asking.letter, f"{one.name} {who[one.asking.letter]}") for one in offered]
    field.error_messages["required"] = _("请选择一方。")
    if len(offered) == 1:
        field.initial = offered[0].asking.letter


class Received(MoveForm):
    """Whom the letter that asks reached, and when."""

    letter = forms.TypedChoiceField(label=lazy("谁收到了"), coerce=int, widget=forms.RadioSelect)
    on = fields.day(lazy("收到日期"), lazy("签收之日；15 个工作日从下一个工作日起算。"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        _offer(self.fields["letter"], overview, consulting.without_receipt(overview.request))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the receipt."""
        kept = self.cleaned_data
        consult.received(self.overview.case, kept["letter"], people, self._day(), seen)
        return _("收到日期已经登记。")


class Answered(MoveForm):
    """What was answered, and when."""

    letter = forms.TypedChoiceField(label=lazy("谁的意见"), coerce=int, widget=forms.RadioSelect)
    reply = fields.choice(lazy("意见"), REPLY_NAMES.items(), lazy("请选择对方的意见。"))
    words = fields.words(
        lazy("原话和理由"),
        lazy("不同意的理由；部分同意的，同意公开哪些。加密保存，申请人看不到。"),
        rows=4,
    )
    on = fields.day(lazy("收到意见的日期"))
    attachments = fields.Attachments(lazy("书面意见"), lazy("扫描件或照片，可以选多个文件。"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        _offer(self.fields["letter"], overview, consulting.unanswered(overview.request))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the reply."""
        sent = fields.uploads_of(request, "attachments")
        kept = self.cleaned_data
        consult.answered(
            self.overview.case,
            kept["letter"],
            Reply(kept["reply"]),
            kept["words"],
            people,
            sent,
            self._day(),
            seen,
        )
        return _("意见已经登记。")


LETTER_FORMS: Final[Mapping[Move, type[LetterForm]]] = {
    DRAFTS[form.kind]: form for form in (ThirdParty, CoProducer, ThirdPartyNotice, CoProducerNotice)
}
MOVE_FORMS: Final[Mapping[Move, type[MoveForm]]] = {
    Move.CONSULTATION_RECEIVED: Received,
    Move.CONSULTATION_ANSWERED: Answered,
}
