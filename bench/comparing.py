"""Two reports side by side: published ones, and two that a visitor has uploaded; a run of years."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from bench.asking import asked
from bench.figure import Figure
from bench.members import departments, published_years
from bench.own_site import figures_of, measured_by

YEARS: Final = range(2019, 2026)
TIMES: Final = 7
REQUIRED_MS: Final = 3_000


def comparison() -> Iterator[Figure]:
    """Processor time includes the limited process in which reports are compared."""
    yield from figures_of("bench.comparing")


def _measured(_environment: dict[str, str]) -> Iterator[Figure]:
    from django.test import Client

    from tests.reporting.rolling_up.rolled import a_city

    city = a_city()
    published_years(departments(city, 2), YEARS, city.office.handler)
    browser, last = Client(SERVER_NAME="localhost"), YEARS[-1]
    for name, page in (
        ("years", f"/reports/compare?a=ju0/{last}&b=ju0/{last - 1}"),
        ("agencies", f"/reports/compare?a=ju0/{last}&b=ju1/{last}"),
        ("run_of_years", "/agencies/ju0/reports/trend"),
        ("uploads", _uploaded(browser)),
    ):
        yield from asked(f"comparison.{name}", partial(browser.get, page), TIMES, REQUIRED_MS)


def _uploaded(browser: Any) -> str:
    """The page of two reports that were sent in."""
    from tests.portal.visiting import a_report, result_of

    with tempfile.TemporaryDirectory() as folder:
        sent = [a_report(Path(folder), year=year) for year in (2022, 2023)]
        first, second = (result_of(browser, one).rsplit("/", 1)[1] for one in sent)
    return f"/compare/{first}/{second}"


if __name__ == "__main__":
    measured_by(_measured)
