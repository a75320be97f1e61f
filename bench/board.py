"""The board of a year's reports as the supervising office of three thousand agencies sees it.

A third has submitted, the others are at it.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from bench.asking import asked
from bench.figure import Figure
from bench.members import reporting_members
from bench.own_site import POSTGRESQL, SQLITE, figures_of, measured_by

AGENCIES: Final = 3_000
TIMES: Final = 7
REQUIRED_MS: Final = 2_000


def board() -> Iterator[Figure]:
    """All, narrowed to those that are late, and the last of it; on both databases."""
    for database in (SQLITE, POSTGRESQL):
        for one in figures_of("bench.board", database):
            yield replace(one, name=f"{database}.{one.name}")


def _measured(_environment: dict[str, str]) -> Iterator[Figure]:
    from tests import town
    from tests.reporting.reported import YEAR
    from tests.reporting.rolling_up.rolled import a_city
    from tests.signing_in import signed_in
    from yangguang.agencies.models import Role

    city = a_city()
    reporting_members(city, int(sys.argv[1]) if len(sys.argv) > 1 else AGENCIES)
    browser = signed_in(town.person("顾监督", Role.SUPERVISOR, city.office.agency))
    browser.defaults["SERVER_NAME"] = "localhost"
    page = f"/workspace/reports?year={YEAR}"
    for name, address in (
        ("all", page),
        ("last_page", f"{page}&page=last"),
        ("late", f"{page}&late=on"),
        ("to_take", f"{page}&filed=to_take"),
    ):
        yield from asked(f"board.{name}", partial(browser.get, address), TIMES, REQUIRED_MS)


if __name__ == "__main__":
    measured_by(_measured)
