"""Letters written: revisions bound to what they say, and their numbers when they go out."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from yangguang.agencies.models import Agency, Person
from yangguang.casework import moment, numbers, personal
from yangguang.casework.digests import canonical, digest
from yangguang.casework.models import (
    Attachment,
    Case,
    DataKey,
    IssuedLetter,
    Letter,
    LetterRevision,
)


def begin(case: Case, kind: str, author: Person) -> Letter:
    """A letter to be."""
    return Letter.objects.create(case=case, kind=kind, author=author, begun_at=moment.now())


def revise(
    letter: Letter,
    words: Mapping[str, object],
    terms: Mapping[str, Any],
    enclosures: Sequence[Attachment],
    author: Person,
    key: DataKey,
) -> LetterRevision:
    """What the letter says from now on; earlier revisions stay as they were."""
    text = personal.add_text(letter.case, f"letter {letter.kind}", words, key)
    last = letter.revisions.order_by("-seq").first()
    revision = LetterRevision.objects.create(
        letter=letter,
        seq=last.seq + 1 if last else 1,
        text=text,
        terms=dict(terms),
        digest=content_digest(letter.kind, text.digest, terms, [one.digest for one in enclosures]),
        author=author,
        written_at=moment.now(),
    )
    revision.enclosures.set(enclosures)
    return revision


def content_digest(
    kind: str, words: str, terms: Mapping[str, Any], enclosures: Sequence[str]
) -> str:
    """The digest of exactly what is approved: kind, words, terms, enclosures in any order."""
    return digest(canonical([kind, words, dict(terms), sorted(enclosures)]))


def digest_now(revision: LetterRevision) -> str:
    """The digest of a revision as it lies in the database now."""
    enclosures = revision.enclosures.values_list("digest", flat=True)
    return content_digest(
        revision.letter.kind, revision.text.digest, revision.terms, list(enclosures)
    )


def issued_digest(issued: IssuedLetter) -> str:
    """The digest of what makes a letter the one that went out: revision, number, date, file."""
    return digest(
        canonical(
            [
                issued.pk,
                issued.revision_id,
                issued.number,
                issued.dated.isoformat(),
                issued.file_id,
                issued.issued_by_id,
            ]
        )
    )


def authors(letter: Letter) -> QuerySet[Person]:
    """Everyone who wrote of it: of this letter, or of one of its kind that was laid aside before.

    A letter that went out is a matter of its own.
    """
    written = LetterRevision.objects.filter(
        letter__case=letter.case_id, letter__kind=letter.kind, letter__issued__isnull=True
    )
    return Person.objects.filter(pk__in=written.values("author"))


def subject(letter: Letter) -> str:
    """What a letter is called in its approvals."""
    return f"letter:{letter.pk}"


def next_letter_number(agency: Agency, year: int) -> str:
    """The next number of the agency's letters in a year: 青交公开〔2026〕5号 (GB/T 9704)."""
    return _numbered(agency, year, numbers.next_number(_series(agency, year)))


def number_that_comes_next(agency: Agency, year: int) -> str:
    """What `next_letter_number` will give if no other letter is numbered before; takes nothing."""
    return _numbered(agency, year, numbers.last_number(_series(agency, year)) + 1)


def _series(agency: Agency, year: int) -> str:
    return f"letters/{agency.pk}/{year}"


def _numbered(agency: Agency, year: int, number: int) -> str:
    return f"{agency.letter_code}公开〔{year}〕{number}号"
