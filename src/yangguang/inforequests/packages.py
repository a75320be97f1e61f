"""Packages of a whole box or year: made in the background, a case at a time; they end after a day.

A package is worked on for a minute at a time, so that mail does not wait behind it: then what is
left is put at the end of the row. Broken off, it goes on with what is left; done twice, what is
packed stays packed. What was packed lies sealed on disk under a key of the package's own, which is
destroyed when it ends. For each case it goes on record who opened it, as for a case file.
"""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django_tasks import task

from yangguang.agencies.capabilities import Capability, Standing, standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.errors import Unwritable
from yangguang.casework import attachments, moment, personal, sealing
from yangguang.casework.attachments import Upload
from yangguang.casework.documents import package as packages
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import CaseState, DataKey, Package, PackedCase
from yangguang.casework.models.personal import Reason
from yangguang.casework.personal import Why
from yangguang.inforequests import archives, queries
from yangguang.inforequests.actions import packing
from yangguang.law.filing import Box

KEPT: Final = timedelta(hours=24)
"""How long a package can be fetched once it is ready."""
GIVEN_UP: Final = timedelta(days=3)
"""How long one is worked on."""
AT_A_TIME: Final = 60.0
"""Seconds; then others have their turn."""
HEADS: Final = ("档号", "案件编号", "文号", "题名", "日期", "备注")
_WHY: Final = Why(Reason.FILING)
_ZIP: Final = "application/zip"


class Which(NamedTuple):
    """Of what a package is: of a year, or of one box of it."""

    year: int
    box: Box | None = None


class Progress(NamedTuple):
    """How many cases are done, of how many, and which could not be packed: number and why."""

    done: int
    whole: int
    faults: list[tuple[str, str]]

    @property
    def packed(self) -> int:
        """How many are in it."""
        return self.done - len(self.faults)


def may_pack(agency: Agency, people: Standing) -> bool:
    """Whether these people may take whole boxes along: who assigns, and may open everything."""
    needed = (Capability.ASSIGN, Capability.OPEN_PERSONAL)
    return all(people.can(one, agency.pk) for one in needed)


def ask(agency: Agency, which: Which, people: Standing) -> Package:
    """Have a package made in the background. Raises NotAllowed, Mistakes."""
    _require(agency, people)
    person = people.person
    assert person is not None
    if not inside(agency, which, people).exists():
        raise Mistakes({"year": _("这里没有归档的申请。")})
    with transaction.atomic():
        # Two who ask at once, or a button pressed twice, are one.
        Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
        retention, box = (which.box.retention, which.box.number) if which.box else ("", None)
        same = live(agency, people).filter(year=which.year, retention=retention, box=box)
        if asked := same.filter(ready_at=None, fault="").first():
            return asked
        made = Package.objects.create(
            agency=agency,
            person=person,
            year=which.year,
            retention=retention,
            box=box,
            key=personal.new_key(),
            asked_at=moment.now(),
        )
        work.enqueue(made.pk)
    return made


@task()
def work(package: int) -> None:
    """Work on a package for a while; what is left is put into the row again."""
    step(Package.objects.select_related("agency", "person", "key").get(pk=package))


def step(package: Package, at_a_time: float = AT_A_TIME) -> None:
    """Pack case after case, for so many seconds at least; once all are, it is ready."""
    until = time.monotonic() + at_a_time
    if package.ready_at or package.ended_at or package.fault:
        return
    people = standing(package.person, moment.today())
    for state in _left(package, people):
        try:
            _pack(package, state, people)
        except Unwritable as why:
            Package.objects.filter(pk=package.pk).update(fault=str(why)[:200])
            return
        if time.monotonic() >= until:
            work.enqueue(package.pk)
            return
    Package.objects.filter(pk=package.pk, ready_at=None).update(ready_at=moment.now())


def inside(agency: Agency, which: Which, people: Standing) -> QuerySet[CaseState]:
    """What is to be packed, in the order of the archives."""
    if which.box:
        return archives.inside(people, agency, which.box)
    found = queries.filed(people, agency).filter(filed_year=which.year)
    return found.order_by(*archives.ORDER)


def which(package: Package) -> Which:
    """Of what a package is."""
    return Which(package.year, archives.box_of(package.year, package.retention, package.box))


def progress(package: Package, people: Standing) -> Progress:
    """How far it is."""
    packed = package.packed.select_related("case").order_by("case__number")
    faults = [(one.case.number, one.fault) for one in packed if one.fault]
    if package.ready_at:
        return Progress(len(packed), len(packed), faults)
    return Progress(len(packed), len(packed) + _left(package, people).count(), faults)


