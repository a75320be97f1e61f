"""The day's mail to those who are reminded: one each, with numbers, dates, links, and no names.

What someone was told of on a day stands in a table, so that a second run sends nothing; where the
mail server is away, the next run goes on with those who were not told yet.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import repeat
from typing import Final, NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.mail import send_each
from yangguang.agencies.models import Person
from yangguang.casework import moment
from yangguang.inforequests.dispute_record import statement_line
from yangguang.inforequests.models import Reminded, Reminding
from yangguang.inforequests.reminders import Due, Ending, Part, Told, reminders
from yangguang.law.calendar import published
from yangguang.law.clock.words import with_weekday

_TO_CHOOSE: Final = frozenset({Part.SOON, Part.TO_APPROVE})
"""What a person may choose not to be told by mail."""
_NAMED: Final = {
    Part.OVERDUE: lazy("逾期 {count} 件"),
    Part.STATEMENT: lazy("复议诉讼待答 {count} 件"),
    Part.DOUBT: lazy("公开的答复要复核 {count} 件"),
    Part.SOON: lazy("快到期 {count} 件"),
    Part.TO_APPROVE: lazy("公开版待审批 {count} 件"),
    Part.DELEGATION: lazy("代理快结束"),
}
_HEADED: Final = {
    Part.OVERDUE: lazy("已经逾期，请马上办理（第三十三条）："),
    Part.STATEMENT: lazy("复议、诉讼，等本机关提交答复、答辩："),
    Part.DOUBT: lazy("答复被纠正或者重新答复过，公开的还是以前的，请撤下或者写明为什么继续公开："),
    Part.SOON: lazy("快到答复期限："),
    Part.TO_APPROVE: lazy("向社会公开的答复，等您审批："),
    Part.DELEGATION: lazy("代理快结束，还没办完的请交接："),
}


class Done(NamedTuple):
    """How many were told; had no address; were refused by the server; cases without a reader."""

    told: int = 0
    without_address: int = 0
    refused: int = 0
    to_nobody: int = 0


def remind() -> Done:
    """Tell everyone who is to be told today and was not yet; nobody on a day of rest.

    Raises NotSent where the server is away or took a message from nobody's fault of the reader.
    """
    today = moment.today()
    if not published().is_working(today):
        return Done()
    found = reminders(today)
    waiting = _not_told_yet(found.told, today)
    reachable = {one: parts for one, parts in waiting.items() if one.email}
    refused = _send(found.told, reachable, today) if reachable else 0
    return Done(len(reachable) - refused, len(waiting) - len(reachable), refused, found.to_nobody)


def _not_told_yet(told: dict[Person, Told], today: date) -> dict[Person, list[Part]]:
    """Of what each is still to be told today. Two queries."""
    before = set(Reminded.objects.filter(day=today).values_list("person", "part"))
    unwilling = set(Reminding.objects.filter(digest=False).values_list("person", flat=True))
    found = {}
    for person, one in told.items():
        parts = [part for part in one.parts if (person.pk, part.value) not in before]
        if person.pk in unwilling:
            parts = [part for part in parts if part not in _TO_CHOOSE]
        if parts:
            found[person] = parts
    return found


def _send(told: dict[Person, Told], waiting: dict[Person, list[Part]], today: date) -> int:
    """Send; how many addresses the server refused: they are not tried again today."""
    return send_each(
        (_message(person, told[person], parts), partial(_note, person, parts, today))
        for person, parts in waiting.items()
    )


@transaction.atomic
def _note(person: Person, parts: list[Part], today: date) -> None:
    for part in parts:
        Reminded.objects.create(person=person, day=today, part=part, sent_at=moment.now())


def _message(person: Person, told: Told, parts: list[Part]) -> EmailMessage:
    named = [str(_NAMED[part]).format(count=len(told.of(part))) for part in parts]
    return EmailMessage(
        subject=_("办件提醒：{what}").format(what="，".join(named)),
        body="\n".join(_body(told, parts)),
        to=[person.email],
    )


def _body(told: Told, parts: list[Part]) -> Iterator[str]:
    for part in parts:
        yield str(_HEADED[part])
        yield from map(_said, told.of(part), repeat(part))
        yield ""
    yield _("全部办件：{address}").format(address=_address("queue"))
    yield _("要改提醒的方式：{address}").format(address=_address("reminders"))


def _said(one: Due | Ending | str, part: Part) -> str:
    match one:
        case Ending():
            return _ending(one)
        case Due():
            return _statement(one) if part is Part.STATEMENT else _line(one)
    return f"  {one}\n    {_address('case', one)}"


def _statement(due: Due) -> str:
    stands, _weight = statement_line(due.on, moment.today())
    return f"  {due.number}  {stands}\n    {_address('case', due.number)}"


def _line(due: Due) -> str:
    if due.left < 0:
        stands = _("已逾期 {days} 个工作日").format(days=-due.left)
    else:
        stands = _("还剩 {days} 个工作日").format(days=due.left)
    return f"  {due.number}  {with_weekday(due.on)}  {stands}\n    {_address('case', due.number)}"


def _ending(ending: Ending) -> str:
    if ending.is_stand_in:
        said = _("您代理的“{post}”到 {until} 为止，第二天起由本人办理。")
    else:
        said = _("您的“{post}”由别人代理到 {until} 为止，第二天起由您自己办理。")
    return "  " + said.format(post=ending.post, until=with_weekday(ending.until))


def _address(name: str, number: str = "") -> str:
    """A page's whole address; it asks for signing in."""
    return f"{settings.SITE_ADDRESS}{reverse(name, kwargs={'number': number} if number else None)}"
