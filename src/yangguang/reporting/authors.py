"""Who had a hand in a report: none of them gives its final approval, nor accepts it."""

from django.db.models import Q

from yangguang.agencies.models import Person
from yangguang.reporting.models import EnteredFigure, YearReport


def authors(report: YearReport) -> list[Person]:
    """All who wrote of it, gave a figure, decided whom it adds up, or sent it up."""
    figures = EnteredFigure.objects.filter(agency=report.agency_id, year=report.year)
    wrote = (
        Q(pk__in=report.texts.values("written_by"))
        | Q(pk__in=report.explanations.values("said_by"))
        | Q(pk__in=report.versions.values("made_by"))
        | Q(pk__in=report.scopes.values("by"))
        | Q(pk__in=figures.values("by"))
    )
    return list(Person.objects.filter(wrote))
