"""The forms of the door, where ours say more than allauth's."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _


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


def _ask_for_digits(form: forms.Form) -> None:
    form.fields["code"].label = _("验证器上的数字")
    form.fields["code"].widget.attrs |= {"inputmode": "numeric", "size": "12", "autofocus": True}
