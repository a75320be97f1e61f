"""Who fills whose post for a while in the invented city: once last year, and today."""

from datetime import date, timedelta

from yangguang.agencies.models import Post, Role
from yangguang.agencies.office_file import OfficeFile, PersonEntry, PostEntry, StandInEntry

_TRAINING = timedelta(days=3)
"""So long ago it began, and so long it still lasts: both hear today that it ends."""


def during(day: date) -> OfficeFile:
    """As a file of an office says it, for a demo of that day."""
    last_year = day.year - 1
    return OfficeFile(
        (),
        (),
        (
            _away(
                "wangjiancheng",
                Role.SECTION_HEAD,
                StandInEntry(
                    "", "zhouzihang", date(last_year, 3, 3), date(last_year, 3, 14), "年休假"
                ),
            ),
            _away(
                "zhouzihang",
                Role.HANDLER,
                StandInEntry(
                    "", "liwenjing", day - _TRAINING, day + _TRAINING, "参加全省交通运输业务培训"
                ),
            ),
        ),
    )


def _away(username: str, role: Role, stand_in: StandInEntry) -> PersonEntry:
    held = Post.objects.select_related("agency", "person").get(person__username=username, role=role)
    post = PostEntry("", held.agency.slug, role, held.since, held.until, (stand_in,))
    return PersonEntry("", username, held.person.name, posts=(post,))
