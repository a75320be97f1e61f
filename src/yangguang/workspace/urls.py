"""The workspace's addresses."""

from django.urls import path

from yangguang.inforequests import addresses
from yangguang.inforequests.moves import Move
from yangguang.workspace.views import cases, home, moves, personal, publishing, queue, register

addresses.register()


def slug(move: Move) -> str:
    """A move in an address."""
    return move.value.replace("_", "-")


urlpatterns = [
    path("", home.home, name="workspace"),
    path("queue", queue.queue, name="queue"),
    path("queue/search", queue.look_for, name="queue-search"),
    path("publishing", publishing.publishing, name="publishing"),
    path("register", register.register, name="register"),
    path("cases/<number:number>", cases.case_page, name="case"),
    path("cases/<number:number>/party/<int:party>", personal.open_party, name="party"),
    path("cases/<number:number>/letter/<int:letter>", cases.letter_page, name="letter"),
    path(
        "cases/<number:number>/letter/<int:letter>/draft.<slug:to>",
        cases.draft_file,
        name="letter-draft",
    ),
    path("cases/<number:number>/case-file", personal.case_file, name="case-file"),
    path("cases/<number:number>/file/<int:file>", personal.download, name="file"),
    *(
        path(f"cases/<number:number>/{slug(move)}", view, name=f"move-{move.value}")
        for move, view in moves.VIEWS.items()
    ),
]
