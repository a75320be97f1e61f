"""Files as chance damages them: for the promise that no input raises anything but Unreadable."""

from collections.abc import Callable
from random import Random
from typing import Final

from tests.generator.mutation.data import damaged_data
from tests.generator.mutation.office import damaged_package
from tests.generator.mutation.plain import damaged, damaged_below, spliced
from tests.generator.mutation.print import damaged_print
from tests.generator.specimens import SPECIMENS

ENDINGS: Final = (".txt", ".html", ".docx", ".xlsx", ".pdf", ".json", ".doc", ".md", "")

_DEEP: Final[dict[str, Callable[[Random, bytes], bytes]]] = {
    "docx": damaged_package,
    "xlsx": damaged_package,
    "pdf": damaged_print,
    "json": damaged_data,
}
"""How the files of a format are damaged below their surface."""

_SOURCES: Final = 60


def mutated(format: str, seed: int) -> tuple[str, bytes]:
    """A name and a damaged file of a format, one of SPECIMENS: the same for the same seed."""
    random = Random(f"{format} {seed}")
    data = SPECIMENS[format](random.randrange(_SOURCES))
    name = "report" + random.choice(ENDINGS)
    chance = random.random()
    if format in _DEEP and chance < 0.75:
        return name, _DEEP[format](random, data)
    if chance < 0.85:
        return name, (damaged if format not in ("docx", "xlsx") else damaged_below)(random, data)
    if chance < 0.93:
        return name, spliced(random, data, SPECIMENS[format](random.randrange(_SOURCES)))
    other = SPECIMENS[random.choice(sorted(SPECIMENS))](random.randrange(_SOURCES))
    return name, spliced(random, data, other)
