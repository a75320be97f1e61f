"""The workspace's addresses."""

from django.urls import path

from yangguang.inforequests import addresses
from yangguang.inforequests.moves import Move
from yangguang.workspace.views import (
    boxes,
    cases,
    disposing,
    filing,
    home,
    importing,
    lists,
    many,
    moves,
    packing,
    people,
    personal,
    publishing,
    queue,
    register,
    reminders,
    report_board,
    report_figures,
    report_import,
    report_import_pages,
    report_import_words,
    report_recorded,
    report_table,
    report_urging,
    report_way,
    report_words,
    reports,
    rollup,
    rollup_words,
    statistics,
    withheld,
)

addresses.register()
_BOX = "archives/<slug:slug>/<int:year>/<slug:retention>/<int:box>"


def slug(move: Move) -> str:
    """A move in an address."""
    return move.value.replace("_", "-")


urlpatterns = [
    path("", home.home, name="workspace"),
    path("queue", queue.queue, name="queue"),
    path("queue/search", queue.look_for, name="queue-search"),
    path("queue/assign", many.assign_many, name="queue-assign"),
    path("queue/save", many.save_filter, name="queue-save"),
    path("queue/forget", many.forget_filter, name="queue-forget"),
    path("queue/export", lists.export, name="queue-export"),
    path("exchanges", lists.exchanged, name="exchanges"),
    path("import", importing.importing, name="import"),
    path("import/confirm", importing.confirm, name="import-confirm"),
    path("import/template.xlsx", importing.blank_table, name="import-template"),
    path("withheld", withheld.withheld, name="withheld"),
    path("publishing", publishing.publishing, name="publishing"),
    path("register", register.register, name="register"),
    path("reports", report_board.reports, name="reports"),
    path("reports.xlsx", report_board.workbook, name="reports-workbook"),
    path("reports/begin", report_board.begin, name="reports-begin"),
    path("reports/urge", report_urging.urge, name="reports-urge"),
    path("reports/<slug:slug>/import", report_import.start, name="report-import"),
    path(
        "reports/<slug:slug>/import/<slug:draft>", report_import.review, name="report-import-review"
    ),
    path(
        "reports/<slug:slug>/import/<slug:draft>/cells/<str:cell>",
        report_import.one_cell,
        name="report-import-cell",
    ),
    path(
        "reports/<slug:slug>/import/<slug:draft>/tables/<int:section>",
        report_import.whole_table,
        name="report-import-table",
    ),
    path(
        "reports/<slug:slug>/import/<slug:draft>/words/<int:section>",
        report_import_words.words,
        name="report-import-words",
    ),
    path(
        "reports/<slug:slug>/import/<slug:draft>/file",
        report_import_words.file,
        name="report-import-file",
    ),
    path(
        "reports/<slug:slug>/import/<slug:draft>/pages/<int:place>.webp",
        report_import_pages.page,
        name="report-import-page",
    ),
    path(
        "reports/<slug:slug>/<int:year>/source/<int:version>",
        report_way.source,
        name="report-source",
    ),
    path("reports/<slug:slug>/<int:year>/way", report_way.way, name="report-way"),
    path("reports/<slug:slug>/<int:year>/way/<str:move>", report_way.make, name="report-make"),
    path("reports/<slug:slug>/<int:year>/explain", report_way.explain, name="report-explain"),
    path("reports/<slug:slug>/<int:year>/words", report_words.words, name="report-words-first"),
    path(
        "reports/<slug:slug>/<int:year>/words/<int:section>",
        report_words.words,
        name="report-words",
    ),
    path(
        "reports/<slug:slug>/<int:year>/words/<int:section>/check",
        report_words.check_words,
        name="report-words-check",
    ),
    path("people", people.accounts, name="people"),
    path("people/<int:person>/open", people.open_anew, name="person-open"),
    path("people/<int:person>/sign-out", people.sign_out, name="person-sign-out"),
    path("statistics", statistics.statistics_page, name="statistics"),
    path("reports/choose", reports.first, name="report-choose"),
    path("reports/<slug:slug>/<int:year>", reports.report, name="report"),
    path(
        "reports/<slug:slug>/<int:year>/figures/<str:cell>",
        report_figures.figure,
        name="report-figure",
    ),
    path(
        "reports/<slug:slug>/<int:year>/figures/<str:cell>/export",
        report_figures.export,
        name="report-figure-export",
    ),
    path(
        "reports/<slug:slug>/<int:year>/figures/<str:cell>/evidence/<int:evidence>",
        report_figures.evidence_file,
        name="report-evidence",
    ),
    path("reports/<slug:slug>/<int:year>/table", report_table.start, name="report-table"),
    path(
        "reports/<slug:slug>/<int:year>/table/template.xlsx",
        report_table.blank,
        name="report-table-template",
    ),
    path(
        "reports/<slug:slug>/<int:year>/table/<slug:draft>",
        report_table.review,
        name="report-table-review",
    ),
    path(
        "reports/<slug:slug>/<int:year>/recorded/<str:figure>",
        report_recorded.recorded,
        name="report-recorded",
    ),
    path(
        "reports/<slug:slug>/<int:year>/recorded/<str:figure>/export",
        report_recorded.export,
        name="report-recorded-export",
    ),
    path("reports/<slug:slug>/<int:year>/rollup", rollup.rollup, name="rollup"),
    path("reports/<slug:slug>/<int:year>/rollup/scope", rollup.decide, name="rollup-scope"),
    path("reports/<slug:slug>/<int:year>/rollup/words", rollup_words.words, name="rollup-words"),
    path("reports/<slug:slug>/<int:year>/rollup.xlsx", rollup.workbook, name="rollup-workbook"),
    path(
        "reports/<slug:slug>/<int:year>/rollup/figures/<str:cell>",
        rollup.figure,
        name="rollup-figure",
    ),
    path("reminders", reminders.reminders, name="reminders"),
    path("reminders/choose", reminders.choose, name="reminders-choose"),
    path("calendar/renew", reminders.renew, name="calendar-renew"),
    path("calendar/revoke", reminders.revoke, name="calendar-revoke"),
    path("calendar.ics", reminders.own_calendar, name="calendar"),
    path("calendar/<slug:secret>.ics", reminders.calendar_by_secret, name="calendar-by-secret"),
    path("cases/<number:number>", cases.case_page, name="case"),
    path("cases/<number:number>/party/<int:party>", personal.open_party, name="party"),
    path("cases/<number:number>/letter/<int:letter>", cases.letter_page, name="letter"),
    path(
        "cases/<number:number>/letter/<int:letter>/draft.<slug:to>",
        cases.draft_file,
        name="letter-draft",
    ),
    path("cases/<number:number>/case-file", personal.case_file, name="case-file"),
    path("cases/<number:number>/filing-package", packing.of_case, name="filing-package"),
    path("archives", filing.first, name="archives-first"),
    path("archives/<slug:slug>", filing.archives, name="archives"),
    path("archives/<slug:slug>/file", filing.file_many, name="archives-file"),
    path("archives/<slug:slug>/classes", filing.classes, name="filing-classes"),
    path("archives/<slug:slug>/<int:year>", boxes.boxes, name="boxes"),
    path(f"{_BOX}", boxes.one_box, name="box"),
    path(f"{_BOX}/labels", boxes.labels, name="box-labels"),
    path(f"{_BOX}/catalogue.xlsx", boxes.catalogue, name="box-catalogue"),
    path("archives/<slug:slug>/package", packing.ask, name="package-ask"),
    path("packages/<int:package>", packing.package_page, name="package"),
    path("packages/<int:package>/archive.zip", packing.fetch, name="package-fetch"),
    path("disposal/<int:listed>", disposing.listed_page, name="disposal"),
    path("disposal/<int:listed>/decide", disposing.decide, name="disposal-decide"),
    path("disposal/<int:listed>/carry-out", disposing.carry_out, name="disposal-carry-out"),
    path("cases/<number:number>/file/<int:file>", personal.download, name="file"),
    *(
        path(f"cases/<number:number>/{slug(move)}", view, name=f"move-{move.value}")
        for move, view in moves.VIEWS.items()
    ),
]
