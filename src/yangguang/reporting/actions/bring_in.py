"""A report that was published before, or elsewhere, becomes the agency's report of its year.

For years before the records, and agencies without records here: the file stays with it, and it is
what the next year takes over.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report import as_json
from yangguang.annual_report.checking import Finding
from yangguang.annual_report.report import AnnualReport
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes
from yangguang.reporting import drafting, evidence, published
from yangguang.reporting.acting import acting
from yangguang.reporting.actions.begin import begin
from yangguang.reporting.actions.hand_over import make_public
from yangguang.reporting.actions.send_up import changed
from yangguang.reporting.events import What
from yangguang.reporting.freezing import digest_of_file, next_number
from yangguang.reporting.importing import waiting
from yangguang.reporting.life import Move
from yangguang.reporting.models import ReportDraft, Version
from yangguang.reporting.models.report import Origin
from yangguang.reporting.persons_in_words import IDENTIFIES, objection, struck_out
from yangguang.reporting.plain_words import plain, too_long

LONGEST_NOTE: Final = 500


def bring_in(
    agency: Agency,
    report: AnnualReport,
    upload: Upload,
    people: Standing,
    published_on: date | None = None,
    note: str = "",
) -> Version:
    """Keep a report as it was read (and corrected by a person), with the file it was read from.

    A later one of the same year is a correction and needs a note. Raises NotAllowed: not theirs, or
    the year has a report that is made here. Mistakes (`year`, `published_on`, `note`, `evidence`,
    `words`: they tell who somebody is).
    """
    note = plain(note)
    if wrong := objections(agency, report, published_on, note):
        raise Mistakes(wrong)
    assert report.year is not None
    findings = waiting.findings(report, agency)
    _require_nobody(findings)
    file = evidence.published_file(upload)
    content = _for_everyone(agency, report, upload.name)
    with transaction.atomic():
        target = begin(agency, report.year, people)
        with acting(target, Move.BRING_IN, people) as situation:
            earlier = drafting.public(target)
            if earlier and not note:  # published by another since it was looked at above
                raise Mistakes({"note": _unsaid()})
            found = [as_json.finding_object(one, report) for one in findings]
            assert people.person is not None
            version = Version.objects.create(
                report=target,
                number=next_number(target),
                origin=Origin.IMPORTED,
                source=evidence.keep(file, agency),
                content=content,
                counted=b"",
                findings=[{**one, "explanation": ""} for one in found],
                note=note if earlier else "",
                changes=changed(drafting.content(earlier), report) if earlier else [],
                digest=digest_of_file(content, file.digest),
                made_by=people.person,
                made_at=moment.now(),
            )
            make_public(situation, version, published_on)
            situation.record(What.BROUGHT_IN, {"version": version.number, "digest": version.digest})
            return version


def _for_everyone(agency: Agency, report: AnnualReport, name: str) -> dict[str, Any]:
    """What comes in as everyone reads it, in `as_json`'s types.

    What stands in none of its parts (titles, what was read before words or figures were put right)
    nobody can put right: what tells who somebody is, is struck out. The `name` of the file is its
    office's own affair.
    """
    public = replace(
        report,
        file=_("{agency}{year}年政府信息公开工作年度报告（导入）{ending}").format(
            agency=agency.name, year=report.year, ending=PurePath(name).suffix.lower()
        ),
    )
    found: dict[str, Any] = _struck_out(json.loads(as_json.line(public)))
    return found


def _struck_out(value: Any) -> Any:
    """The same with a blank in every text for what tells who somebody is."""
    match value:
        case str():
            return struck_out(value)
        case list():
            return [_struck_out(one) for one in value]
        case dict():
            return {name: _struck_out(one) for name, one in value.items()}
    return value


def objections(
    agency: Agency, report: AnnualReport, published_on: date | None, note: str
) -> dict[str, str]:
    """All that is wrong with a report that is to come in: field (as `bring_in` has it) → sentence.

    Empty where nothing is.
    """
    if report.year is None:
        return {"year": _("读不出是哪一年度的年报，请填写。")}
    if report.year >= moment.today().year:
        said = _("{year} 年还没有结束，不会有公布过的年报，请核对年度。")
        return {"year": said.format(year=report.year)}
    wrong = {}
    if published_on and not date(report.year, 12, 31) < published_on <= moment.today():
        wrong["published_on"] = _("公布日期应当在下一年元旦至今天之间。")
    if len(note) > LONGEST_NOTE:
        wrong["note"] = too_long(note, LONGEST_NOTE)
    elif told := objection(note):
        wrong["note"] = told
    elif not note and published.latest(agency, report.year, moment.now()):
        wrong["note"] = _unsaid()
    return wrong


def _unsaid() -> str:
    return _("这一年的年报已经公布过，更正要写明改了什么、为什么。")


def objections_to_kept(draft: ReportDraft) -> dict[str, str]:
    """The same of what waits, as its reader has decided it so far."""
    said = waiting.said_of(draft)
    return objections(draft.agency, waiting.current(draft), _day(said), plain(said.note))


def _day(said: waiting.Said) -> date | None:
    return date.fromisoformat(said.published_on) if said.published_on else None


def _require_nobody(findings: Iterable[Finding]) -> None:
    """Raise Mistakes where the words tell who somebody is: it comes in for everyone to read."""
    said = [one.message for one in findings if one.rule == IDENTIFIES]
    if said:
        how = _("公布过的也不再公布一次：请改正这一部分的文字，原因写“删去个人信息”。")
        raise Mistakes({"words": "".join([*dict.fromkeys(said), how])})


def bring_in_kept(draft: ReportDraft, people: Standing) -> Version:
    """Bring in what its reader has looked through; it waits no longer.

    Raises ReportDraft.DoesNotExist where that was done already, else as `bring_in`, and then it
    still waits.
    """
    report, said = waiting.current(draft), waiting.said_of(draft)
    upload = waiting.file_of(draft)
    with transaction.atomic():
        if not ReportDraft.objects.filter(pk=draft.pk).delete()[0]:
            raise ReportDraft.DoesNotExist
        return bring_in(draft.agency, report, upload, people, _day(said), said.note)
