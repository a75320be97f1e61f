"""Many cases at once: copies of cases that the actions made, written in bulk.

A copy is the same history under another number, query code and keys. Every row of the original is
written again under an id of its own; what names a row names the copy's; what was sealed is sealed
anew, so that it opens where it now belongs; the numbers are drawn, and the chain is reckoned, by
the functions that the actions use. Only the page of an issued letter stays the original's, with the
number that stands on it: nobody wants to print a hundred thousand pages. Copies can be told apart:
then each is somebody else's request for something else (`bench.told`).
"""

import json
import secrets
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import count, cycle, islice
from operator import or_
from typing import Any, Final, NamedTuple

from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.models import ForeignKey, Max, Model, Q, QuerySet

from bench.told import Told
from yangguang.casework import attachments, ledger, letters, likeness, moment, personal, sealing
from yangguang.casework.attachments import Upload
from yangguang.casework.digests import canonical, digest
from yangguang.casework.models import (
    Approval,
    ApprovalStep,
    Attachment,
    Case,
    CaseState,
    CaseText,
    DataKey,
    Event,
    FormerCount,
    FormToken,
    IssuedLetter,
    Letter,
    LetterRevision,
    Likeness,
    LikenessBand,
    Opening,
    Party,
    PartyIndex,
)
from yangguang.casework.models.letters import Enclosure
from yangguang.casework.models.personal import PartyRole
from yangguang.inforequests import public_version, query_code, taking_in
from yangguang.inforequests.actions import publish
from yangguang.inforequests.models import PublicAnswer, PublicFile
from yangguang.law.identity import Paper

COPIED: Final[Mapping[type[Model], tuple[str, ...]]] = {
    Case: ("pk",),
    DataKey: ("parties__case", "attachments__case"),
    Party: ("case",),
    PartyIndex: ("party__case",),
    Opening: ("party__case",),
    CaseText: ("case",),
    Attachment: ("case",),
    Letter: ("case",),
    LetterRevision: ("letter__case",),
    Enclosure: ("revision__letter__case",),
    Approval: ("case",),
    ApprovalStep: ("approval__case",),
    IssuedLetter: ("letter__case",),
    FormToken: ("case",),
    Event: ("case",),
    CaseState: ("case",),
    FormerCount: ("case",),
    Likeness: ("case",),
    LikenessBand: ("likeness__case",),
    PublicAnswer: ("case",),
    PublicFile: ("answer__case",),
}
"""The tables in which a case has rows, and how these are found from the case."""

NAMED_IN_PAYLOADS: Final[Mapping[str, type[Model]]] = {
    "party": Party,
    "text": CaseText,
    "key": DataKey,
    "attachments": Attachment,
    "decided": Attachment,
    "file": Attachment,
    "letter": Letter,
    "asked": Letter,
    "revision": LetterRevision,
    "approval": Approval,
    "step": ApprovalStep,
    "answer": PublicAnswer,
}
"""What an event's payload names by id."""

_AT_ONCE: Final = 500
_Ids = dict[type[Model], dict[int, int]]


class Copied(NamedTuple):
    """A copy: its number, and the code by which the applicant would look it up."""

    number: str
    code: str


def rows_of(model: type[Model], case: Case) -> QuerySet[Any]:
    """The rows of a case in one of these tables, in their order."""
    named = reduce(or_, (Q(**{path: case.pk}) for path in COPIED[model]))
    return model._base_manager.filter(named).distinct().order_by("pk")


def copies(
    originals: Sequence[Case],
    many: int,
    *,
    with_files: bool = True,
    told: Iterator[Told] | None = None,
) -> Iterator[Copied]:
    """Write `many` copies of the originals, in turn; one named twice is copied twice as often.

    Each batch is a transaction; nobody else may write meanwhile. Without files the rows of the
    attachments are there and their bytes are not on disk. With `told` each copy is asked as the
    next of them says; else all ask what the originals asked.
    """
    alike: dict[str, int] = {}
    distinct = {case.pk: case for case in originals}
    known = {pk: _Original.of(case, with_files) for pk, case in distinct.items()}
    turns = islice(cycle([known[case.pk] for case in originals]), many)
    while batch := list(islice(turns, _AT_ONCE)):
        with transaction.atomic():
            writing = _Writing()
            made = [
                writing.copied(original, next(told) if told else None, alike) for original in batch
            ]
            writing.write()
        yield from made


