"""The forms of the door, where ours say more than allauth's."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from yangguang.agencies.models import Person


class SignIn(LoginForm):
    """User name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocapitalize"] = "none"
        self.fields["password"].help_text = ""
        self.fields["password"].label = _("密码")


class Activate(ActivateTOTPForm):
    """The first digits of a new authenticator."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_digits(self)


class Authenticate(AuthenticateForm):
    """The digits, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_digits(self)


class Again(ReauthenticateForm):
    """The digits once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_digits(self)


class NewAddress(forms.Form):
    """Another mail address."""

    address = forms.EmailField(
        label=_("新的邮箱"),
        max_length=Person._meta.get_field("email").max_length,
        error_messages={"invalid": _("邮箱写得不对，应当像 name@example.gov.cn 这样。")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True}),
    )


class Code(forms.Form):
    """The digits that were sent to it."""

    code = forms.CharField(
        label=_("邮件里的数字"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "size": "12",
                "autofocus": True,
            }
        ),
    )


def _ask_for_digits(form: forms.Form) -> None:
    form.fields["code"].label = _("验证器上的数字")
    form.fields["code"].widget.attrs |= {"inputmode": "numeric", "size": "12", "autofocus": True}
