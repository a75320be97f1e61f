"""The portal's addresses."""

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from yangguang.portal import (
    published_reports,
    report_comparisons,
    report_data,
    report_feed,
    report_files,
    report_trends,
)
from yangguang.portal.downloads import FORMATS
from yangguang.portal.views import (
    checkups,
    comparisons,
    decisions,
    display,
    front,
    pages,
    rules,
    start,
)


class IdConverter(StringConverter):
    """A random id (`rooms.new_id`)."""

    regex = "[0-9a-f]{32}"


class FormatConverter(StringConverter):
    """A format that a report can be written in."""

    regex = "|".join(FORMATS)


register_converter(IdConverter, "id")
register_converter(FormatConverter, "format")

urlpatterns = [
    path("", front.front, name="home"),
    path("", include("yangguang.portal.requests.urls")),
    path("rules", rules.rules, name="rules"),
    path("display", display.switch, name="display"),
    path("reports", published_reports.listing, name="published-reports"),
    path("reports/compare", report_comparisons.compare, name="compare-published"),
    path("reports/data.zip", report_data.download, name="reports-data"),
    path("reports/feed.atom", report_feed.of_all, name="reports-feed"),
    path("agencies/<slug:slug>/reports/feed.atom", report_feed.of_agency, name="agency-feed"),
    path("agencies/<slug:slug>/reports", published_reports.of_agency, name="reports-of-agency"),
    path("agencies/<slug:slug>/reports/trend", report_trends.trend, name="reports-trend"),
    path(
        "agencies/<slug:slug>/reports/<int:year>",
        published_reports.report,
        name="published-report",
    ),
    path(
        "agencies/<slug:slug>/reports/<int:year>/v<int:version>",
        published_reports.report,
        name="published-version",
    ),
    path(
        "agencies/<slug:slug>/reports/<int:year>/v<int:version>/report.<format:to>",
        report_files.download,
        name="published-file",
    ),
    path("checkups/new", start.start, name="new-checkup"),
    path("checkups/sample", start.sample, name="sample"),
    path("checkups", checkups.listing, name="checkups"),
    path("checkups/delete", checkups.delete_all, name="delete-all"),
    path("checkups/<id:checkup_id>", checkups.result, name="checkup"),
    path("checkups/<id:checkup_id>/report.<format:to>", checkups.download, name="download"),
    path("checkups/<id:checkup_id>/pages/<int:number>.webp", pages.picture, name="page-picture"),
    path("compare", comparisons.choose, name="compare"),
    path("compare/<id:first>/<id:second>", comparisons.compare, name="comparison"),
    path("checkups/<id:checkup_id>/delete", checkups.delete, name="delete"),
    path("checkups/<id:checkup_id>/answer", decisions.answer, name="answer"),
    path("checkups/<id:checkup_id>/reopen", decisions.reopen, name="reopen"),
    path("checkups/<id:checkup_id>/repair", decisions.repair, name="repair"),
    path("checkups/<id:checkup_id>/unrepair", decisions.unrepair, name="unrepair"),
]