def asked_by(people: Standing) -> QuerySet[Package]:
    """The packages that someone asked for, ended or not, the latest first."""
    found = Package.objects.filter(person=people.person).select_related("agency", "key", "person")
    return found.order_by("-pk")


def live(agency: Agency, people: Standing) -> QuerySet[Package]:
    """Those of an agency's archives that have not ended."""
    return asked_by(people).filter(agency=agency, ended_at=None)


def until(package: Package) -> datetime | None:
    """Until when it can be fetched; None while it is not ready."""
    return package.ready_at + KEPT if package.ready_at else None


def require(package: Package, people: Standing) -> None:
    """Raise NotAllowed where it cannot be fetched, now or by them."""
    last = until(package)
    if last is None:
        raise NotAllowed(_("归档包还没有做好。"))
    if package.ended_at or moment.now() > last:
        raise NotAllowed(_("归档包已经过期清除，请重新做。"))
    _require(package.agency, people)


def pieces(package: Package, people: Standing) -> Iterator[bytes]:
    """Its bytes, read a case at a time. Raises NotAllowed, and CannotOpen, OSError on the way."""
    require(package, people)
    key = personal.plain_key(package.key)
    rows = {one.case_id: one for one in package.packed.exclude(stored="")}
    states = CaseState.objects.filter(pk__in=rows).order_by(*archives.ORDER)
    return packages.pieces(HEADS, _opened(states, rows, key))


def direct(
    agency: Agency, which: Which, people: Standing
) -> tuple[int, Iterator[bytes], list[tuple[str, str]]]:
    """The same made as it is read, and kept nowhere: how many cases; which could not be packed.

    The last list fills while the bytes are read. Raises NotAllowed; Unwritable on the way.
    """
    _require(agency, people)
    faults: list[tuple[str, str]] = []
    found = list(inside(agency, which, people).select_related("case__agency"))

    def packed() -> Iterator[packages.Packed]:
        for state, item in zip(found, archives.catalogue(found), strict=True):
            try:
                content = packing.of_case(state.case, people, _WHY)
            except (NotAllowed, sealing.CannotOpen) as why:
                faults.append((state.number, str(why)))
                continue
            yield packages.Packed(content, _line(item))

    return len(found), packages.pieces(HEADS, packed()), faults


def end_old() -> int:
    """End what was ready long enough, or never will be; how many. Its key and its files go."""
    now = moment.now()
    found = Package.objects.filter(ended_at=None)
    old = found.filter(ready_at__lt=now - KEPT) | found.filter(asked_at__lt=now - GIVEN_UP - KEPT)
    return sum(_end(one) for one in old)


def _end(package: Package) -> bool:
    with transaction.atomic():
        now = moment.now()
        is_mine = Package.objects.filter(pk=package.pk, ended_at=None).update(ended_at=now)
        DataKey.objects.filter(pk=package.key_id).update(wrapped=b"", destroyed_at=now)
        places = list(package.packed.exclude(stored="").values_list("stored", flat=True))
    for place in places:
        attachments.remove(place)
    return bool(is_mine)


def _require(agency: Agency, people: Standing) -> None:
    if not may_pack(agency, people):
        raise NotAllowed(_("整盒、整年的归档包由分办申请、能打开申请人信息的负责人下载。"))


def _left(package: Package, people: Standing) -> QuerySet[CaseState]:
    packed = package.packed.values("case")
    found = inside(package.agency, which(package), people).exclude(pk__in=packed)
    return found.select_related("case__agency")


def _pack(package: Package, state: CaseState, people: Standing) -> None:
    """One case; none of the database is held meanwhile, for a PDF takes its time."""
    try:
        content = packing.of_case(state.case, people, _WHY)
    except (NotAllowed, sealing.CannotOpen) as why:
        kept = {"fault": str(why)[:200]}
    else:
        upload = Upload(f"{state.number}.zip", content)
        stored = attachments.stored_as_made(upload, _ZIP, personal.plain_key(package.key))
        kept = {"stored": stored.place, "digest": stored.digest}
    try:
        with transaction.atomic():
            PackedCase.objects.create(package=package, case=state.case, **kept)
    except IntegrityError:  # another worker took it up meanwhile
        if "stored" in kept:
            attachments.remove(kept["stored"])


def _opened(
    states: QuerySet[CaseState], rows: dict[int, PackedCase], key: bytes
) -> Iterator[packages.Packed]:
    every = list(states)
    for item in archives.catalogue(every):
        row = rows[item.case]
        yield packages.Packed(attachments.content_at(row.stored, row.digest, key), _line(item))


def _line(item: archives.Item) -> tuple[str, ...]:
    dated = str(item.dated or "")
    return (item.place, item.number, item.letter, item.title, dated, item.remark)
