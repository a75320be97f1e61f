"""What goes to the archives with a request: its file, its attachments, its ledger (Art. 45)."""

import json
from collections.abc import Iterator
from typing import Final

from yangguang.agencies.capabilities import Standing
from yangguang.casework import attachments, ledger, personal
from yangguang.casework.documents import package
from yangguang.casework.models import Case, Event
from yangguang.casework.personal import Why
from yangguang.inforequests import derivation
from yangguang.inforequests.actions import case_file

CASE_FILE: Final = "案卷.pdf"
LEDGER: Final = "台账.json"


def of_case(case: Case, people: Standing, why: Why) -> bytes:
    """The package of a request, a ZIP: the case file, every file as it came, ledger, catalogue.

    Who took it, and why, goes on record as for the case file. Files whose key was destroyed are not
    in it. Raises NotAllowed, Mistakes, CannotOpen, Unwritable where no PDF can be made here.
    """
    whole = case_file.make(case, people, why)
    kept = [(CASE_FILE, whole), (LEDGER, ledger_of(case)), *_files(case)]
    return package.write(case.number, _place(case), kept)


def ledger_of(case: Case) -> bytes:
    """The ledger of a case as JSON: each event with what its digest is over; people by ids."""
    events = [
        {
            "seq": one.seq,
            "kind": one.kind,
            "version": one.version,
            "occurred_on": one.occurred_on.isoformat(),
            "recorded_at": one.recorded_at.isoformat(),
            "actor": one.actor_id,
            "instead_of": one.instead_of_id,
            "payload": one.payload,
            "previous": one.previous,
            "digest": one.digest,
        }
        for one in Event.objects.filter(case=case).order_by("seq")
    ]
    kept = {"case": case.number, "beginning": ledger.beginning(case), "events": events}
    return json.dumps(kept, ensure_ascii=False, indent=1).encode()


def _place(case: Case) -> str:
    request = derivation.standing(ledger.standing_events(case.events.order_by("seq")))
    filed = request.filed
    return filed.reference if filed else ""


def _files(case: Case) -> Iterator[tuple[str, bytes]]:
    for number, one in enumerate(attachments.files_of(case), 1):
        try:
            yield f"附件/{number:03}_{attachments.name_of(one)}", attachments.content_of(one)
        except personal.Erased:
            continue
