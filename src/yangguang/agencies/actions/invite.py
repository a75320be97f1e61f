"""A way in for someone who has no password yet, or has forgotten it: a link that serves once.

Nobody chooses another's password. Who keeps the site hands over a link; the person sets a password
of their own by it, and a second factor at the first sign-in. The link is a signed text, and stands
nowhere: it is bound to the password that was there when it was made, so that the first that is set
ends it, and so does another link.
"""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core import signing
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from yangguang.agencies import mail, sessions
from yangguang.agencies.models import Person

HOURS: Final = 72
VALID: Final = timedelta(hours=HOURS)
_SALT: Final = "yangguang.agencies.invite"


class Refused(Exception):
    """The password cannot be taken; `sentences` say why."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(f"{len(sentences)} objections to a password")
        self.sentences = sentences


def invite(person: Person) -> str:
    """The whole address of a page that lets the person in, once and within VALID.

    The password that was there, links made before, and all sessions of the person end now.
    """
    person.set_unusable_password()  # with random text in it: another one each time
    person.save(update_fields=["password"])
    sessions.end_all(person)
    token = signing.dumps([person.pk, _bound_to(person)], salt=_SALT)
    return settings.SITE_ADDRESS + reverse("first-password", kwargs={"token": token})


def send(person: Person, link: str) -> None:
    """Send a link to the person's registered address. Raises NotSent."""
    mail.send(
        person.email,
        _("开通阳光网站的账号"),
        _(
            "您好：\n\n您在阳光网站的用户名是 {username}。请在 {hours} 小时之内打开下面的链接，"
            "设置自己的密码；链接只能用一次：\n\n{link}\n\n"
            "工作人员第一次登录时，还要用手机验证器启用两步验证。\n"
            "如果不知道这是怎么回事，请不要打开，并告诉本单位的系统管理员。"
        ).format(username=person.username, hours=HOURS, link=link),
    )


def invited(token: str) -> Person | None:
    """Whom a link lets in; none where it is used, too old, or not ours."""
    try:
        pk, bound_to = signing.loads(token, salt=_SALT, max_age=VALID)
    except signing.BadSignature:
        return None
    person = Person.objects.filter(pk=pk, is_active=True).first()
    if person is None or not constant_time_compare(_bound_to(person), bound_to):
        return None
    return person


def choose_password(person: Person, password: str) -> None:
    """Set the person's own password. Raises Refused."""
    try:
        validate_password(password, person)
    except ValidationError as found:
        raise Refused(list(found.messages)) from None
    person.set_password(password)
    person.save(update_fields=["password"])


def _bound_to(person: Person) -> str:
    return salted_hmac(_SALT, person.password, algorithm="sha256").hexdigest()[:32]
