"""Who had a hand in a report: none of them gives its final approval, nor accepts it."""

from datetime import datetime

from django.db.models import Q

from yangguang.agencies.models import Person
from yangguang.reporting.models import EnteredFigure, YearReport


def authors(report: YearReport, known_at: datetime | None = None) -> list[Person]:
    """All who wrote of it, gave a figure, decided whom it adds up, or sent it up.

    `known_at`: of a version, that knows no figure entered after this. Figures may be entered while
    it waits; who gives one then had no hand in it.
    """
    figures = EnteredFigure.objects.filter(agency=report.agency_id, year=report.year)
    if known_at is not None:
        figures = figures.filter(at__lte=known_at)
    wrote = (
        Q(pk__in=report.texts.values("written_by"))
        | Q(pk__in=report.explanations.values("said_by"))
        | Q(pk__in=report.versions.values("made_by"))
        | Q(pk__in=report.scopes.values("by"))
        | Q(pk__in=figures.values("by"))
    )
    return list(Person.objects.filter(wrote))
