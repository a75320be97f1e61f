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
    personal,
    publishing,
    queue,
    register,
    reminders,
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
    path("statistics", statistics.statistics_page, name="statistics"),
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
