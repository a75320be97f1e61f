"""Letters edited as plain fields: outcome, what the law asks for, title, addressee, paragraphs."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any, ClassVar, Final, Self

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Attachment
from yangguang.inforequests import composing, evidence, grounds, holders, lapsing, notices
from yangguang.inforequests.actions import letters
from yangguang.inforequests.contesting import places
from yangguang.inforequests.correspondence import Revision
from yangguang.inforequests.events import LetterKind, Way
from yangguang.inforequests.moves import DRAFTS, Move
from yangguang.inforequests.names import WAY_NAMES
from yangguang.inforequests.overview import Overview, due_if_extended, facts
from yangguang.law import periods
from yangguang.law.dispositions import RULES, Disposition
from yangguang.law.remedies import NoPlaces
from yangguang.workspace import fields
from yangguang.workspace.evidence_fields import field_for

FILLED: Final = "filled_"
"""Before the name of what is filled in, in the name of its field."""
_GROUPS: Final = {
    "granted": lazy("予以公开"),
    "partially_granted": lazy("部分公开"),
    "denied": lazy("不予公开"),
    "unable": lazy("无法提供"),
    "unprocessed": lazy("不予处理"),
    "other": lazy("其他处理"),
}
"""The groups of Table 3, in print order."""


class LetterForm(fields.Filled):
    """A letter as it is edited; `begin` gives it prefilled from the law, or from the draft."""

    template = "workspace/draft.html"
    shows_letter: ClassVar[bool] = False
    kind: ClassVar[LetterKind]

    title = fields.text(lazy("标题"), required=lazy("请填写标题。"), size=36)
    addressee = fields.text(lazy("主送"), required=lazy("请填写主送的人或单位。"), size=24)
    body = fields.words(
        lazy("正文"),
        lazy("一行一段。上面填写的各项和救济途径会自动接在正文后面。"),
        lazy("请填写正文。"),
        rows=7,
    )
    attachments = fields.Attachments(lazy("附件"), lazy("随文书一起送达。可以选多个文件。"))

    def __init__(
        self, overview: Overview, *args: Any, disposition: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.overview = overview
        self.disposition = _known(self.data.get("disposition", "") or disposition)
        for one in self._asked():
            needed = grounds.if_unstated(one, overview.request)
            field = field_for(one, overview.case.agency_id, needed)
            self.fields[FILLED + one.name] = field
        self.fields["disposition"] = forms.CharField(widget=forms.HiddenInput, required=False)
        self.fields["disposition"].initial = self.disposition or ""
        self._offer_enclosures()
        self.order_fields(self._order())

    @classmethod
    def begin(cls, overview: Overview, disposition: str) -> Self | None:
        """The form to start from; None where the outcome has to be chosen first."""
        draft = overview.draft
        latest = draft.latest if draft and draft.kind is cls.kind else None
        chosen = disposition or (str(latest.terms.get("disposition", "")) if latest else "")
        if cls.kind is LetterKind.ANSWER and _known(chosen) is None:
            return None
        if latest and latest.terms.get("disposition", "") == chosen:
            return cls(overview, disposition=chosen, initial=cls._again(overview, latest))
        return cls(overview, disposition=chosen, initial=cls._afresh(overview, _known(chosen)))

    @classmethod
    def _again(cls, overview: Overview, latest: Revision) -> dict[str, Any]:
        """What the draft has."""
        kept = latest.kept
        filled = {FILLED + name: value for name, value in kept.get("facts", {}).items()}
        return {
            **{name: kept.get(name, "") for name in ("title", "addressee", "body")},
            **latest.terms,
            **filled,
            "keep": [one.pk for one in latest.enclosures],
        }

    @classmethod
    def _afresh(cls, overview: Overview, disposition: Disposition | None) -> dict[str, Any]:
        """What the law and the facts give."""
        known = facts(overview)
        asked = composing.particulars(cls.kind, disposition)
        begun = evidence.begun(asked, overview.on, overview.handler)
        return {
            **{FILLED + name: value for name, value in begun.items()},
            "title": composing.title(cls.kind, disposition),
            "addressee": composing.addressee(known),
            "body": composing.lead(cls.kind, known, disposition),
            "days": periods.EXTENSION,
            "correction_days": overview.case.agency.rules.correction_days,
            "way": Way.ELECTRONIC,
        }

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Write the revision. Raises NotAllowed, Mistakes."""
        letters.draft(
            self.overview.case,
            self.kind,
            self._words(),
            self._terms(),
            people,
            self._kept_enclosures(),
            seen,
            fields.uploads_of(request, "attachments"),
        )
        return _("文书已经保存，核对后可以送审。")

    def take(self, mistakes: Mistakes) -> None:
        """Show what the action found wrong; a fact stands in the field that was filled in."""
        super().take(
            type(mistakes)(  # of their kind: some take a decision
                {
                    FILLED + name if FILLED + name in self.fields else name: sentence
                    for name, sentence in mistakes.fields.items()
                }
            )
        )

    def rule(self) -> Any:
        """What the law says of the outcome, for the page."""
        return RULES[self.disposition] if self.disposition else None

    def _terms(self) -> letters.Terms:
        kept = self.cleaned_data
        return letters.Terms(
            self.disposition,
            kept.get("days"),
            kept.get("correction_days"),
            way=Way(kept.get("way") or Way.ELECTRONIC),
            facts=self._filled(),
        )

    def _filled(self) -> dict[str, str]:
        return {
            one.name: str(self.cleaned_data.get(FILLED + one.name) or "") for one in self._asked()
        }

    def _asked(self) -> tuple[evidence.Particular, ...]:
        return grounds.asked(self.kind, self.disposition, self.overview.request)

    def _words(self) -> dict[str, Any]:
        kept = self.cleaned_data
        facts, granted, told = self._facts(), self._granted(), self._as_told()
        following = composing.sentences(self.kind, facts, granted, told)
        return composing.words(kept["title"], self._to(), kept["body"], following, self._contest())

    def _contest(self) -> str:
        """Where the letter can be contested, as it says so."""
        agency, on = self.overview.case.agency, self.overview.on
        try:
            return composing.remedy(self.kind, self.disposition, on, places(agency, on))
        except NoPlaces as why:
            raise NotAllowed(str(why)) from None

    def _as_told(self) -> dict[str, str]:
        """What was filled in, as the letter says it."""
        filled = self._filled()
        if "holder" in filled:
            filled["holder"] = holders.as_told(filled["holder"])
        return filled

    def _facts(self) -> composing.Facts:
        """What the letter needs to know of its request, and of whom it is written to."""
        return facts(self.overview)

    def _to(self) -> str:
        """The line that says to whom it is written."""
        return str(self.cleaned_data["addressee"])

    def _granted(self) -> composing.Terms:
        """What the letter says that it grants or sets."""
        kept, overview = self.cleaned_data, self.overview
        days = kept.get("days")
        until = due_if_extended(overview.request, days, overview.on) if days else None
        restarts = not notices.why_it_stops_nothing(overview.request, overview.on)
        return composing.Terms(self.disposition, days, kept.get("correction_days"), until, restarts)

    def _offer_enclosures(self) -> None:
        every = self.overview.files
        own = [one for one in every if not (one.tells_of_a_party or one.is_for_all)]
        if own:
            self.fields["keep"] = forms.TypedMultipleChoiceField(
                label=_("已经上传的附件"),
                help_text=_("打勾的随文书送达。"),
                choices=[(one.pk, one.name) for one in own],
                coerce=int,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    def _kept_enclosures(self) -> list[Attachment]:
        kept = self.cleaned_data.get("keep") or []
        return list(Attachment.objects.filter(case=self.overview.case, pk__in=kept).order_by("pk"))

    def _order(self) -> list[str]:
        filled = [name for name in self.fields if name.startswith(FILLED)]
        return ["days", "correction_days", *filled, "title", "addressee", "body", "way"]


class Correction(LetterForm):
    """What to correct, and by when."""

    kind = LetterKind.CORRECTION
    correction_days = fields.number(
        lazy("补正期限（工作日）"), 1, 60, lazy("告知书发出的次日起算；截止日期在印发时写进文书。")
    )
    way = fields.choice(lazy("送达方式"), WAY_NAMES.items(), lazy("请选择送达方式。"))

    @classmethod
    def _afresh(cls, overview: Overview, disposition: Disposition | None) -> dict[str, Any]:
        """With what is known to be missing."""
        found = super()._afresh(overview, disposition)
        if overview.lacks_authority:
            found[FILLED + "asked"] = _(
                "申请人签名或者盖章的授权委托书；监护人代办的，监护关系的证明。"
            )
        return found


class Extension(LetterForm):
    """By how much, and why."""

    kind = LetterKind.EXTENSION
    days = fields.number(
        lazy("延长多少个工作日"), 1, periods.EXTENSION, lazy("最多 20 个工作日，只能延长一次。")
    )
    way = fields.choice(lazy("送达方式"), WAY_NAMES.items(), lazy("请选择送达方式。"))


class Lapse(LetterForm):
    """The request is taken as dropped."""

    kind = LetterKind.LAPSE
    way = fields.choice(lazy("送达方式"), WAY_NAMES.items(), lazy("请选择送达方式。"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        kwargs["disposition"] = lapsing.end(overview.request)
        super().__init__(overview, *args, **kwargs)

    @classmethod
    def begin(cls, overview: Overview, disposition: str) -> Self | None:
        """As what it lapses follows from what is awaited."""
        return super().begin(overview, lapsing.end(overview.request))


LETTER_FORMS: Final[Mapping[Move, type[LetterForm]]] = {
    DRAFTS[form.kind]: form for form in (Correction, Extension, Lapse)
}


def choose_disposition(overview: Overview) -> dict[str, Any]:
    """For the page on which an answer's outcome is chosen: by group, with article and objection."""
    offered = [one for one in Disposition if one not in composing.NOT_BY_LETTER]
    grouped = groupby(offered, lambda one: RULES[one].row.value.partition(".")[0])
    return {
        "overview": overview,
        "offer": overview.offer(Move.DRAFT_ANSWER),
        "groups": [
            (
                _GROUPS[name],
                [(one, RULES[one], grounds.objection(one, overview.request)) for one in members],
            )
            for name, members in grouped
        ],
    }


def _known(value: str) -> Disposition | None:
    return Disposition(value) if value in set(Disposition) else None
