"""After disposal nothing of a person is left anywhere, and ledger and figures are as they were.

A name and a telephone number that are nowhere else are planted wherever words go in. What is sealed
cannot be searched: so all that the keys still open is opened, and every table and file searched.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import mail as outbox
from django.db import connection
from django_tasks_db.models import DBTaskResult

from tests import town
from tests.portal.requests import working
from yangguang.agencies.models import Role
from yangguang.casework import anchors, attachments, disposal, erasure, moment, personal, sealing
from yangguang.casework.attachments import Upload
from yangguang.casework.models import (
    Attachment,
    Case,
    CaseText,
    LikenessBand,
    Opening,
    Package,
    PackedCase,
    Party,
    PartyIndex,
)
from yangguang.casework.models.approval import Decision
from yangguang.casework.models.personal import Reason
from yangguang.casework.personal import Particulars, Why
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests import mail, packages
from yangguang.inforequests.actions import account, applicant, filing, letters, registry
from yangguang.inforequests.counting import Period
from yangguang.inforequests.events import LetterKind, Way
from yangguang.inforequests.packages import Which
from yangguang.inforequests.proving import Left, altered
from yangguang.inforequests.statistics import statistics
from yangguang.law.dispositions import Disposition
from yangguang.law.erasure import Basis
from yangguang.law.filing import RecordClass, Retention

THEN = datetime(2020, 3, 2, 2, tzinfo=UTC)
LATER = datetime(2031, 3, 3, 2, tzinfo=UTC)
NAME, PHONE = "欧阳晴岚", "13612345678"
WORDS = f"{NAME}（电话 {PHONE}）"
PLANTED = (NAME.encode(), PHONE.encode(), NAME.encode("unicode_escape"))


def _played(office: town.Office) -> Case:
    """Corrected, noted, opened for a reason, asked about, answered, kept by an account, filed."""
    handler = town.may(office.handler)
    whom = replace(town.APPLICATION.applicant, name=NAME, phone=PHONE, email="lin@example.com")
    file = Upload(f"{NAME}.txt", WORDS.encode())
    agent = Particulars(NAME, paper_number="", phone=PHONE)
    with moment.standing_at(THEN):
        case = town.request_at(
            office.agency, [file], applicant=whom, agent=agent, wanted=f"{WORDS}的登记材料和附件"
        ).case
        account.keep(case, office.leader)
        working.ask_correction(case, office, WORDS)
        applicant.correct(case, WORDS, [file])
        registry.note(case, WORDS, handler)
        why = Why(Reason.OTHER, WORDS)
        personal.open_party(case.parties.get(role="applicant"), office.handler, why)
        third = replace(town.asks(NAME), whom=Particulars(NAME, phone=PHONE))
        working.ask(case, office, LetterKind.THIRD_PARTY, third)
    with moment.standing_at(THEN + timedelta(days=30)):  # the third party is silent
        terms = town.ends_as(Disposition.PROVIDED)
        words = {"title": "告知书", "body": WORDS}
        enclosure = attachments.attach(
            case, case.parties.get(role="applicant").key, "enclosure", file
        )
        letters.draft(case, LetterKind.ANSWER, words, terms, handler, [enclosure])
        letters.submit(case, handler)
        working.approve(case, *office.approvers())
        letters.issue(case, handler)
        letters.dispatch(case, Way.ELECTRONIC, moment.today(), handler)
        filing.file(case, RecordClass.REQUEST, Retention.TEN_YEARS, 1, handler)
    return case


def _opened() -> Iterator[tuple[str, bytes]]:
    """All that the keys which are there still open, with where it stands."""
    readers: tuple[tuple[Any, Callable[[Any], str]], ...] = (
        (Party, lambda one: str(personal.particulars_of(one))),
        (CaseText, lambda one: str(personal.words_of(one))),
        (Attachment, attachments.name_of),
        (Attachment, lambda one: attachments.content_of(one).decode("utf-8", "replace")),
        (Opening, personal.remark_of),
    )
    for at, (model, read) in enumerate(readers):
        for row in model.objects.all():
            try:
                yield f"{model.__name__} {at}", read(row).encode()
            except (personal.Erased, OSError):
                continue


def _plain() -> Iterator[tuple[str, bytes]]:
    """Every field of every table, and every file of the site, as it lies there."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                for value in row:
                    kept = (
                        bytes(value)
                        if isinstance(value, memoryview | bytes)
                        else str(value).encode()
                    )
                    yield table, kept
    folders = (settings.ATTACHMENTS_FOLDER, settings.VAR, Path(settings.ANCHORS_FILE).parent)
    for folder in folders:
        for path in (one for one in Path(folder).rglob("*") if one.is_file()):
            yield str(path), path.read_bytes()


def _found(among: Iterator[tuple[str, bytes]]) -> set[str]:
    return {where for where, kept in among if any(one in kept for one in PLANTED)}


def _indexed() -> bool:
    return PartyIndex.objects.filter(name=sealing.blind(personal.NAME, NAME)).exists()


def test_of_a_name_and_a_number_planted_everywhere(django_capture_on_commit_callbacks) -> None:
    office = town.office()
    case = _played(office)
    administrator = town.person("沈管理", Role.ADMINISTRATOR, office.agency)
    with moment.standing_at(LATER):
        anchors.anchor()
        package = packages.ask(office.agency, Which(2020), town.may(office.section_head))
        packages.step(package)
        head = town.may(office.disclosure_head)
        year = Period(date(2020, 1, 1), date(2020, 12, 31))
        figures = statistics(head, year, moment.today())
        tombstone = list(case.events.order_by("seq").values_list("digest", flat=True))
        assert {one.split()[0] for one in _found(_opened())} == {
            "Party",
            "CaseText",
            "Attachment",
            "Opening",
        }
        assert _indexed()
        listed = disposal.make(office.agency, [case.pk], town.may(office.handler))
        for someone in (office.disclosure_head, office.leader):
            disposal.decide(listed, town.may(someone), Decision.APPROVED)

        with django_capture_on_commit_callbacks(execute=True):
            assert disposal.carry_out(listed, town.may(administrator)).done == 1

        assert _found(_opened()) == set()
        assert _found(_plain()) == set()
        assert any(office.agency.name.encode() in kept for _where, kept in _plain())
        assert not _indexed()
        assert not LikenessBand.objects.exists()
        assert not case.keepings.exists()
        assert not any(path.is_file() for path in Path(settings.ATTACHMENTS_FOLDER).rglob("*"))
        assert not PackedCase.objects.exclude(stored="").exists()
        assert Package.objects.count() == 1
        assert statistics(head, year, moment.today()) == figures
        now = list(case.events.order_by("seq").values_list("kind", "digest"))
        assert [mark for _kind, mark in now[:-1]] == tombstone
        assert now[-1][0] == "erased"
        assert list(broken_chains()) == []
        assert list(altered(Left(), with_files=True)) == []
        assert list(differences()) == []
        assert anchors.anchor()


def test_mail_that_waits_finds_nobody_to_write_to() -> None:
    with moment.standing_at(THEN):
        whom = replace(town.APPLICATION.applicant, email="lin@example.com")
        case = town.request_at(town.agency(), applicant=whom).case
        applicant.withdraw(case, "")
    assert [one.args_kwargs["args"] for one in DBTaskResult.objects.all()] == [[case.pk]]
    erasure.erase_at_the_machine(case, Basis.CONSENT_WITHDRAWN)

    mail.send_receipt.call(case.pk)

    assert outbox.outbox == []
