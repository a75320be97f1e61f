"""A published report between its upload and its coming in: its reader's alone, for a week.

The report as it was read never changes; what its reader says (year, form, corrections) is kept
beside it, and `current` puts both together.
"""

import json
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency, Person
from yangguang.annual_report import as_json
from yangguang.annual_report.checking import Finding, Proposal, check
from yangguang.annual_report.editions import on_form
from yangguang.annual_report.form import Edition
from yangguang.annual_report.repair import apply, emptied, reworded
from yangguang.annual_report.report import AnnualReport, Status
from yangguang.casework import moment, sealing
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes
from yangguang.reporting import published
from yangguang.reporting.actions.write import LONGEST
from yangguang.reporting.importing.by_hand import as_entered, is_unread
from yangguang.reporting.importing.fitting import settled
from yangguang.reporting.models import ReportDraft
from yangguang.reporting.persons_in_words import persons_in_words, require_nobody
from yangguang.reporting.plain_words import plain

KEPT: Final = timedelta(days=7)

_NAME: Final = re.compile(r"[0-9a-f]{32}")
_BOUND_TO: Final = b"published report"
_LARGEST: Final = Decimal(10) ** 12
_LONGEST_REASON: Final = 200


@dataclass(frozen=True, slots=True)
class Said:
    """What a report's reader decided; empty: as the file has it.

    `edition`: put on that whole form, where the file's own tables are not enough. `published_on`
    as it was typed. `corrections`: cell → (figure, empty for a blank; reason). `texts`: number of
    a section → (its words, reason).
    """

    year: int | None = None
    edition: str = ""
    published_on: str | None = None
    note: str = ""
    corrections: Mapping[str, tuple[str, str]] | None = None
    texts: Mapping[str, tuple[str, str]] | None = None


def keep(
    upload: Upload,
    report: AnnualReport,
    agency: Agency,
    person: Person,
    page_sizes: Sequence[tuple[float, float]] = (),
) -> ReportDraft:
    """Keep a file with what was read in it; those that waited too long go.

    `page_sizes`: of the pages that can be shown beside it (`importing.pages`).
    """
    purge()
    return ReportDraft.objects.create(
        id=secrets.token_hex(16),
        person=person,
        agency=agency,
        name=upload.name,
        sealed=sealing.enclosed(upload.content, _BOUND_TO),
        read=json.loads(as_json.line(report)),
        page_sizes=[list(one) for one in page_sizes],
        begun_at=moment.now(),
    )


def purge() -> int:
    """Let those go that waited too long; how many these were."""
    # Only their keys are fetched, not the files; their pages go with them and are not counted.
    late = ReportDraft.objects.filter(begun_at__lt=moment.now() - KEPT).only("pk")
    return late.delete()[1].get(ReportDraft._meta.label, 0)


def find(draft: str, agency: Agency, person: Person | None) -> ReportDraft | None:
    """The draft of that name; None where it is another's or gone."""
    known = bool(_NAME.fullmatch(draft))
    return of(agency, person).filter(pk=draft).first() if known else None


def of(agency: Agency, person: Person | None) -> QuerySet[ReportDraft]:
    """What somebody still looks through for an agency, the latest first."""
    young = moment.now() - KEPT
    own = ReportDraft.objects.filter(person=person, agency=agency, begun_at__gte=young)
    return own.defer("sealed").order_by("-begun_at")


def file_of(draft: ReportDraft) -> Upload:
    """The file as it was uploaded. Raises CannotOpen."""
    return Upload(draft.name, sealing.disclosed(draft.sealed, _BOUND_TO))


def said_of(draft: ReportDraft) -> Said:
    """What was decided so far."""
    return Said(**draft.said)


def as_read(draft: ReportDraft) -> AnnualReport:
    """The report as its file gives it."""
    return as_json.load(draft.read)


def current(draft: ReportDraft) -> AnnualReport:
    """The report as it would come in now: on the chosen form, put right, filled in.

    A correction of a cell that the chosen form does not have waits until it has it again.
    """
    read, said = as_read(draft), said_of(draft)
    report = settled(read, draft.agency, said.year)
    # Of what could not be read, the year's whole form is there to be filled in.
    edition = said.edition or (report.edition if is_unread(read) else None)
    if edition:
        report = on_form(report, Edition(edition)).report
    for section, (text, reason) in (said.texts or {}).items():
        report = reworded(report, int(section), text, reason)
    made = {
        cell: one
        for cell, one in (said.corrections or {}).items()
        if cell in report.cells and report.cells[cell].status is not Status.ABSENT
    }
    report = emptied(report, {cell: reason for cell, (value, reason) in made.items() if not value})
    filled = ((cell, one) for cell, one in made.items() if one[0])
    report = apply(report, (Proposal(cell, Decimal(one[0]), one[1]) for cell, one in filled))
    return as_entered(report, read)


