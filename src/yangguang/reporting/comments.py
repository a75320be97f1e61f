"""What the supervising office said to reports that it returned."""

from collections.abc import Collection

from django.db.models import Count

from yangguang.reporting.models import CellComment


def how_many(reports: Collection[int]) -> dict[int, int]:
    """Report → how many comments the version has that was returned last. One query."""
    rows = (
        CellComment.objects.filter(version__report__in=reports)
        .order_by("version__number")
        .values_list("version__report", "version__number")
        .annotate(many=Count("pk"))
    )
    return {report: many for report, _number, many in rows}
