"""Whoever owns the database can change the rows that events name; the proof says which."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.test import override_settings

from tests import played, town
from tests.portal.requests import working
from tests.prepared import unguarded
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Attachment, Case
from yangguang.inforequests.actions import registry
from yangguang.inforequests.proving import Altered, Left, altered

PNG = Upload("a.png", b"\x89PNG\r\n\x1a\n" + bytes(50))


def _case(office: town.Office | None = None) -> Case:
    """Answered, with a file of the applicant's and one enclosed."""
    office = office or town.office()
    case = town.request_at(office.agency, [PNG]).case
    working.answer(case, office, uploads=[PNG])
    return case


def _found(left: Left | None = None, *, with_files: bool = True) -> list[Altered]:
    return list(altered(left or Left(), with_files=with_files))


def test_what_nobody_touched_is_as_it_was() -> None:
    _case()
    left = Left()

    assert _found(left) == []
    assert left == Left()


@pytest.mark.parametrize("play", [played.disputed, played.consulting])
def test_what_came_in_or_went_out_without_words_is_proved_too(play: played.Play) -> None:
    play(town.office(), datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai")))

    assert _found() == []


@pytest.mark.parametrize(
    ("statement", "kind", "why"),
    [
        ("UPDATE casework_casetext SET digest = '0' WHERE kind = 'request'", "received", "文字"),
        ("UPDATE casework_attachment SET digest = '0' WHERE kind = 'request'", "received", "附件"),
        ("UPDATE casework_letterrevision SET terms = '{}'", "drafted", "文书的内容"),
        ("UPDATE casework_letterrevision SET digest = '0'", "drafted", "文书的内容"),
        ("DELETE FROM casework_enclosure", "drafted", "文书的内容"),
        ("UPDATE casework_issuedletter SET number = '1'", "issued", "文书的文号"),
        ("UPDATE casework_issuedletter SET dated = '2020-01-01'", "issued", "文书的文号"),
        ("UPDATE casework_approval SET digest = '0'", "submitted", "审批的内容"),
        (
            "UPDATE casework_approvalstep SET person_id = (SELECT min(id) FROM agencies_person)",
            "agreed",
            "审批的人",
        ),
        ("UPDATE casework_approvalstep SET decision = 'returned'", "approved", "审批的人"),
        ("UPDATE casework_attachment SET digest = '0' WHERE kind = 'letter'", "sent", "文书的文件"),
    ],
)
def test_a_changed_row_is_named_by_the_event_that_names_it(
    statement: str, kind: str, why: str
) -> None:
    case = _case()

    with unguarded() as cursor:
        cursor.execute(statement)

    event = case.events.filter(kind=kind).order_by("seq").first()
    found = {(one.number, one.seq): one.why for one in _found(with_files=False)}
    assert found[case.number, event.seq].startswith(why)


def test_words_that_were_replaced_do_not_open() -> None:
    case = _case()

    with unguarded() as cursor:
        cursor.execute("UPDATE casework_casetext SET sealed = %s WHERE kind = 'request'", [b"x"])

    assert _found(with_files=False) == [Altered(case.number, 0, "一段文字被换过或损坏，打不开")]


def _on_disk(file: Attachment) -> Path:
    return Path(settings.ATTACHMENTS_FOLDER) / file.stored[:2] / file.stored


def test_files_on_disk_are_compared_where_asked_for() -> None:
    case = _case()
    taken, changed = Attachment.objects.filter(kind__in=("request", "enclosure")).order_by("pk")
    _on_disk(taken).unlink()
    _on_disk(changed).write_bytes(b"another file")

    assert _found(with_files=False) == []
    assert _found() == [
        Altered(case.number, 0, "一份附件不在磁盘上"),
        Altered(case.number, 0, "一份附件在磁盘上被换过或损坏"),
    ]


def test_what_cannot_be_compared_is_counted() -> None:
    office = town.office()
    case = _case(office)
    other = town.request_at(office.agency).case
    working.draft_answer(other, office)
    registry.note(other, "电话联系过。", town.may(office.handler))
    town.destroy(case)
    left, locked = Left(), Left()

    assert _found(left, with_files=False) == []
    with override_settings(MASTER_KEYS=["another"]):
        assert _found(locked, with_files=False) == []

    assert (left.locked, left.destroyed, left.without_digest) == (0, 2, 1)
    assert (locked.locked, locked.destroyed) == (3, 2)