def findings(report: AnnualReport, agency: Agency) -> tuple[Finding, ...]:
    """What a check finds in it, last year's published report beside it; and traces of persons."""
    before = published.year_before(agency, report.year) if report.year else None
    previous = published.by_its_name_now(before, report) if before else None
    return (*persons_in_words(report), *check(report, previous))


def decide(
    draft: ReportDraft, year: int | None, edition: str, published_on: date | None, note: str
) -> None:
    """Keep what was decided about the whole."""
    on = published_on.isoformat() if published_on else ""
    _say(draft, lambda said: replace(said, year=year, edition=edition, published_on=on, note=note))


def correct(draft: ReportDraft, figures: Mapping[str, Decimal | None], reason: str) -> None:
    """Put other figures into cells, by their ids; None: a blank.

    Raises Mistakes (`value`, `reason`).
    """
    cells = current(draft).cells
    if any(one not in cells or cells[one].status is Status.ABSENT for one in figures):
        raise Mistakes({"value": _("文件的表里没有这一格。请先在下面选“补成整张表”。")})
    if any(one and (not one.is_finite() or abs(one) >= _LARGEST) for one in figures.values()):
        raise Mistakes({"value": _("这个数太大，请核对。")})
    why = _reason(reason)
    made = {cell: ("" if value is None else f"{value:f}", why) for cell, value in figures.items()}
    _say(draft, lambda said: replace(said, corrections={**(said.corrections or {}), **made}))


def accept(draft: ReportDraft, key: str) -> bool:
    """Follow the proposal of the finding of that key; whether there is such a one."""
    found = findings(current(draft), draft.agency)
    proposal = next((one.proposal for one in found if one.proposal and one.key == key), None)
    if proposal is None:
        return False
    correct(draft, {proposal.cell: proposal.value}, proposal.reason[:_LONGEST_REASON])
    return True


def as_in_the_file(draft: ReportDraft, cell: str) -> None:
    """Let a cell hold again what the file has there."""
    _say(draft, lambda said: replace(said, corrections=_without(cell, said.corrections)))


def reword(draft: ReportDraft, section: int, text: str, reason: str) -> None:
    """Put a section's words right. Raises Mistakes (`text`, `reason`)."""
    cleaned = _plain_lines(text)
    if len(cleaned) > LONGEST:
        raise Mistakes({"text": _("一部分最多 60000 字，请删减。")})
    if cleaned == _plain_lines(as_read(draft).text_of(section)):
        words_as_in_the_file(draft, section)
        return
    made = {str(section): (cleaned, _reason(reason))}
    _say(draft, lambda said: replace(said, texts={**(said.texts or {}), **made}))


def words_as_in_the_file(draft: ReportDraft, section: int) -> None:
    """Let a section say again what the file says."""
    _say(draft, lambda said: replace(said, texts=_without(str(section), said.texts)))


def _plain_lines(text: str) -> str:
    """Words as they are kept and compared: without what is not seen, no line indented."""
    return "\n".join(line.strip() for line in plain(text).split("\n"))


def _reason(reason: str) -> str:
    """As it is published. Raises Mistakes where there is none, or it is too long."""
    said = plain(reason)
    if not said or len(said) > _LONGEST_REASON:
        raise Mistakes({"reason": _("请写明改动的原因，最多 200 字。")})
    require_nobody(said, "reason")
    return said


def _without(name: str, made: Mapping[str, tuple[str, str]] | None) -> dict[str, tuple[str, str]]:
    return {one: how for one, how in (made or {}).items() if one != name}


def _say(draft: ReportDraft, decided: Callable[[Said], Said]) -> None:
    """Decide over what is kept by then: another window of its reader's may have saved meanwhile."""
    with transaction.atomic():
        kept = ReportDraft.objects.select_for_update().only("said").get(pk=draft.pk)
        kept.said = asdict(decided(Said(**kept.said)))
        kept.save(update_fields=["said"])
    draft.said = kept.said