@dataclass(frozen=True, slots=True)
class _Original:
    """A case with its rows, and in the clear what of them is sealed, by table and id."""

    case: Case
    rows: Mapping[type[Model], list[Any]]
    plain: Mapping[tuple[type[Model], int], bytes]
    files: Mapping[int, bytes]
    values: Mapping[tuple[type[Model], int], list[Any]]
    """Each row as the database takes it: most of a copy's columns are the same."""

    @classmethod
    def of(cls, case: Case, with_files: bool) -> "_Original":
        rows = {model: list(rows_of(model, case)) for model in COPIED}
        keys = {key.pk: personal.plain_key(key) for key in rows[DataKey]}
        plain: dict[tuple[type[Model], int], bytes] = {}
        for model in (Party, CaseText):
            for row in rows[model]:
                plain[model, row.pk] = sealing.unseal(keys[row.key_id], row.sealed, _place(row))
        files = {}
        for row in rows[Attachment]:
            plain[Attachment, row.pk] = attachments.name_of(row).encode()
            if with_files:
                files[row.pk] = attachments.content_of(row)
        values = {
            (model, row.pk): [_for_the_database(field, row) for field in _columns(model)]
            for model in rows
            for row in rows[model]
        }
        return cls(case, rows, plain, files, values)

    def written(self, row: Any, new: Any) -> list[Any]:
        """A copy's row as the database takes it, `row` being the original's."""
        before, after = row.__dict__, new.__dict__
        return [
            value
            if before[field.attname] is after[field.attname]
            else _for_the_database(field, new)
            for field, value in zip(
                _columns(type(row)), self.values[type(row), row.pk], strict=True
            )
        ]


class _Writing:
    """A batch of copies: the ids that come next, and the rows to be written."""

    def __init__(self) -> None:
        self._next = {model: _ids_of(model) for model in COPIED}
        self._rows: dict[type[Model], list[Any]] = defaultdict(list)

    def copied(self, original: _Original, told: Told | None, alike: dict[str, int]) -> Copied:
        """A copy's rows; they are written by `write`. `alike`: the first case with such words."""
        agency = original.case.agency
        with moment.standing_at(original.case.opened_at):
            (number,), code = taking_in.next_numbers(agency, 1), query_code.new_code()
        made, ids = Copied(number, code), self._ids(original)
        keys: dict[int, bytes] = {}
        asked = _Asked.of(told) if told else None
        previous = ""
        for model, rows in original.rows.items():
            for row in rows:
                new = _renamed(row, ids)
                match new:
                    case Case():
                        new.number, new.query_code = number, query_code.blinded(number, code)
                        previous = ledger.beginning(new)
                    case CaseState():
                        new.number = number
                    case DataKey():
                        keys[new.pk] = sealing.new_key()
                        new.wrapped, new.master = sealing.wrap(keys[new.pk])
                    case Party() | CaseText():
                        plain = original.plain[model, row.pk]
                        if asked:
                            plain = asked.sealed(new, plain)
                        new.sealed = sealing.seal(keys[new.key_id], plain, _place(new))
                    case PartyIndex() if asked and new.party_id in asked.parties:
                        new.name, new.paper = asked.name, asked.paper
                    case Likeness() if asked:
                        new.signature = asked.signature
                        new.group = alike.setdefault(asked.told.wanted, new.pk)
                    case LikenessBand() if asked:
                        new.band = next(asked.bands)
                    case Attachment():
                        _keep(new, original, row, keys[new.key_id])
                    case Approval() if row.subject == public_version.subject(original.case.pk):
                        new.subject = public_version.subject(new.case_id)
                    case PublicAnswer():
                        new.address = publish.next_address(agency, row.published_on.year)
                    case Approval():
                        letter = int(row.subject.rpartition(":")[2])
                        new.subject = letters.subject(Letter(pk=ids[Letter][letter]))
                    case IssuedLetter():
                        new.number = letters.next_letter_number(agency, row.dated.year)
                    case FormToken():
                        new.token = secrets.token_hex(32)
                    case Event():
                        new.payload = _renamed_in(row.payload, ids)
                        if asked:
                            asked.renew(new.payload)
                        new.previous = previous
                        previous = new.digest = ledger.digest_of(new)
                self._rows[model].append(original.written(row, new))
        return made

    def write(self) -> None:
        """Write all rows, and let the database's own counters follow."""
        for model, rows in self._rows.items():
            _insert(model, rows)
        reset = connection.ops.sequence_reset_sql(no_style(), list(COPIED))
        with connection.cursor() as cursor:
            for statement in reset:
                cursor.execute(statement)

    def _ids(self, original: _Original) -> _Ids:
        """For each row of the original that is named by an id of its own, the copy's."""
        return {
            model: {row.pk: next(self._next[model]) for row in rows}
            for model, rows in original.rows.items()
            if not model._meta.pk.is_relation and model is not FormToken
        }


