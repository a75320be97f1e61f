"""What the members say, section by section: at hand for who writes the government's report."""

from collections.abc import Iterator
from typing import NamedTuple

from yangguang.agencies.models import Agency
from yangguang.reporting.models import Version
from yangguang.reporting.rolling_up.rollup import Rollup


class Said(NamedTuple):
    """Paragraphs of a member's section."""

    agency: Agency
    section: int
    paragraphs: tuple[str, ...]


def said(rollup: Rollup, section: int, wanted: str = "") -> list[Said]:
    """What those whose reports are added say in a section, in the order of their regions.

    `wanted`: only paragraphs in which these words stand. One query, however many members.
    """
    agencies = {one.taken.version: one.agency for one in rollup.sources if one.taken}
    rows = Version.objects.filter(pk__in=agencies).order_by()
    sections = dict(rows.values_list("pk", "content__sections"))
    found = (
        Said(agency, section, tuple(_paragraphs(sections[version], section, wanted)))
        for version, agency in agencies.items()
    )
    return [one for one in found if one.paragraphs]


def _paragraphs(sections: list[dict[str, object]], section: int, wanted: str) -> Iterator[str]:
    for one in sections:
        if one["number"] == section:
            for paragraph in str(one["text"]).split("\n"):
                if paragraph.strip() and wanted in paragraph:
                    yield paragraph
