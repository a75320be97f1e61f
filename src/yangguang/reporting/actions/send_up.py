"""Freeze a report as a version and send it up for approval; take it back."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report import as_json
from yangguang.annual_report.form.sections import PREAMBLE
from yangguang.annual_report.money import stated
from yangguang.annual_report.report import AnnualReport
from yangguang.casework import approval, moment
from yangguang.casework.digests import canonical
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting import behind, drafting, gate
from yangguang.reporting.acting import Situation, acting
from yangguang.reporting.authors import authors
from yangguang.reporting.compiling import Compiled
from yangguang.reporting.events import What
from yangguang.reporting.freezing import digest_of, next_number
from yangguang.reporting.life import PLAN, Move
from yangguang.reporting.models import EnteredFigure, Version, YearReport
from yangguang.reporting.persons_in_words import require_nobody
from yangguang.reporting.plain_words import remark
from yangguang.reporting.recorded import frozen


@dataclass(frozen=True, slots=True)
class Words:
    """What goes along. `override`: why it is to be submitted although something stands in the way:
    a statutory date must not be missed because last year was wrong; the leader in charge decides.

    `note`: of a corrected version, what everyone is told of the correction.
    """

    override: str = ""
    note: str = ""


def send_up(
    report: YearReport,
    compiled: Compiled,
    people: Standing,
    words: Words | None = None,
    seen: int | None = None,
) -> Version:
    """Freeze the report over the figures compiled for it, with the cases behind them.

    `compiled` is what `under_way.figures_to_send_up` gives: nothing older than its moment is still
    being written. Then its approval is opened.

    Raises NotAllowed (also where what the figures rest on was changed since); Mistakes (`override`:
    something stands in the way, and nothing is said why the leader in charge should submit it all
    the same; `note`: a correction needs its note; `changes`: it corrects nothing).
    """
    words = _plain(words or Words())
    counted = behind.snapshot(report.agency, report.year, compiled.known_at)
    with acting(report, Move.SEND_UP, people, seen) as situation:
        _require_nothing_since(report, compiled.known_at)
        draft = drafting.draft(report, compiled)
        checked = gate.gate_of(report, draft, compiled)
        overridden = _require_open(checked, words)
        words = replace(words, override=words.override if overridden else "")
        earlier = drafting.public(report)
        if earlier:
            _require_corrected(drafting.content(earlier), draft, words)
        named = drafting.beside_the_tables(report, compiled)
        frozen_cases = packed(counted, frozen.of(report, compiled.known_at, named))
        version = _frozen(situation, compiled, frozen_cases, draft, checked, words, earlier)
        round_ = approval.open_round(
            report.agency, subject(version), version.digest, PLAN, authors(report), situation.case
        )
        situation.record(
            What.SENT_UP,
            {
                "version": version.number,
                "digest": version.digest,
                "approval": round_.pk,
                "waits_for": PLAN[0],
                **({"overridden": 1} if overridden else {}),
            },
        )
        return version


def take_back(report: YearReport, people: Standing, seen: int | None = None) -> None:
    """Take the version back to change it: before it was submitted. Raises NotAllowed."""
    with acting(report, Move.TAKE_BACK, people, seen) as situation:
        situation.record(What.TAKEN_BACK, {"version": situation.now.version})


def subject(version: Version) -> str:
    """What the approval calls it."""
    return f"report:{version.report_id}:{version.number}"


def _require_nothing_since(report: YearReport, known_at: datetime) -> None:
    """Raise NotAllowed where somebody decided of its figures after they were compiled.

    What was saved while the report was still being written is never left out of it unsaid.
    """
    Agency.objects.select_for_update(no_key=True).get(pk=report.agency_id)  # as who enters one
    entered = EnteredFigure.objects.filter(agency=report.agency_id, year=report.year)
    later = (
        *entered.filter(at__gt=known_at).values_list("by__name", flat=True)[:1],
        *report.scopes.filter(at__gt=known_at).values_list("by__name", flat=True)[:1],
        *report.explanations.filter(said_at__gt=known_at).values_list("said_by__name", flat=True)[
            :1
        ],
    )
    if later:
        said = _("{who}刚刚改过年报的数、汇总范围或者说明，没有送审。请看过现在的内容再送审。")
        raise NotAllowed(said.format(who=later[0]))


def _plain(words: Words) -> Words:
    """Raises Mistakes where one is too long, or the public note tells who somebody is."""
    note = remark(words.note, "note")
    require_nobody(note, "note")
    return Words(remark(words.override, "override"), note)


def _require_open(checked: gate.Gate, words: Words) -> bool:
    """Whether it goes up although something stands in the way. Raises Mistakes.

    The reason is part of what is approved, and the last level is the leader in charge: without
    their approval of it nothing is submitted.
    """
    if checked.is_open:
        return False
    if not words.override:
        raise Mistakes({"override": "\n".join(checked.sentences)})
    return True


def _require_corrected(before: AnnualReport, after: AnnualReport, words: Words) -> None:
    """Raise Mistakes where a corrected version says what is public already, or not what for."""
    if says_the_same(before, after):
        said = _("和公布的那一版完全一样，没有更正的内容。请改好再送审；不更正了，请停止更正。")
        raise Mistakes({"changes": said})
    if not words.note:
        raise Mistakes({"note": _("请写明更正了什么、为什么，更正后的年报会把它公布出来。")})


def says_the_same(before: AnnualReport, after: AnnualReport) -> bool:
    """Whether a corrected version corrects nothing.

    A sum in another unit is corrected though it comes to the same: it is printed otherwise.
    """
    return not changed(before, after) and _units(before) == _units(after)


def _units(report: AnnualReport) -> dict[str, str]:
    return {id: cell.unit for id, cell in report.cells.items()}


def _frozen(
    situation: Situation,
    compiled: Compiled,
    counted: bytes,
    draft: AnnualReport,
    checked: gate.Gate,
    words: Words,
    earlier: Version | None,
) -> Version:
    report, person = situation.report, situation.people.person
    assert person is not None
    found = [
        {**as_json.finding_object(one, draft), "explanation": checked.explained.get(one.key, "")}
        for one in checked.findings
    ]
    version = Version(
        report=report,
        number=next_number(report),
        known_at=compiled.known_at,
        content=json.loads(as_json.line(draft)),
        counted=counted,
        findings=found,
        override=words.override,
        note=words.note if earlier else "",
        changes=changed(drafting.content(earlier), draft) if earlier else [],
        rests_on=compiled.rests_on,
        made_by=person,
        made_at=moment.now(),
    )
    version.digest = digest_of(version)
    version.save(force_insert=True)
    return version


def changed(before: AnnualReport, after: AnnualReport) -> list[str]:
    """The ids of the cells that differ, and `section:N` for sections, in the order of the form.

    Section 0 is the preamble.
    """
    cells = [one for one in after.cells if stated(before, one) != stated(after, one)]
    parts = (PREAMBLE, *(one.number for one in after.sections))
    sections = [f"section:{one}" for one in parts if before.text_of(one) != after.text_of(one)]
    return [*cells, *sections]


def packed(
    counted: Mapping[str, Sequence[int]], named: Mapping[str, frozen.Kept] | None = None
) -> bytes:
    """The cases that cells count, and the figures that its words name, as a version keeps them."""
    beside = {frozen.KEY: {id: one._asdict() for id, one in named.items()}} if named else {}
    return gzip.compress(canonical({**counted, **beside}), mtime=0)
