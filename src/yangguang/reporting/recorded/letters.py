"""Letters that went out in a year beside the answers, and answers that were opened to all."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final, NamedTuple

from django.db.models import Q

from yangguang.agencies.models import Agency
from yangguang.inforequests.events import What
from yangguang.inforequests.models import PublicAnswer
from yangguang.reporting.compiling.entries import entries
from yangguang.reporting.compiling.facts import Era, era, first_day, last_day
from yangguang.reporting.recorded.figure import Recorded
from yangguang.reporting.topics import Topic

_LETTERS: Final = {
    What.EXTENDED: Recorded(
        "letter.extended",
        "延期答复告知",
        Topic.PERIODS,
        "年内发出的延长答复期限告知书（第三十三条）。",
        said="发出延期答复告知",
    ),
    What.CORRECTION_ASKED: Recorded(
        "letter.correction",
        "补正告知",
        Topic.PERIODS,
        "年内发出的补正告知书（第三十条）。",
        said="发出补正告知",
    ),
    What.THIRD_PARTY_ASKED: Recorded(
        "letter.third_party",
        "征求第三方意见",
        Topic.PERIODS,
        "年内发出的征求第三方意见书（第三十二条），一位第三方一件。",
    ),
    What.CO_PRODUCER_ASKED: Recorded(
        "letter.co_producer",
        "征求其他机关意见",
        Topic.PERIODS,
        "年内发出的征求其他机关意见函（第三十四条），一个机关一件。",
    ),
}
_OPENED: Final = Recorded(
    "opened",
    "答复转为主动公开",
    Topic.OPENNESS,
    "年内向社会公开的答复（第四十四条），后来撤下的也算。",
)


class _Sent(NamedTuple):
    """A letter, or an answer opened to all: what was done, and the id of the case."""

    what: What
    case: int


class Letters:
    """The source of these figures."""

    figures: tuple[Recorded, ...] = (*_LETTERS.values(), _OPENED)

    def values(self, agency: Agency, year: int, known_at: datetime) -> Mapping[str, Decimal]:
        """By the day on which each went out."""
        sent = Counter(one.what for one in _sent(agency, year, known_at))
        sent.update(one.what for one in _opened(agency, year, known_at))
        return {one.id: Decimal(sent[what]) for what, one in _BY_KIND.items()}

    def cases(self, id: str, agency: Agency, year: int, known_at: datetime) -> list[int]:
        """A case from which two letters of the kind went is there twice."""
        find = _opened if id == _OPENED.id else _sent
        return [one.case for one in find(agency, year, known_at) if _BY_KIND[one.what].id == id]


_BY_KIND: Final = {**_LETTERS, What.PUBLISHED: _OPENED}


def _sent(agency: Agency, year: int, known_at: datetime) -> Iterator[_Sent]:
    # The parts of what was split keep what their parent sent: it counts where it was sent.
    still_open = Q(closed_on__isnull=True) | Q(closed_on__gte=first_day(year))
    having = still_open & Q(received_on__lte=last_day(year))
    yield from _in_year(agency, having, tuple(_LETTERS), year, known_at)


def _opened(agency: Agency, year: int, known_at: datetime) -> Iterator[_Sent]:
    rows = PublicAnswer.objects.filter(
        agency=agency, published_on__range=(first_day(year), last_day(year))
    )
    once = dict.fromkeys(
        _in_year(agency, Q(case__in=rows.values("case")), (What.PUBLISHED,), year, known_at)
    )
    yield from once


def _in_year(
    agency: Agency, having: Q, kinds: Collection[What], year: int, known_at: datetime
) -> Iterator[_Sent]:
    for case, events in entries(agency, having, kinds, known_at):
        for event in events:
            if era(event.occurred_on, year) is Era.DURING:
                yield _Sent(What(event.kind), case)
