"""A name that an upload bears is words: no folder, no header, no file on disk comes of it."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.test import Client

from tests import town
from tests.portal.requests import asking
from tests.signing_in import signed_in
from tests.workspace.at_work import address
from yangguang.casework import attachments
from yangguang.casework.attachments import Upload
from yangguang.inforequests.actions import assign

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
NAMES = (
    "../../../../etc/cron.d/evil.png",
    "..\\..\\evil.png",
    "/etc/passwd.png",
    "C:\\windows\\evil.png",
    'a"; filename=evil.html; x=".png',
    "a\r\nSet-Cookie: evil=1\r\n.png",
    "a\0.png",
    "\u202egnp.exe.png",
    "%2e%2e%2fevil.png",
    "长" * 300 + ".png",
    ".png",
)


def _on_disk() -> list[Path]:
    folder = settings.ATTACHMENTS_FOLDER
    return [one for one in folder.parent.rglob("*") if one.is_file() and "sqlite" not in one.name]


@pytest.mark.parametrize("name", NAMES)
def test_kept_and_given_out_under_a_harmless_one(name: str) -> None:
    office = town.office()
    case = town.request_at(office.agency, [Upload(name, PNG)]).case
    assign.assign(case, office.handler, town.may(office.section_head))
    file = case.attachments.get()

    given = signed_in(office.handler).get(f"{address(case)}/file/{file.pk}")

    (path,) = _on_disk()
    assert path.parent.parent == settings.ATTACHMENTS_FOLDER
    assert set(path.name) <= set("0123456789abcdef")
    said = given.headers["Content-Disposition"]
    assert given.content == PNG
    assert said.startswith("attachment")
    assert "evil" not in given.cookies
    assert not set(unquote(said)) & set("\r\n\0\\\u202e")
    assert "../" not in said
    assert said.count('"') in (0, 2)
    assert len(said.encode()) < 2000


def test_a_browser_that_sends_such_a_name() -> None:
    agency, client = town.agency(), Client()
    asking.fill(client, agency)
    head = 'Content-Disposition: form-data; name="files"; filename="../../../evil.png"'
    parts = ["--x", head, "Content-Type: text/html", "", PNG.decode("latin-1"), "--x"]
    parts += ['Content-Disposition: form-data; name="add"', "", "yes", "--x--", ""]

    client.post(
        asking.at(agency, "files"),
        "\r\n".join(parts).encode("latin-1"),
        content_type="multipart/form-data; boundary=x",
    )
    case = asking.send(client, agency, client.get(asking.at(agency, "check"))).case

    assert [attachments.name_of(one) for one in case.attachments.all()] == ["evil.png"]
    assert case.attachments.get().media_type == "image/png"
    assert list(Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir()) == []
    assert "evil.png" not in {path.name for path in _on_disk()}
