"""The pages behind a link that serves once: who comes by it sets a password of their own."""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_safe

from yangguang.agencies.access import PUBLIC, access
from yangguang.agencies.actions.invite import Refused, choose_password, invited
from yangguang.signin.record import note_invited

_KEPT: Final = "invited by"


class OwnPassword(forms.Form):
    """A password of one's own, twice."""

    first = forms.CharField(
        label=lazy("新密码"),
        strip=False,
        help_text=lazy("至少 10 个字符，什么字符都可以；一句只有您想得到的话最好记。"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "autofocus": True}),
    )
    second = forms.CharField(
        label=lazy("再填一遍"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_second(self) -> str:
        """The same as the first."""
        second: str = self.cleaned_data["second"]
        if "first" in self.cleaned_data and self.cleaned_data["first"] != second:
            raise forms.ValidationError(_("两遍不一样，请再填一次。"))
        return second


@access(PUBLIC)
@require_safe
def take(request: HttpRequest, token: str) -> HttpResponse:
    """Keep what the link holds in the session: the page that follows has it not in its address."""
    if invited(token):  # what opens nothing writes nothing
        request.session[_KEPT] = token
    return redirect("first-password-choose")


@access(PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Take the password of who came by the link; they then come in by the door as ever."""
    person = invited(request.session.get(_KEPT, ""))
    if person is None:
        request.session.pop(_KEPT, None)
        return render(request, "signin/first_password_over.html")
    form = OwnPassword(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            choose_password(person, form.cleaned_data["first"])
        except Refused as found:
            form.add_error("first", found.sentences)
        else:
            request.session.pop(_KEPT, None)
            note_invited(person)
            messages.success(request, _("密码设置好了，请用它登录。"))
            return redirect("account_login")
    return render(request, "signin/first_password.html", {"form": form, "person": person})
