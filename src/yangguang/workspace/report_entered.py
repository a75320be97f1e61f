"""What is said when figures of a report were entered."""

from django.contrib import messages
from django.http import HttpRequest

from yangguang.agencies.models import Agency
from yangguang.reporting.after_freezing import not_in_it


def say_entered(request: HttpRequest, said: str, agency: Agency, year: int) -> None:
    """Say it; and where the report is frozen, that they are not in it, and what puts them there."""
    if rest := not_in_it(agency, year):
        messages.warning(request, f"{said}{rest}")
    else:
        messages.success(request, said)
