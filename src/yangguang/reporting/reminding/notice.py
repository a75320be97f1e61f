"""One thing that one person is told of a report."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency, Person


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person is told once.

    `key`: the same for the same thing, so that it is sent once (60 characters at most); `title`:
    for the subject; `lines`: the words, without any name of a person, any figure of a report or any
    word of a comment; `address`: the page's path. `is_pressing`: sent whatever the person chose.
    """

    person: Person
    key: str
    title: str
    lines: tuple[str, ...]
    address: str
    is_pressing: bool = True

    @property
    def words(self) -> str:
        """As it stands in the mail, with the page's whole address (it asks for signing in)."""
        return "\n    ".join((*self.lines, f"{settings.SITE_ADDRESS}{self.address}"))


def named(agency: Agency, year: int) -> str:
    """A report's short name."""
    return _("{agency} {year} 年度报告").format(agency=agency.name, year=year)


def way_of(agency: Agency, year: int, *, is_begun: bool = True) -> str:
    """Where one goes on with it; before it is begun, where one begins."""
    if is_begun:
        return reverse("report-way", args=(agency.slug, year))
    return f"{reverse('reports')}?year={year}"
