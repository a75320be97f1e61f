"""The own mail address: another is taken once a code that was sent there came back.

What waits for its code lies sealed in the session in which it was asked for, so that neither an
address of a page nor a log has it, and no other session can bring it to an end. The address before
is told, so that a stranger who got in cannot lead a person's mail away unseen.
"""

import json
import secrets
import time
from enum import StrEnum
from typing import Final, NamedTuple

from allauth.account.models import EmailAddress
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from yangguang.agencies.mail import NoSuchAddress, send
from yangguang.agencies.models import Person
from yangguang.casework import sealing

MINUTES: Final = 15
TRIES: Final = 5
DIGITS: Final = 8

_KEPT: Final = "address to confirm"
_BOUND_TO: Final = b"address to confirm"


class Outcome(StrEnum):
    """What became of a code that was typed."""

    CHANGED = "changed"
    WRONG = "wrong"
    OVER = "over"
    """Too late, too often wrong, or nothing waits for a code."""


class Waiting(NamedTuple):
    """An address that waits for its code; `until` in seconds, `left` are the tries."""

    address: str
    code: str
    until: float
    left: int


def ask(session: SessionBase, person: Person, address: str) -> None:
    """Send a code to an address that a person names as theirs. Raises NotSent."""
    code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    send(
        address,
        _("确认邮箱"),
        _(
            "您好：\n\n有人（应该是您本人）要把这个邮箱登记到阳光网站的账号上。"
            "请在 {minutes} 分钟内把下面的数字填到网页里：\n\n{code}\n\n"
            "如果不是您本人操作，不必理会，也不要把数字告诉别人。"
        ).format(minutes=MINUTES, code=code),
    )
    _keep(session, person, Waiting(address, code, time.time() + MINUTES * 60, TRIES))


def waiting(session: SessionBase, person: Person) -> Waiting | None:
    """What waits for its code in this session, and still may."""
    try:
        sealed = sealing.disclosed(session.get(_KEPT, ""), _bound_to(person))
    except sealing.CannotOpen:
        return None
    kept = Waiting(*json.loads(sealed))
    return kept if time.time() < kept.until and kept.left > 0 else None


def confirm(session: SessionBase, person: Person, code: str) -> Outcome:
    """Take the address if the code is the one that was sent there. Raises NotSent.

    The address before is told first: where that cannot be done, nothing changes. Links for a new
    password that went to it open nothing any more.
    """
    kept = waiting(session, person)
    if kept is None:
        return Outcome.OVER
    if not constant_time_compare(kept.code, "".join(code.split())):
        _keep(session, person, kept._replace(left=kept.left - 1))
        return Outcome.WRONG if kept.left > 1 else Outcome.OVER
    _tell_the_one_before(person, kept.address)
    with transaction.atomic():
        # The door keeps addresses too, and would send a link for a new password to an old one.
        EmailAddress.objects.filter(user_id=person.pk).delete()
        person.email = kept.address
        person.save(update_fields=["email"])
    session.pop(_KEPT, None)
    return Outcome.CHANGED


def give_up(session: SessionBase) -> None:
    """Forget what waits."""
    session.pop(_KEPT, None)


def _tell_the_one_before(person: Person, address: str) -> None:
    if not person.email or person.email == address:
        return
    try:
        send(
            person.email,
            _("您账号的邮箱改了"),
            _(
                "您好：\n\n您在阳光网站的账号改用了别的邮箱，以后的邮件不再寄到这里。\n\n"
                "如果不是您本人改的，请马上修改密码，并告诉本单位的系统管理员。"
            ),
        )
    except NoSuchAddress:
        return  # nobody reads there any more; often that is why it is changed


def _keep(session: SessionBase, person: Person, kept: Waiting) -> None:
    session[_KEPT] = sealing.enclosed(json.dumps(kept).encode(), _bound_to(person))


def _bound_to(person: Person) -> bytes:
    return _BOUND_TO + f" {person.pk}".encode()
