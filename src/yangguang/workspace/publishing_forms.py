"""What is to be filled in to open an answer to everyone, and what is shown to who decides on it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.casework import traces
from yangguang.casework.attachments import Upload
from yangguang.casework.digests import digest
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models.approval import Decision
from yangguang.casework.traces import TRACE_NAMES, Part, Trace
from yangguang.inforequests import public_answers, public_files
from yangguang.inforequests.actions import publish, unpublish
from yangguang.inforequests.overview import Overview
from yangguang.inforequests.public_answers import VersionShown
from yangguang.inforequests.public_files import Checked
from yangguang.workspace import fields
from yangguang.workspace.deciding_form import DecidingForm
from yangguang.workspace.move_form import CHECK_FIRST, FOR_GOOD, MoveForm
from yangguang.workspace.rows import shortened

_CONCEAL: Final = "conceal"
_KEEP: Final = "keep_"
_LOOKED: Final = "looked_"


class OfferToAll(MoveForm):
    """The version for the public, from the answer; what tells of a person is marked."""

    template = "workspace/offer.html"
    shows_letter = True

    title = fields.text(lazy("标题"), lazy("让人一看就知道是什么信息。"), size=36)
    asked = fields.words(lazy("问"), lazy("申请公开的是什么。"), rows=3)
    answered = fields.words(lazy("答"), lazy("一行一段。"), rows=10)
    files = forms.TypedMultipleChoiceField(
        label=lazy("随答复发出的附件"),
        help_text=lazy("打勾的一起公开。公开的是副本，作者等属性会去掉。"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    attachments = fields.Attachments(
        lazy("另外上传公开用的附件"), lazy("比如去掉了个人信息的版本，可以选多个文件。")
    )

    def __init__(self, overview: Overview, data: Any = None, *args: Any, **kwargs: Any) -> None:
        self.names, nothing = frozenset[str](), ""
        try:
            self.names = publish.names_in(overview.case)
        except NotAllowed as why:
            nothing = str(why)
        if data is not None and _CONCEAL in data:
            said = {name: str(data.get(name, "")) for name in publish.PARTS}
            masked: dict[str, Any] = {
                name: traces.concealed(one, self.names) for name, one in said.items()
            }
            masked["files"] = data.getlist("files")
            data, args, kwargs["initial"] = None, (), masked
        kwargs.setdefault("initial", _from_the_answer(overview))
        super().__init__(overview, data, *args, **kwargs)
        self.nothing = nothing
        self.kept: dict[str, str] = {}
        self.looked: dict[str, Checked] = {}
        for name in publish.PARTS:
            self.fields[name].required = False  # the action says what is missing
        self.copies, self.refused = self._copies()
        if self.files:  # the browser has forgotten them, should the page be shown again
            self.fields["attachments"].help_text = _("文件没有存下，请重新选好再送审。")
        self._ask_why_they_stay()
        self._ask_to_look()

    def _copies(self) -> tuple[list[Checked], dict[str, list[str]]]:
        """Copies of what was chosen and sent; and why others cannot be open to all, by field."""
        self._offer_enclosures()
        found: list[Checked] = []
        refused: dict[str, list[str]] = {}
        for look, upload, name in self._looks():
            try:
                found.append(look(upload, self.names))
            except Mistakes as mistakes:
                refused.setdefault(name, []).extend(mistakes.fields.values())
        return found, refused

    def _offer_enclosures(self) -> None:
        self.enclosed = {
            str(one.pk): one
            for one in public_files.enclosures(self.overview.request.answer)
            if one.key.destroyed_at is None
        }
        names = {str(one.pk): one.name for one in self.overview.files}
        self.fields["files"].choices = [(pk, names[pk]) for pk in self.enclosed]
        if not self.enclosed:
            del self.fields["files"]

    def _looks(self) -> Iterator[tuple[Callable[..., Checked], Upload, str]]:
        """By what way each file is looked into, the file, and the field that it came by."""
        chosen = self.data.getlist("files") if self.is_bound else []
        for pk in chosen[: public_files.MOST]:
            upload = public_files.upload_of(self.enclosed[pk]) if pk in self.enclosed else None
            if upload:
                yield public_files.checked, upload, "files"
        for one in self.files.getlist("attachments")[: public_files.MOST] if self.files else []:
            yield public_files.sent, Upload(one.name or "", one.read()), "attachments"

    def _ask_to_look(self) -> None:
        for one in self.copies:
            if one.unread:
                name = _LOOKED + one.digest[:12]
                said = _("我打开看过“{name}”（{why}），没有不该公开的个人信息")
                self.fields[name] = fields.tick(said.format(name=one.came_as, why=one.unread), "")
                self.fields[name].required = False  # the action says what is missing
                self.looked[name] = one

    def _ask_why_they_stay(self) -> None:
        for kind, words in self._traces():
            name = _KEEP + digest(words.encode())[:12]
            if name not in self.fields:
                label = _("{kind}：{words}").format(kind=TRACE_NAMES[kind], words=words)
                hint = _("不写保留的理由，就要从上面去掉。")
                if words not in self._typed():
                    hint = _("不写保留的理由，就不要选里面有它的附件。")
                self.fields[name] = fields.text(label, hint, size=30)
                self.kept[name] = words

    def _traces(self) -> list[tuple[Trace, str]]:
        stretches = (one for _label, some in self.marked() for one in some)
        in_words = [(one.kind, one.words) for one in stretches if one.kind]
        return [*in_words, *(trace for one in self.copies for trace in one.found)]

    def marked(self) -> list[tuple[str, list[Part]]]:
        """Each part with its label, as stretches of which some are marked."""
        return [
            (str(self.fields[name].label), traces.parts(self._words(name), self.names))
            for name in publish.PARTS
        ]

    def _typed(self) -> str:
        return "\n".join(self._words(name) for name in publish.PARTS)

    def has_marked_words(self) -> bool:
        """Whether anything is marked in the words themselves."""
        return any(one.kind for _label, some in self.marked() for one in some)

    def has_traces(self) -> bool:
        """Whether anything is marked."""
        return bool(self.kept)

    def _words(self, name: str) -> str:
        return str(self[name].value() or "")

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Send it for approval."""
        given = self.cleaned_data
        reasons = {words: given.get(name, "") for name, words in self.kept.items()}
        said = {name: given.get(name, "") for name in publish.PARTS}
        looked = frozenset(
            one.digest for name, one in self.looked.items() if given.get(name, False)
        )
        fields.require_none_stopped(request, "attachments")
        if self.refused:
            raise Mistakes({name: "".join(why) for name, why in self.refused.items()})
        version = publish.Version(**said, reasons=reasons, files=self.copies, looked=looked)
        publish.offer(self.overview.case, version, people, seen)
        return _("公开版已经送审。")


