"""The site is killed under load, again and again: what a page acknowledged is there, whole."""

import http.client
import random
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.db import connection
from django.test import override_settings

from tests import town
from tests.portal.requests.asking import NAME
from tests.served import Served
from tests.visitor import Page, Shown, Visitor
from yangguang.casework import attachments, personal
from yangguang.casework.models import Case, Counter, FormToken
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests import query_code

KILLS, VISITORS = 4, 6
MOST_RECEIPTS, LONGEST_PAUSE = 12, 0.02
CUT_OFF = (OSError, http.client.HTTPException)
"""What a visitor sees of a site that is killed."""


@dataclass
class Town:
    """People who ask, one request after the other, for as long as the site is killed."""

    port: int
    receipts: dict[str, Shown] = field(default_factory=dict)
    """What was shown, by what was asked for."""
    being_sent: set[str] = field(default_factory=set)
    sent_again: set[str] = field(default_factory=set)
    is_over: threading.Event = field(default_factory=threading.Event)
    faults: list[Exception] = field(default_factory=list)

    def someone_asks(self, name: int) -> None:
        """Fill in forms and send each until its receipt has been read."""
        try:
            for count in range(100_000):
                if self.is_over.is_set():
                    return
                wanted = f"文件 {name}-{count}"
                visitor, page = self._filled_in(wanted)
                self.receipts[wanted] = self._sent(visitor, page, wanted)
                visitor.leave()
        except Exception as fault:
            self.faults.append(fault)

    def _filled_in(self, wanted: str) -> tuple[Visitor, Page]:
        while True:
            visitor = Visitor(self.port)
            try:
                return visitor, visitor.fill_in("jiaotong", wanted, content(wanted))
            except CUT_OFF:
                self._wait(visitor)

    def _sent(self, visitor: Visitor, page: Page, wanted: str) -> Shown:
        while True:
            self.being_sent.add(wanted)
            try:
                return visitor.send(page)
            except CUT_OFF:
                self.sent_again.add(wanted)
                self._wait(visitor)
            finally:
                self.being_sent.discard(wanted)

    def _wait(self, visitor: Visitor) -> None:
        visitor.leave()
        time.sleep(0.1)


def content(wanted: str) -> bytes:
    """The file that goes with a request."""
    return b"\x89PNG\r\n\x1a\n" + wanted.encode() * 2000


def _environment(folder: Path) -> dict[str, str]:
    """The test's own database for a site that is really served, and a folder."""
    database = connection.settings_dict
    told = {"YANGGUANG_VAR": str(folder), "DATABASE_URL": ""}
    if connection.vendor == "postgresql":
        where = f"{database['NAME']}?host={database['HOST']}"
        return {**told, "DATABASE_URL": f"postgresql://{database['USER']}@/{where}"}
    folder.mkdir()
    (folder / "yangguang.sqlite3").symlink_to(database["NAME"])
    return told


def _killed_again_and_again(site: Served, city: Town, chance: random.Random) -> None:
    """Each time after some more receipts, in the middle of whatever the site is at."""
    for _ in range(KILLS):
        enough = len(city.receipts) + chance.randint(1, MOST_RECEIPTS)
        while not city.faults and (len(city.receipts) < enough or not city.being_sent):
            time.sleep(0.001)
        time.sleep(chance.uniform(0, LONGEST_PAUSE))
        site.kill()
        site.start()


@pytest.mark.django_db(transaction=True)
def test_every_receipt_is_there_with_its_content_after_many_kills(tmp_path: Path) -> None:
    town.agency()
    with ExitStack() as around:
        site = around.enter_context(Served(_environment(tmp_path / "var")))
        city = Town(site.port)
        people = [threading.Thread(target=city.someone_asks, args=[n]) for n in range(VISITORS)]
        for person in people:
            person.start()
            around.callback(person.join)
        around.callback(city.is_over.set)
        _killed_again_and_again(site, city, random.Random(20260209))

    assert city.faults == []
    assert city.sent_again, "no kill met a form that was being sent"
    assert len(city.receipts) > KILLS
    with override_settings(ATTACHMENTS_FOLDER=tmp_path / "var" / "attachments"):
        assert [wanted for wanted, one in city.receipts.items() if not _is_whole(one, wanted)] == []
    # A form that was cut off was sent again until its receipt came: it is one request all the same.
    assert Case.objects.count() == len(city.receipts)
    assert not FormToken.objects.filter(case=None).exists()
    numbers = [int(one.number.rpartition("-")[2]) for one in Case.objects.order_by("pk")]
    assert numbers == list(range(1, Counter.objects.get().value + 1))
    assert list(broken_chains()) == []
    assert list(differences()) == []


def _is_whole(shown: Shown, wanted: str) -> bool:
    case = Case.objects.get(number=shown.number)
    words, file = personal.words_of(case.texts.get(kind="request")), case.attachments.get()
    party = personal.particulars_of(case.parties.get())
    return (
        isinstance(words, dict)
        and words["wanted"] == wanted
        and attachments.content_of(file) == content(wanted)
        and attachments.name_of(file) == "附件.png"
        and (party.name, party.paper_number) == (NAME, town.ID_CARD)
        and query_code.matches(bytes(case.query_code), case.number, shown.code)
    )
