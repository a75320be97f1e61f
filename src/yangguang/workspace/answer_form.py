"""The answer as it is edited: by its outcome, for one request or for several handled together."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework.attachments import Upload, content_of, name_of
from yangguang.casework.models import Case
from yangguang.inforequests import jointly
from yangguang.inforequests import overview as overviews
from yangguang.inforequests.actions.draft_jointly import Own, draft_jointly
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.overview import Overview
from yangguang.workspace import fields
from yangguang.workspace.letter_forms import LetterForm


class Answer(LetterForm):
    """The answer, by its outcome."""

    kind = LetterKind.ANSWER

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        if jointly.can_be_shared(self.disposition):
            self._offer_those_beside(jointly.beside(overview.request))

    def clean(self) -> dict:
        """An answer has an outcome."""
        kept = super().clean() or {}
        if self.disposition is None:
            self.add_error(None, _("请先选择处理结果。"))
        return kept

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Write the revision, and those of the others that were ticked."""
        chosen = self.cleaned_data.get(jointly.FIELD)
        if not chosen:
            return super().make(request, people, seen)
        case, uploads = self.overview.case, fields.uploads_of(request, "attachments")
        enclosures = self._kept_enclosures()
        again = [
            Upload(name_of(one), content_of(one), request.POST.get(fields.DECIDED) == "on")
            for one in enclosures
        ]
        others = [
            Own(one, self._words_for(one, people), [*again, *uploads])
            for one in Case.objects.filter(pk__in=chosen).order_by("pk")
        ]
        own = Own(case, self._words(), uploads, enclosures)
        draft_jointly(own, others, self._terms(), people, seen)
        numbers = "、".join(one.case.number for one in others)
        said = _("文书已经保存，也存为 {numbers} 的草稿。每件都要核对、送审、印发。")
        return said.format(numbers=numbers)

    def _words_for(self, other: Case, people: Standing) -> dict[str, Any]:
        assert self.disposition is not None
        kept = self.cleaned_data
        written = jointly.Written(
            self.disposition, kept["title"], kept["body"], self._as_told(), self._contest()
        )
        return jointly.words(self.overview, overviews.of(other, people), written)

    def _offer_those_beside(self, beside: Sequence[jointly.Beside]) -> None:
        able = [one for one in beside if not one.objection]
        if not able:
            return
        said = _(
            "打勾的那几件，处理结果、填写的内容、正文和附件相同；主送和开头按各件自己的申请写。"
            "各件分别送审、分别印发。"
        )
        cannot = [f"{one.case.number}（{one.objection}）" for one in beside if one.objection]
        if cannot:
            said += _("现在不能一起存的：{those}").format(those="、".join(cannot))
        replaced = _("{number}（已经有草稿，会换成这一份）")
        self.fields[jointly.FIELD] = forms.TypedMultipleChoiceField(
            label=_("同时作为并案各件的草稿"),
            help_text=said,
            choices=[
                (
                    one.case.pk,
                    replaced.format(number=one.case.number) if one.has_draft else one.case.number,
                )
                for one in able
            ],
            coerce=int,
            required=False,
            error_messages={"invalid_choice": _("打勾的几件里，有的情况变了，请看过再勾。")},
            widget=forms.CheckboxSelectMultiple,
        )
