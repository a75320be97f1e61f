"""Five years of the public reports of three thousand agencies: the index, pages, the data package.

Asked without signing in, as everyone does.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from bench.asking import asked
from bench.figure import Figure
from bench.members import departments, published_years
from bench.own_site import POSTGRESQL, SQLITE, figures_of, measured_by
from bench.peak import taken

AGENCIES: Final = 3_000
YEARS: Final = range(2021, 2026)
TIMES: Final = 7
REQUIRED_MS: Final = 1_000
REQUIRED_SECONDS: Final = 120


def public_reports() -> Iterator[Figure]:
    """Pages in ms; the package of all in seconds, with the memory that it takes."""
    for database in (SQLITE, POSTGRESQL):
        for one in figures_of("bench.public_reports", database):
            yield replace(one, name=f"{database}.{one.name}")


def _measured(_environment: dict[str, str]) -> Iterator[Figure]:
    from tests.reporting.rolling_up.rolled import a_city

    city, many = a_city(), int(sys.argv[1]) if len(sys.argv) > 1 else AGENCIES
    published_years(departments(city, many), YEARS, city.office.handler)
    yield from taken("public_reports.package", _package, REQUIRED_SECONDS)
    yield from _pages()


def _pages() -> Iterator[Figure]:
    from django.test import Client

    browser = Client(SERVER_NAME="localhost")
    for name, page in (
        ("index", "/reports"),
        ("index.last", "/reports?page=last"),
        ("index.by_name", "/reports?q=第7局"),
        ("index.by_year", f"/reports?year={YEARS[0]}"),
        ("of_agency", "/agencies/ju7/reports"),
        ("report", f"/agencies/ju7/reports/{YEARS[-1]}"),
        ("choose_two", "/reports/compare"),
        ("run_of_years", "/agencies/ju7/reports/trend"),
        ("side_by_side", f"/reports/compare?a=ju7/{YEARS[0]}&b=ju7/{YEARS[-1]}"),
    ):
        yield from asked(f"public_reports.{name}", partial(browser.get, page), TIMES, REQUIRED_MS)


def _package() -> None:
    from tempfile import TemporaryFile

    from yangguang.reporting import data_package

    with TemporaryFile() as to:
        data_package.write(to)


if __name__ == "__main__":
    measured_by(_measured)
