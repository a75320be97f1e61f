"""The pages of a file that comes in, as they stand beside what is filled in."""

from typing import NamedTuple

from yangguang.reporting.importing import pages
from yangguang.reporting.models import ReportDraft


class Original(NamedTuple):
    """A page of the file: its number, width and height in whole points, those beside it."""

    number: int
    width: int
    height: int
    before: int | None
    after: int | None


def at(draft: ReportDraft, page: int | None) -> str:
    """What is put behind an address so that it opens at a page of the file, where that is known."""
    return f"#page-{page}" if page and page <= len(pages.shown(draft)) else ""


def originals(draft: ReportDraft) -> list[Original]:
    """The pages that can be shown; none of a file that has none."""
    found = pages.shown(draft)
    last = len(found)
    return [
        Original(
            number,
            round(width),
            round(height),
            number - 1 if number > 1 else None,
            number + 1 if number < last else None,
        )
        for number, (width, height) in enumerate(found, 1)
    ]
