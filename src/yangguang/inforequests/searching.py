"""Finding a request by what is sealed: by words of what is asked, or by who asks.

There is no index of anyone's words: the texts of the cases at hand are opened and looked through,
the newest first, as many as is bearable at once. A name or a paper's number is found whole, through
the blind index, and only where one may open such data: to find somebody is to learn of them.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q, QuerySet

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework import personal, sealing
from yangguang.casework.models import CaseState, CaseText, PartyIndex
from yangguang.law import identity

MOST: Final = 2_000
"""Cases whose words are looked through at once: about half a second."""
LONGEST: Final = 100
"""Characters that are looked for."""

_LOOKED_THROUGH: Final = ("request", "correction")
"""The kinds of text: what is asked, and how it was corrected."""
_SAID: Final = ("wanted", "purpose")
"""The parts of a request in which the applicant speaks freely."""
_AT_ONCE: Final = 500
_NUMBER: Final = re.compile(r"20\d\d-\d{0,6}(-\d{0,6})?|\d{1,5}-\d{5,6}|\d{1,6}")
"""What can be a part of a request's number: neither a telephone's nor a paper's."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the ids of cases.

    The words of `looked` cases were looked through, after `skipped` newer ones, of `every`.
    `by_name` says whether it was also looked for who asks.
    """

    cases: frozenset[int]
    skipped: int
    looked: int
    every: int
    by_name: bool

    @property
    def is_more(self) -> bool:
        """Whether there are older cases whose words were not looked through."""
        return self.skipped + self.looked < self.every


def is_number(sought: str) -> bool:
    """Whether it can be a part of a request's number; all else may be a person's name."""
    return bool(_NUMBER.fullmatch(sought))


def find(states: QuerySet[CaseState], sought: str, people: Standing, skip: int = 0) -> Found:
    """The cases among `states` that hold all the words of `sought`, or whose party it names."""
    every = states.order_by("-case_id")
    window = list(every.values_list("case_id", flat=True)[skip : skip + MOST])
    parts = [_plain(part) for part in sought[:LONGEST].split()]
    found = {case for case, words in _words(window) if all(part in words for part in parts)}
    agencies = people.agencies(Capability.OPEN_PERSONAL)
    if agencies:
        found |= _named(states, sought[:LONGEST], agencies)
    return Found(frozenset(found), skip, len(window), every.count(), bool(agencies))


def _named(states: QuerySet[CaseState], sought: str, agencies: frozenset[int]) -> set[int]:
    """The cases of a party with that name, or with a paper of that number."""
    name = sealing.blind(personal.NAME, sought.strip())
    paper = sealing.blind(personal.PAPER, identity.normalised(sought))
    index = PartyIndex.objects.filter(
        Q(name=name) | Q(paper=paper),
        party__case__agency__in=agencies,
        party__case__in=states.order_by().values("case"),
    )
    return set(index.values_list("party__case", flat=True))


def _words(cases: Sequence[int]) -> Iterator[tuple[int, str]]:
    """What is asked in each of the cases, with its corrections, as far as it can be read."""
    for start in range(0, len(cases), _AT_ONCE):
        some = cases[start : start + _AT_ONCE]
        texts = CaseText.objects.filter(case__in=some, kind__in=_LOOKED_THROUGH)
        said: dict[int, str] = {}
        for text in texts.select_related("key", "case").order_by("pk"):
            said[text.case_id] = said.get(text.case_id, "") + "\n" + _plain(_read(text))
        yield from said.items()


def _read(text: CaseText) -> str:
    try:
        words = personal.words_of(text)
    except (personal.Erased, sealing.CannotOpen):
        return ""
    if isinstance(words, str):
        return words
    return "\n".join(str(words.get(part, "")) for part in _SAID)


def _plain(words: str) -> str:
    """Words as they are compared: one width, one case, no spaces."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())
