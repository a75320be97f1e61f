"""What is like a request among a hundred thousand: time, statements, memory, and what is found.

Planted are requests for matters of their own and what repeats them, by the same person and by
others, in other words; so it is known what is to be found. Most of the hundred thousand speak of
neighbouring matters in the same words.
"""

import random
import resource
import secrets
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, Final

from bench import told
from bench.bringing_in import ROWS, table
from bench.figure import Figure
from bench.full_office import FullOffice, measured_in_it
from bench.own_site import figures_of

if TYPE_CHECKING:
    from yangguang.casework.models import Case

MATTERS: Final = 60
REQUIRED_MS: Final = 100
_PLACES: Final = ("桃源坞", "金盘垅", "白鹭洲", "铁佛寺街", "三元桥", "红星坝")
_REPEATED: Final[dict[str, Callable[[dict[str, object]], str]]] = {
    "same_words": lambda matter: told.worded(matter, 0),
    "reworded": lambda matter: told.worded(matter, 1),
    "reworded_more": lambda matter: told.worded(matter, 3),
    "a_sentence_more": lambda matter: f"{told.worded(matter, 0)}，请以电子邮件发给我，谢谢。",
    "half": lambda matter: "{place}{work}的{paper}".format(**matter),
}
"""How a matter is asked again. A half leaves the year out."""


def alike() -> Iterator[Figure]:
    """As the case page asks it; the hourly job; what many ask; how much of it is found."""
    yield from figures_of("bench.alike")


def _measured(full: FullOffice) -> Iterator[Figure]:
    from yangguang.casework.models import Case
    from yangguang.inforequests import similar

    chance = random.Random(20260209)
    planted = [_planted(full, number, chance) for number in range(MATTERS)]
    firsts = [first for first, _ in planted]
    numbers = [one.number for one in chance.sample(full.copied, MATTERS)]
    before = _memory()
    yield from _asked("likeness.of_a_planted_one", similar.of, firsts)
    others = list(Case.objects.filter(number__in=numbers).select_related("agency"))
    yield from _asked("likeness.of_any", similar.of, others)
    yield from _found(planted)
    agency = full.office.agency
    many = agency.rules.asked_by_many
    yield from _asked(
        "likeness.asked_by_many", lambda _: similar.in_demand(agency.pk, many), [1] * 5
    )
    yield from _job(full)
    yield Figure("likeness.memory_grown", _memory() - before, "MB")


def _planted(
    full: FullOffice, number: int, chance: random.Random
) -> "tuple[Case, dict[str, dict[bool, str]]]":
    """A request, and the numbers of those that repeat it: by how, by whether it is the same one."""
    matter = {
        **told.matters(chance)[0],
        "place": f"{_PLACES[number % len(_PLACES)]}{number}号地块",
    }
    first = _submitted(full, told.worded(matter, 0), number)
    again = {
        how: {
            same: _submitted(full, words(matter), number if same else 1_000 + number).number
            for same in (True, False)
        }
        for how, words in _REPEATED.items()
    }
    return first, again


def _submitted(full: FullOffice, wanted: str, person: int) -> "Case":
    from tests import town
    from yangguang.law.identity import Paper

    name, paper = told.person(10_000_000 + person)
    own = {"name": name, "paper": Paper.PASSPORT, "paper_number": paper}
    applicant = replace(town.APPLICATION.applicant, **own)
    token = secrets.token_hex(16)
    return town.request_at(full.office.agency, (), token, wanted=wanted, applicant=applicant).case


def _found(planted: "list[tuple[Case, dict[str, dict[bool, str]]]]") -> Iterator[Figure]:
    """Of what repeats, as much as the case page shows; and how much it shows that does not."""
    from yangguang.inforequests import similar

    shown = [similar.of(first) for first, _ in planted]
    for how in _REPEATED:
        own = sum(
            again[how][True] in {one.number for one in found.own}
            for (_, again), found in zip(planted, shown, strict=True)
        )
        by_others = sum(
            again[how][False] in {one.number for one in found.others}
            for (_, again), found in zip(planted, shown, strict=True)
        )
        yield Figure(f"likeness.found.{how}.same_applicant", 100 * own / len(planted), "%")
        yield Figure(f"likeness.found.{how}.others", 100 * by_others / len(planted), "%")
    known = {
        number for _, again in planted for kinds in again.values() for number in kinds.values()
    }
    every = [one.number for found in shown for one in (*found.own, *found.others)]
    wrong = sum(number not in known for number in every)
    yield Figure("likeness.shown_beside", 100 * wrong / len(every), "% of what is shown")


def _job(full: FullOffice) -> Iterator[Figure]:
    """A thousand requests that were brought in are made comparable."""
    from tests import town
    from yangguang.inforequests import similar
    from yangguang.inforequests.actions.bring_in import bring_in
    from yangguang.inforequests.importing import child

    people, at = town.may(full.office.handler), full.office.agency
    with tempfile.TemporaryDirectory() as folder:
        bring_in(child.read(table(Path(folder, "a.xlsx"), "相似")), at, people)
    started, cpu = time.perf_counter(), time.process_time()
    assert similar.index_missing().made == ROWS
    yield Figure("likeness.job.per_thousand", time.perf_counter() - started, "s")
    yield Figure("likeness.job.per_thousand.cpu", time.process_time() - cpu, "s")


def _asked(name: str, ask: Callable[[Any], Any], about: list[Any]) -> Iterator[Figure]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    walls, cpu = [], []
    for one in about:
        started, before = time.perf_counter(), time.process_time()
        ask(one)
        walls.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (time.process_time() - before))
    with CaptureQueriesContext(connection) as asked:
        ask(about[0])
    yield Figure(f"{name}.p50", median(walls), "ms", REQUIRED_MS)
    yield Figure(f"{name}.p95", quantiles(walls, n=20)[-1], "ms", REQUIRED_MS)
    yield Figure(f"{name}.cpu", median(cpu), "ms")
    yield Figure(f"{name}.queries", len(asked), "")


def _memory() -> float:
    """The most that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    measured_in_it(_measured)