def _from_the_answer(overview: Overview) -> Mapping[str, str]:
    """What a version begins with: what was asked, and the answer without its remedy clause."""
    answer = overview.letter(overview.request.answer) if overview.request.answer else None
    kept = answer.latest.kept if answer else {}
    wanted = str(overview.asked.get("wanted", ""))
    said = (str(kept.get(part, "")) for part in ("body", "following"))
    return {
        "title": shortened(wanted),
        "asked": wanted,
        "answered": "\n".join(one for one in said if one),
    }


class _OfVersion(MoveForm):
    """A move over the version that was sent for approval: it stands above the form."""

    template = "workspace/offer.html"

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        self.version: VersionShown | None = public_answers.version(overview.request.public)


class DecideOffer(_OfVersion, DecidingForm):
    """Agree to the version, or return it with a reason."""

    def over(self, overview: Overview) -> str:
        """The digest of the version."""
        return overview.request.public.digest if overview.request.public else ""

    def decide(
        self, decision: Decision, digest: str, comment: str, people: Standing, seen: int | None
    ) -> None:
        """Decide on the version."""
        publish.decide(self.overview.case, decision, digest, people, comment, seen)


class Publish(_OfVersion):
    """Open it to everyone."""

    checked = fields.tick(lazy("我已经核对，里面没有不该公开的个人信息"), CHECK_FIRST)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Publish."""
        publish.publish(self.overview.case, people, seen)
        return _("已经向社会公开。")


class Unpublish(MoveForm):
    """Take it back, and say why; where it is to be looked at again, it may be left open instead."""

    template = "workspace/offer.html"

    what = fields.choice(
        lazy("怎么办"),
        [("take_back", lazy("撤下")), ("keep", lazy("继续公开"))],
        lazy("请选择撤下还是继续公开。"),
    )
    reason = fields.words(
        lazy("原因"),
        lazy(
            "撤下的，原因会显示在原来的网页上，不要写个人信息；继续公开的，原因只在单位内部可见。"
        ),
        rows=2,
    )
    checked = fields.tick(lazy("我已经核对"), CHECK_FIRST)

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        shown = public_answers.of_case(overview.case)
        self.version = public_answers.as_shown(shown) if shown else None
        if overview.request.public_doubt is None:
            del self.fields["what"]
            self.fields["reason"].label = _("撤下的原因")
            self.fields["reason"].help_text = _("会显示在原来的网页上，不要写个人信息。")
            self.fields["checked"].label = FOR_GOOD

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Withdraw, or keep."""
        reason = self.cleaned_data["reason"]
        if self.cleaned_data.get("what") == "keep":
            unpublish.keep(self.overview.case, reason, people, seen)
            return _("已经记下，继续公开。")
        unpublish.unpublish(self.overview.case, reason, people, seen)
        return _("已经撤下，网页上写着撤下的原因。")
