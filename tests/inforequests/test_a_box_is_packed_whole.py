"""A box, or a year, as one package: made piece by piece, read back it is what the ledger says."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from tests import played, town
from tests.portal.requests.working import standing
from tests.prepared import MONDAY
from yangguang.casework import attachments, erasure, moment
from yangguang.casework.digests import digest
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, Event, Opening, Package
from yangguang.casework.models.personal import Opened, Reason
from yangguang.inforequests import packages
from yangguang.inforequests.actions import applicant, filing
from yangguang.inforequests.actions.filing import InBox
from yangguang.inforequests.packages import Which
from yangguang.law.erasure import Basis
from yangguang.law.filing import Box, Retention

BOX = Box(2026, Retention.TEN_YEARS, 4)


def _filed(office: town.Office, *, box: int = 4) -> Case:
    with moment.standing_at(MONDAY - timedelta(days=30)):
        case = town.request_at(office.agency, uploads=[played.PNG]).case
        applicant.withdraw(case, "")
    people = town.may(office.section_head)
    filing.file_each([(case.number, case.events.count())], office.agency, InBox(box), people)
    return case


def _asked(office: town.Office, which: Which | None = None) -> Package:
    people = town.may(office.section_head)
    return packages.ask(office.agency, which or Which(2026, BOX), people)


def _worked(package: Package, at_a_time: float = 60) -> Package:
    packages.step(package, at_a_time)
    return Package.objects.select_related("key", "agency", "person").get(pk=package.pk)


def _read(content: Iterable[bytes]) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(b"".join(content)))
    return {name: archive.read(name) for name in archive.namelist()}


def test_read_back_it_is_what_the_ledger_says(office: town.Office) -> None:
    cases = [_filed(office), _filed(office)]
    _filed(office, box=5)
    head = town.may(office.section_head)
    package = _worked(_asked(office))

    held = _read(packages.pieces(package, head))

    names = ("案卷.pdf", "台账.json", "附件/001_身份证.png", "目录.csv", "SM3.txt")
    inside = {f"{case.number}/{name}" for case in cases for name in names}
    assert set(held) == inside | {"目录.csv", "SM3.txt", "SHA256SUMS"}
    for sums, reckon in (
        ("SM3.txt", digest),
        ("SHA256SUMS", lambda content: hashlib.sha256(content).hexdigest()),
    ):
        lines = [line.split("  ", 1) for line in held[sums].decode().splitlines()]
        assert {name for _mark, name in lines} == inside | {"目录.csv"}
        assert all(reckon(held[name]) == mark for mark, name in lines)
    rows = list(csv.DictReader(io.StringIO(held["目录.csv"].decode("utf-8-sig"))))
    filed = [standing(case).filed for case in cases]
    assert [row["档号"] for row in rows] == [one.reference for one in filed if one]
    for case in cases:
        told = json.loads(held[f"{case.number}/台账.json"])["events"]
        events = Event.objects.filter(case=case).order_by("seq")
        assert [(one["digest"], one["previous"]) for one in told] == list(
            events.values_list("digest", "previous")
        )
    opened = Opening.objects.filter(what=Opened.CASE_FILE, reason=Reason.FILING)
    assert {one.party.case for one in opened} == set(cases)


def test_it_is_made_piece_by_piece_and_taken_up_where_it_stopped(office: town.Office) -> None:
    for _ in range(2):
        _filed(office)
    package = _asked(office)
    assert _asked(office) == package
    assert DBTaskResult.objects.count() == 1
    head = town.may(office.section_head)

    begun = _worked(package, at_a_time=0)

    assert packages.progress(begun, head) == (1, 2, [])
    assert DBTaskResult.objects.count() == 2
    with pytest.raises(NotAllowed, match="还没有做好"):
        packages.pieces(begun, head)
    ready = _worked(begun)
    assert packages.progress(_worked(ready), head) == (2, 2, [])
    assert Opening.objects.filter(what=Opened.CASE_FILE).count() == 2


def test_after_a_day_it_is_gone(office: town.Office) -> None:
    _filed(office)
    package = _worked(_asked(office, Which(2026)))
    path = attachments._path(package.packed.get().stored)
    assert path.exists()
    assert packages.end_old() == 0

    with moment.standing_at(MONDAY + packages.KEPT + timedelta(minutes=1)):
        head = town.may(office.section_head)
        with pytest.raises(NotAllowed, match="过期"):
            packages.pieces(package, head)
        assert packages.end_old() == 1

    package.key.refresh_from_db()
    assert bytes(package.key.wrapped) == b""
    assert not path.exists()


def test_it_is_for_who_assigns_and_opens_everything(office: town.Office) -> None:
    _filed(office)
    for person in (office.handler, office.leader):
        with pytest.raises(NotAllowed):
            packages.ask(office.agency, Which(2026, BOX), town.may(person))


def test_what_is_destroyed_meanwhile_is_no_longer_in_it(
    office: town.Office, django_capture_on_commit_callbacks
) -> None:
    case, other = _filed(office), _filed(office)
    package = _worked(_asked(office))
    path = attachments._path(package.packed.get(case=case).stored)

    with django_capture_on_commit_callbacks(execute=True):
        erasure.erase_at_the_machine(case, Basis.CONSENT_WITHDRAWN)

    assert not path.exists()
    held = _read(packages.pieces(package, town.may(office.section_head)))
    assert {name.partition("/")[0] for name in held if "/" in name} == {other.number}
