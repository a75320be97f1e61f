"""What a visitor does, for tests: choose files and send them, follow where it leads."""

import re
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from tests.cli.published import published


def a_file(data: bytes | str, name: str = "report.html") -> SimpleUploadedFile:
    """A chosen file."""
    return SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode())


def a_report(folder: Path, **facts) -> SimpleUploadedFile:
    """An invented report as a file; `facts` as in `published`."""
    path = published(folder / "made.html", **facts)
    year = facts.get("year", 2023)
    return a_file(path.read_bytes(), f"report-{year}.html")


def send(client: Client, *files: SimpleUploadedFile, **more) -> HttpResponse:
    """Send the form of the first page and follow where it leads."""
    return client.post("/checkups/new", {"report": list(files), **more}, follow=True)


def result_of(client: Client, *files: SimpleUploadedFile, **more) -> str:
    """The address of the result of one report."""
    answer = send(client, *files, **more)
    return answer.redirect_chain[-1][0]


def text_of(answer: HttpResponse) -> str:
    """The page's HTML."""
    return answer.content.decode()


def words_of(answer: HttpResponse) -> str:
    """The page's words without tags, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", text_of(answer)).split())


def files_in(folder: Path) -> list[Path]:
    """Every file below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]
