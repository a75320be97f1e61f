"""Parties and texts: sealed on the way in, opened for those who may, with the opening on record."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.models import Person
from yangguang.casework import moment, sealing
from yangguang.casework.digests import canonical, digest
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, CaseText, DataKey, Opening, Party, PartyIndex
from yangguang.casework.sealing import CannotOpen
from yangguang.law import identity

NAME: Final = "name"
PAPER: Final = "paper"


@dataclass(frozen=True, slots=True)
class Particulars:
    """Who someone is and how they are reached, as they told us."""

    name: str
    paper: str = identity.Paper.ID_CARD
    paper_number: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    contact: str = ""
    """The person to speak to, where the applicant is an organisation."""


class Erased(Exception):
    """The key is destroyed: what it sealed cannot be read any more."""

    def __str__(self) -> str:
        return "个人信息已经按规定销毁，不能再查看。"


def new_key(plain: bytes | None = None) -> DataKey:
    """A data key, wrapped and kept: a fresh one, or one that was drawn before (`plain`)."""
    wrapped, master = sealing.wrap(plain or sealing.new_key())
    return DataKey.objects.create(wrapped=wrapped, master=master)


def plain_key(key: DataKey) -> bytes:
    """The data key itself. Raises Erased, or CannotOpen where the master key is not at hand."""
    if key.destroyed_at is not None:
        raise Erased
    return sealing.unwrap(bytes(key.wrapped), key.master)


def add_party(
    case: Case,
    role: str,
    particulars: Particulars,
    key: DataKey,
    replaces: Party | None = None,
) -> Party:
    """Keep someone's particulars, sealed under `key`."""
    plain = json.dumps(asdict(particulars), ensure_ascii=False).encode()
    party = Party.objects.create(
        case=case,
        role=role,
        key=key,
        sealed=sealing.seal(plain_key(key), plain, _place(f"party {role}", case)),
        replaces=replaces,
    )
    PartyIndex.objects.create(
        party=party,
        name=sealing.blind(NAME, particulars.name.strip()),
        paper=sealing.blind(PAPER, identity.normalised(particulars.paper_number)),
    )
    return party


def particulars_of(party: Party) -> Particulars:
    """Someone's particulars. For letters and checks; to show them to a person use `open_party`.

    Raises Erased, CannotOpen.
    """
    place = _place(f"party {party.role}", party.case)
    return Particulars(**json.loads(sealing.unseal(plain_key(party.key), party.sealed, place)))


def masked_of(party: Party) -> Particulars | None:
    """What lists show of someone; None where it cannot be read (any more)."""
    try:
        return masked(particulars_of(party))
    except (Erased, CannotOpen):
        return None


def open_party(party: Party, person: Person, reason: str) -> Particulars:
    """Someone's particulars for `person` to see; that they saw them, and why, is on record.

    Raises Mistakes without a reason, Erased, CannotOpen.
    """
    if not reason.strip():
        raise Mistakes({"reason": _("请写明查看的理由，查看会留下记录。")})
    particulars = particulars_of(party)
    note_opening(party, person, reason)
    return particulars


def note_opening(party: Party, person: Person, reason: str) -> None:
    """Put on record that `person` saw what is a party's, and why."""
    Opening.objects.create(
        party=party, person=person, reason=reason.strip()[:100], opened_at=moment.now()
    )


def masked(particulars: Particulars) -> Particulars:
    """Particulars as lists show them: enough to tell people apart, not enough to find them."""
    return Particulars(
        name=particulars.name[:1] + "*" * max(len(particulars.name) - 1, 1),
        paper=particulars.paper,
        paper_number=identity.masked(particulars.paper_number),
        phone=identity.masked(particulars.phone),
        email=particulars.email[:1] + "***" if particulars.email else "",
        address=particulars.address[:6] + "…" if particulars.address else "",
        postcode=particulars.postcode,
        contact=particulars.contact[:1] + "*" if particulars.contact else "",
    )


def add_text(case: Case, kind: str, words: Mapping[str, object] | str, key: DataKey) -> CaseText:
    """Keep a text of a case, sealed under `key`: plain words, or named parts."""
    plain = canonical([secrets.token_hex(16), words])
    return CaseText.objects.create(
        case=case,
        kind=kind,
        key=key,
        sealed=sealing.seal(plain_key(key), plain, _place(f"text {kind}", case)),
        digest=digest(plain),
    )


def words_of(text: CaseText) -> dict[str, object] | str:
    """The words of a text, as they were given to `add_text`. Raises Erased, CannotOpen."""
    place = _place(f"text {text.kind}", text.case)
    plain = sealing.unseal(plain_key(text.key), text.sealed, place)
    if digest(plain) != text.digest:
        raise CannotOpen  # another text of the same case stands in its place
    words: dict[str, object] | str = json.loads(plain)[1]
    return words


def _place(what: str, case: Case) -> bytes:
    """Where something sealed belongs: put elsewhere, it does not open."""
    return f"{what} of case {case.pk}".encode()
