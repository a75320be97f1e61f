"""Freeze a report as a version and send it up for approval; take it back."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Person
from yangguang.annual_report import as_json
from yangguang.annual_report.report import AnnualReport
from yangguang.casework import approval, moment
from yangguang.casework.digests import canonical, digest
from yangguang.casework.errors import Mistakes
from yangguang.reporting import behind, drafting, gate
from yangguang.reporting.acting import Situation, acting
from yangguang.reporting.compiling import Compiled
from yangguang.reporting.events import What
from yangguang.reporting.life import PLAN, Move
from yangguang.reporting.models import Explanation, Version, YearReport


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

    Then its approval is opened.

    Raises NotAllowed; Mistakes (`override`: something stands in the way, and nothing is said why
    the leader in charge should submit it all the same; `note`: a correction needs its note).
    """
    words = words or Words()
    counted = behind.snapshot(report.agency, report.year, compiled.known_at)
    with acting(report, Move.SEND_UP, people, seen) as situation:
        draft = drafting.draft(report, compiled.report)
        checked = gate.gate(draft, compiled.previous, explained(report), compiled.findings)
        overridden = _require_open(checked, words)
        earlier = drafting.public(report)
        if earlier and not words.note.strip():
            raise Mistakes({"note": _("请写明更正了什么、为什么，更正后的年报会把它公布出来。")})
        frozen_cases = packed(counted)
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


def explained(report: YearReport) -> dict[str, str]:
    """Finding → what the agency last said to it."""
    rows = Explanation.objects.filter(report=report).order_by("pk")
    return {one.finding: one.text for one in rows}


def authors(report: YearReport) -> list[Person]:
    """All who wrote of it."""
    wrote = report.texts.values("written_by")
    said = report.explanations.values("said_by")
    made = report.versions.values("made_by")
    people = Person.objects.filter(pk__in=wrote) | Person.objects.filter(pk__in=said)
    return list((people | Person.objects.filter(pk__in=made)).distinct())


def _require_open(checked: gate.Gate, words: Words) -> bool:
    """Whether it goes up although something stands in the way. Raises Mistakes.

    The reason is part of what is approved, and the last level is the leader in charge: without
    their approval of it nothing is submitted.
    """
    if checked.is_open:
        return False
    if not words.override.strip():
        raise Mistakes({"override": "\n".join(checked.sentences)})
    return True


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
    content = json.loads(as_json.line(draft))
    found = [
        {**as_json.finding_object(one, draft), "explanation": checked.explained.get(one.key, "")}
        for one in checked.findings
    ]
    changes = changed(drafting.content(earlier), draft) if earlier else []
    said = {"override": words.override.strip(), "note": words.note.strip() if earlier else ""}
    known_at = compiled.known_at
    stands_on = [content, digest(counted), found, changes, known_at.isoformat()]
    if compiled.rests_on is not None:
        stands_on.append(compiled.rests_on)
    last = report.versions.order_by("-number").first()
    return Version.objects.create(
        report=report,
        number=last.number + 1 if last else 1,
        known_at=known_at,
        content=content,
        counted=counted,
        findings=found,
        changes=changes,
        rests_on=compiled.rests_on,
        digest=digest(canonical([*stands_on, *said.values()])),
        made_by=person,
        made_at=moment.now(),
        **said,
    )


def changed(before: AnnualReport, after: AnnualReport) -> list[str]:
    """The ids of the cells that differ, and `section:N` for sections, in the order of the form."""
    cells = [one for one in after.cells if before.value(one) != after.value(one)]
    sections = [
        f"section:{one.number}" for one in after.sections if before.text_of(one.number) != one.text
    ]
    return [*cells, *sections]


def packed(counted: Mapping[str, Sequence[int]]) -> bytes:
    """The cases that cells count, as a version keeps them."""
    return gzip.compress(canonical(counted), mtime=0)