@dataclass(slots=True)
class _Asked:
    """What a copy asks instead of what its original asked; the ids of its applicant's rows."""

    told: Told
    name: bytes
    paper: bytes
    signature: bytes
    bands: Iterator[int]
    parties: set[int] = field(default_factory=set)
    digests: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, told: Told) -> "_Asked":
        signature = likeness.signature_of(told.wanted)
        return cls(
            told,
            sealing.blind(personal.NAME, told.name),
            sealing.blind(personal.PAPER, told.paper_number),
            signature,
            iter(likeness._bands(signature)),
        )

    def sealed(self, new: Any, plain: bytes) -> bytes:
        """What a party or a text of the copy seals, `plain` being the original's."""
        match new:
            case Party(role=PartyRole.APPLICANT):
                self.parties.add(new.pk)
                own = {"paper": Paper.PASSPORT, "paper_number": self.told.paper_number}
                said = {**json.loads(plain), "name": self.told.name, **own}
                return json.dumps(said, ensure_ascii=False).encode()
            case CaseText(kind="request"):
                salt, words = json.loads(plain)
                plain = canonical([salt, {**words, "wanted": self.told.wanted}])
                old, new.digest = new.digest, digest(plain)
                self.digests[old] = new.digest
        return plain

    def renew(self, payload: dict[str, Any]) -> None:
        """Let an event name the digests of what the copy seals."""
        if "digests" in payload:
            payload["digests"] = [self.digests.get(one, one) for one in payload["digests"]]


def _ids_of(model: type[Model]) -> Iterator[int]:
    last = model._base_manager.aggregate(last=Max("pk"))["last"]
    return count(last + 1 if isinstance(last, int) else 1)


def _renamed(row: Any, ids: _Ids) -> Any:
    """A row under its new id, that names the copy's rows where it named the original's."""
    new = object.__new__(type(row))
    new.__dict__ = dict(row.__dict__)  # copy.copy would go by way of pickle
    for column, target in _relations(type(row)):
        if (old := getattr(row, column)) is not None:
            setattr(new, column, ids[target][old])
    if (own := ids.get(type(row))) is not None:
        new.pk = own[row.pk]
    return new


_RELATIONS: dict[type[Model], list[tuple[str, type[Model]]]] = {}


def _relations(model: type[Model]) -> list[tuple[str, type[Model]]]:
    """The columns of a table that name a row of the case."""
    if model not in _RELATIONS:
        _RELATIONS[model] = [
            (field.attname, _root(field.related_model))
            for field in model._meta.local_fields
            if isinstance(field, ForeignKey) and _root(field.related_model) in COPIED
        ]
    return _RELATIONS[model]


def _root(model: Any) -> type[Model]:
    """The table whose ids a table goes by: of an issued letter, that of letters."""
    key = model._meta.pk
    return _root(key.related_model) if key.is_relation else model


def _renamed_in(payload: Mapping[str, Any], ids: _Ids) -> dict[str, Any]:
    renamed = dict(payload)
    for name, model in NAMED_IN_PAYLOADS.items():
        match payload.get(name):
            case list() as several:
                renamed[name] = [ids[model][one] for one in several]
            case int() as one:
                renamed[name] = ids[model][one]
    return renamed


def _place(row: Any) -> bytes:
    """Where a party or a text belongs, as the room itself says it."""
    what = f"party {row.role}" if isinstance(row, Party) else f"text {row.kind}"
    return personal._place(what, Case(pk=row.case_id))


def _keep(new: Any, original: _Original, row: Any, key: bytes) -> None:
    """A file under the copy's key: on disk, or its name only."""
    name = original.plain[Attachment, row.pk]
    if row.pk in original.files:
        upload = Upload(name.decode(), original.files[row.pk])
        kept = attachments.stored_as_made(upload, row.media_type, key)
        new.stored, new.name = kept.place, kept.name
    else:
        new.stored = secrets.token_hex(16)
        new.name = sealing.seal(key, name, attachments._bound(new.stored, "name"))


def _insert(model: type[Model], rows: Sequence[list[Any]]) -> None:
    table, quote = model._meta.db_table, connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in _columns(model))
    places = ", ".join(["%s"] * len(_columns(model)))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(table)} ({columns}) VALUES ({places})", rows)


def _columns(model: type[Model]) -> Any:
    return model._meta.local_concrete_fields


def _for_the_database(field: Any, row: Any) -> Any:
    return field.get_db_prep_save(row.__dict__[field.attname], connections[DEFAULT_DB_ALIAS])
