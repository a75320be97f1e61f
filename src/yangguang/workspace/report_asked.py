"""What the address of a report's page asks for: as known when, and carried over how."""

from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, QueryDict
from django.urls import reverse

from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting import moments
from yangguang.reporting.compiling import Carry, Compiled, compile_report
from yangguang.reporting.under_way import as_decided


class KnownAt(NamedTuple):
    """The moment that an address names; now, and what is wrong with it, where it names none."""

    at: datetime
    wrong: str = ""


def known_at(given: QueryDict) -> KnownAt:
    """As known when."""
    try:
        return KnownAt(moments.read(given.get("known_at", "")))
    except Mistakes as mistakes:
        return KnownAt(moment.now(), "".join(mistakes.fields.values()))


def compiled_as_asked(given: QueryDict, agency: Agency, year: int) -> tuple[Compiled, str]:
    """The report that an address asks for, and what is wrong with the moment that it names.

    Where the address does not say how it is carried over, as was decided for the report.
    """
    if year > moment.today().year:
        raise Http404
    known = known_at(given)
    carry = given.get("carry")
    try:
        if carry in set(Carry):
            return compile_report(agency, year, known.at, Carry(carry)), known.wrong
        return as_decided(agency, year, known.at), known.wrong
    except NotAllowed as why:
        raise PermissionDenied(str(why)) from None


def query(given: QueryDict) -> str:
    """What of an address says as known when, and carried over how; with its question mark."""
    kept = {name: given[name] for name in ("known_at", "carry") if given.get(name)}
    return f"?{urlencode(kept)}" if kept else ""


def address_of(agency: Agency, year: int, asked: str, cell: str) -> str:
    """Where a figure leads."""
    return reverse("report-figure", args=(agency.slug, year, cell)) + asked
