"""Fields as the workspace's forms use them: with a label, a hint, and a sentence when empty."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yangguang.casework.attachments import NeedsDecision, Upload
from yangguang.casework.errors import Mistakes

DECIDED = "decided"
"""The box by which someone decides that files marked for internal use are kept."""

STOPPED = "upload.refused"
"""Where the site notes in META the names of files that were stopped at the limit."""


_MOST_FIGURES = 9


def whole_number(typed: str) -> int | None:
    """A number that a page sends back (an id, a place in a ledger); None where it is none.

    Only plain figures, and no more than any such number has.
    """
    is_one = typed.isascii() and typed.isdecimal() and len(typed) <= _MOST_FIGURES
    return int(typed) if is_one else None


class Filled(forms.Form):
    """A form that is filled in: the page says what is missing, not the browser."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        if DECIDED in self.data:
            self._ask_to_decide()

    def take(self, mistakes: Mistakes) -> None:
        """Show what an action found wrong beside the fields that it names."""
        if isinstance(mistakes, NeedsDecision) and DECIDED not in self.fields:
            self._ask_to_decide()
        for name, sentence in mistakes.fields.items():
            self.add_error(name if name in self.fields else None, sentence)

    def _ask_to_decide(self) -> None:
        """A box for files marked for internal use, there only once such a file was met."""
        self.fields[DECIDED] = forms.BooleanField(
            label=_("我看过标有内部字样的文件，决定存入"),
            help_text=_("决定会连同您的姓名记在台账里。请重新选好文件，打勾后再提交。"),
            required=False,
        )


def text(label: Any, hint: Any = "", required: str = "", size: int = 0, **more: Any) -> forms.Field:
    """A line of text; `size` in characters makes the field as wide as its answer."""
    attributes = {"size": str(size)} if size else {}
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(required),
        error_messages={"required": required},
        widget=forms.TextInput(attrs=attributes | more.pop("attrs", {})),
        **more,
    )


def words(
    label: Any, hint: Any = "", required: str = "", rows: int = 5, most: int = 0
) -> forms.Field:
    """Several lines of text; of `most` characters the field takes no more, and the action refuses.

    A form of its own length would count every end of a line twice, as it is sent.
    """
    limit = {"maxlength": str(most)} if most else {}
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(required),
        error_messages={"required": required},
        widget=forms.Textarea(attrs={"rows": rows} | limit),
    )


def day(label: Any, hint: Any = "") -> forms.Field:
    """A day of the calendar."""
    return forms.DateField(
        label=label,
        help_text=hint,
        error_messages={
            "required": _("请填写日期。"),
            "invalid": _("日期要写成 2026-03-13 这样。"),
        },
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )


def number(label: Any, least: int, most: int, hint: Any = "") -> forms.Field:
    """A whole number within bounds."""
    sentence = format_lazy(_("请填 {least} 到 {most} 之间的整数。"), least=least, most=most)
    messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), sentence)
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=least,
        max_value=most,
        error_messages=messages,
        widget=forms.NumberInput(attrs={"min": least, "max": most, "inputmode": "numeric"}),
    )


def choice(
    label: Any, choices: Iterable[tuple[Any, Any]], required: str, hint: Any = "", **more: Any
) -> forms.Field:
    """One of a few, all of them in sight."""
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=list(choices),
        widget=forms.RadioSelect,
        error_messages={"required": required, "invalid_choice": required},
        **more,
    )


def select(label: Any, choices: Iterable[tuple[Any, Any]], required: str = "") -> forms.Field:
    """One of many, in a list."""
    return forms.ChoiceField(
        label=label,
        choices=list(choices),
        required=bool(required),
        error_messages={"required": required, "invalid_choice": required},
    )


def tick(label: Any, required: str) -> forms.Field:
    """Something to confirm."""
    return forms.BooleanField(label=label, error_messages={"required": required})


class ManyFiles(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__(attrs={"multiple": True})


class Attachments(forms.FileField):
    """Several files, or one; the action examines them, so nothing is refused here."""

    def __init__(self, label: Any, hint: Any = "", *, several: bool = True) -> None:
        widget = ManyFiles() if several else forms.FileInput()
        super().__init__(label=label, help_text=hint, required=False, widget=widget)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files as they came."""
        return data


def require_arrived(request: HttpRequest, name: str) -> None:
    """Raise Mistakes where files were stopped at the limit, or the only one is not there."""
    require_none_stopped(request, name)
    if name not in request.FILES:
        raise Mistakes({name: gettext("请选择文件。")})


def require_none_stopped(request: HttpRequest, name: str) -> None:
    """Raise Mistakes where files were stopped at the limit."""
    stopped = request.META.get(STOPPED, ())
    if stopped:
        said = gettext("“{name}”太大，没有收到。请压缩或分开后再传。").format(
            name="”“".join(stopped)
        )
        raise Mistakes({name: said})


def uploads_of(request: HttpRequest, name: str) -> Sequence[Upload]:
    """The files sent under a name. Raises Mistakes for those that were stopped at the limit."""
    require_none_stopped(request, name)
    is_decided = request.POST.get(DECIDED) == "on"
    sent = request.FILES.getlist(name)
    return [Upload(file.name or "", file.read(), is_decided) for file in sent]
