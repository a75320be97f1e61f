"""Sending notices: one mail a person, what was sent before left out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from yangguang.agencies.mail import send_each
from yangguang.agencies.models import Person
from yangguang.casework import moment
from yangguang.inforequests.models import Reminding
from yangguang.reporting.models import Told
from yangguang.reporting.reminding.notice import Notice


class Sent(NamedTuple):
    """How many people were told; have no address; were refused by the mail server."""

    told: int = 0
    without_address: int = 0
    refused: int = 0

    def __str__(self) -> str:
        said = [_("提醒了 {count} 人。").format(count=self.told)]
        if self.without_address:
            said.append(
                _("{count} 人的账号没有邮箱，没有提醒。").format(count=self.without_address)
            )
        if self.refused:
            said.append(_("{count} 人的邮箱被邮件服务器拒收。").format(count=self.refused))
        return "".join(said)


def send(notices: Iterable[Notice]) -> Sent:
    """Send what was not sent yet. Raises NotSent: what did not leave is sent the next time."""
    waiting = _not_told_yet(list(notices))
    reachable = {one: theirs for one, theirs in waiting.items() if one.email}
    refused = send_each(_messages(reachable)) if reachable else 0
    return Sent(len(reachable) - refused, len(waiting) - len(reachable), refused)


def _not_told_yet(notices: Sequence[Notice]) -> dict[Person, list[Notice]]:
    """What each is still to be told. Two queries, of the keys that are asked for."""
    if not notices:
        return {}
    keys = {one.key for one in notices}
    before = set(Told.objects.filter(key__in=keys).values_list("person", "key"))
    unwilling = set(Reminding.objects.filter(digest=False).values_list("person", flat=True))
    found: dict[Person, dict[str, Notice]] = {}
    for one in notices:
        is_wanted = one.is_pressing or one.person.pk not in unwilling
        if is_wanted and (one.person.pk, one.key) not in before:
            found.setdefault(one.person, {})[one.key] = one
    return {person: list(theirs.values()) for person, theirs in found.items()}


def _messages(
    waiting: dict[Person, list[Notice]],
) -> Iterator[tuple[EmailMessage, "partial[None]"]]:
    for person, notices in waiting.items():
        yield _message(person, notices), partial(_note, person, notices)


@transaction.atomic
def _note(person: Person, notices: Sequence[Notice]) -> None:
    for one in notices:
        Told.objects.create(person=person, key=one.key, at=moment.now())


def _message(person: Person, notices: Sequence[Notice]) -> EmailMessage:
    titles = list(dict.fromkeys(one.title for one in notices))
    words = [f"  {one.words}\n" for one in notices]
    how = _("要改提醒的方式：{address}").format(
        address=settings.SITE_ADDRESS + reverse("reminders")
    )
    return EmailMessage(
        subject=_("年报提醒：{what}").format(what=_("，").join(titles)),
        body="\n".join([*words, how]),
        to=[person.email],
    )
