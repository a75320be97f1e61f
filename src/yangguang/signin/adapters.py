"""How the door behaves here: its words, its secrets, who may do without a second factor."""

import base64
import time
from typing import Any, ClassVar, Final

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from yangguang.agencies.capabilities import standing
from yangguang.casework import moment, sealing
from yangguang.signin.models import SecondFactorKey

_SAID: Final = {
    "account/messages/password_changed.txt": _("密码已经改好，请用新密码重新登录。"),
    "mfa/messages/totp_activated.txt": _("两步验证已经启用。"),
    "mfa/messages/totp_deactivated.txt": _("两步验证已经停用。"),
}
"""What is worth saying after something was done; the rest shows by itself."""


_PLACE: Final = b"second factor"


class Door(DefaultAccountAdapter):
    """Signing in and out."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("这个账号已经停用，请联系本单位的系统管理员。"),
        "username_password_mismatch": _("用户名和密码对不上。请检查大小写，或者重设密码。"),
        "too_many_login_attempts": _("试错的次数太多，请过 5 分钟再试，或者重设密码。"),
        "rate_limited": _("试得太频繁了，请过几分钟再试。"),
        "incorrect_password": _("密码不对，请再试一次。"),
        "incorrect_code": _("验证码不对，或者已经过期。请填验证器上现在的 6 位数字。"),
        "enter_current_password": _("当前密码不对，请再填一次。"),
        "invalid_password_reset": _("这个重设链接已经失效，请重新申请一个。"),
        "username_taken": _("这个用户名已经有人用了，请换一个。"),
    }

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:
        """Who has just come through the door need not show the password again."""
        return super().is_reauthentication_required(app=app) and not _has_just_come(context.request)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say only what is worth saying."""
        said = message or _SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, said, extra_tags=extra_tags)


def _has_just_come(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    latest = max((record["at"] for record in records), default=0.0)
    return time.time() - latest < app_settings.REAUTHENTICATION_TIMEOUT


class OtherDoors(DefaultSocialAccountAdapter):
    """Signing in by a provider: the person is known there, and by their name."""

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        """What the provider says of a person who comes for the first time."""
        person = super().populate_user(request, sociallogin, data)
        person.name = (data.get("name") or "")[:60]
        return person


class SecondFactors(DefaultMFAAdapter):
    """The second factor: its secrets sealed, and kept by staff."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": Door.error_messages["incorrect_code"],
        "cannot_delete_authenticator": _(
            "工作人员必须使用两步验证，不能停用；换手机时请重新绑定。"
        ),
    }

    def encrypt(self, text: str) -> str:
        """A secret, sealed."""
        sealed = sealing.seal(_key(), text.encode(), _PLACE)
        return base64.b64encode(sealed).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again. Raises CannotOpen."""
        return sealing.unseal(_key(), base64.b64decode(encrypted_text), _PLACE).decode()

    def build_totp_svg(self, url: str) -> str:
        """The code to scan, to stand in a page."""
        picture = super().build_totp_svg(url)
        return picture[picture.index("<svg") :]

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Staff keep theirs."""
        return not standing(authenticator.user, moment.today()).is_staff


def _key() -> bytes:
    """The key of the secrets; made if there is none yet."""
    kept = SecondFactorKey.objects.first()
    if kept is None:
        wrapped, master = sealing.wrap(sealing.new_key())
        # Another who came at the same moment made the one that holds.
        kept, _ = SecondFactorKey.objects.get_or_create(
            only=True, defaults={"wrapped": wrapped, "master": master}
        )
    return sealing.unwrap(bytes(kept.wrapped), kept.master)
