"""Parties and texts: sealed on the way in, opened for those who may, with the opening on record."""

import json
import re
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from yangguang.agencies.models import Person
from yangguang.casework import moment, sealing
from yangguang.casework.digests import canonical, digest
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import (
    Attachment,
    Case,
    CaseText,
    DataKey,
    Opening,
    Party,
    PartyIndex,
)
from yangguang.casework.models.personal import Opened, Reason
from yangguang.casework.sealing import CannotOpen
from yangguang.law import identity

NAME: Final = "name"
PAPER: Final = "paper"
CONSULTED: Final = "consulted"
"""The kind of text and of file that comes from who was asked about a case: sealed under their key,
and theirs as their particulars are."""

Words = Mapping[str, object] | str
"""Plain words, or named parts."""


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
    (key,) = new_keys([plain or sealing.new_key()])
    return key


def new_keys(plain: Iterable[bytes]) -> list[DataKey]:
    """Data keys that were drawn before, wrapped and kept."""
    wrapped = (sealing.wrap(one) for one in plain)
    return DataKey.objects.bulk_create(DataKey(wrapped=one, master=name) for one, name in wrapped)


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
    (party,) = add_parties([PartyToKeep(case, role, particulars, key, replaces)])
    return party


class PartyToKeep(NamedTuple):
    """Someone whose particulars are to be kept, sealed under `key`."""

    case: Case
    role: str
    particulars: Particulars
    key: DataKey
    replaces: Party | None = None


def add_parties(some: Sequence[PartyToKeep]) -> list[Party]:
    """Keep the particulars of some, in their order; as `add_party`."""
    parties = Party.objects.bulk_create(
        Party(
            case=one.case,
            role=one.role,
            key=one.key,
            sealed=sealing.seal(
                plain_key(one.key),
                json.dumps(asdict(one.particulars), ensure_ascii=False).encode(),
                _place(f"party {one.role}", one.case),
            ),
            replaces=one.replaces,
        )
        for one in some
    )
    names, papers = sealing.blinder(NAME), sealing.blinder(PAPER)
    PartyIndex.objects.bulk_create(
        PartyIndex(
            party=party,
            name=names(one.particulars.name.strip()),
            paper=papers(identity.normalised(one.particulars.paper_number)),
        )
        for party, one in zip(parties, some, strict=True)
    )
    return parties


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


class Why(NamedTuple):
    """Why someone opens what is a party's; the remark says it where the reason is another."""

    reason: Reason = Reason.HANDLING
    remark: str = ""

    def require(self) -> None:
        """Raise Mistakes where another reason is not told."""
        if self.reason is Reason.OTHER and not self.remark.strip():
            raise Mistakes({"more": _("请写明查看的理由，查看会留下记录。")})


def open_party(
    party: Party, person: Person, why: Why, what: Opened = Opened.PARTICULARS
) -> Particulars:
    """Someone's particulars for `person` to see; that they saw them, and why, is on record.

    Raises Mistakes without a reason, Erased, CannotOpen.
    """
    why.require()
    particulars = particulars_of(party)
    note_opening(party, person, what, why)
    return particulars


def note_opening(
    party: Party, person: Person, what: Opened, why: Why, file: Attachment | None = None
) -> None:
    """Put on record that `person` saw what is a party's, and why. Raises Erased, CannotOpen."""
    remark = why.remark.strip()[:200].encode()
    sealed = sealing.seal(plain_key(party.key), remark, _place("remark", party.case))
    Opening.objects.create(
        party=party,
        person=person,
        what=what,
        reason=why.reason,
        remark=sealed if remark else b"",
        file=file,
        opened_at=moment.now(),
    )


def remark_of(opening: Opening) -> str:
    """What the opener said beside the reason; empty where it cannot be read any more."""
    party = opening.party
    if not opening.remark:
        return ""
    try:
        place = _place("remark", party.case)
        return sealing.unseal(plain_key(party.key), bytes(opening.remark), place).decode()
    except (Erased, CannotOpen):
        return ""


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


def concealer(parties: Iterable[Party]) -> Callable[[str], str]:
    """What masks, in any words, what is told of these parties: names, numbers, addresses.

    For words that someone else than who handles the case is to read. What cannot be opened (any
    more) cannot be in words that can.
    """
    plain: dict[str, str] = {}
    for party in parties:
        try:
            told = particulars_of(party)
        except (Erased, CannotOpen):
            continue
        shown = masked(told)
        for name in ("name", "paper_number", "phone", "email", "address", "contact"):
            if len(getattr(told, name).strip()) > 1:
                plain[getattr(told, name).strip()] = getattr(shown, name)
    if not plain:
        return str
    longest_first = sorted(plain, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return lambda words: pattern.sub(lambda found: plain[found[0]], words)


def add_text(case: Case, kind: str, words: Words, key: DataKey) -> CaseText:
    """Keep a text of a case, sealed under `key`: plain words, or named parts."""
    (text,) = add_texts(kind, [(case, words, key)])
    return text


def add_texts(kind: str, some: Iterable[tuple[Case, Words, DataKey]]) -> list[CaseText]:
    """Keep a text of each of some cases, in their order; as `add_text`."""
    return CaseText.objects.bulk_create(_text(kind, *one) for one in some)


def _text(kind: str, case: Case, words: Words, key: DataKey) -> CaseText:
    plain = canonical([secrets.token_hex(16), words])
    return CaseText(
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
