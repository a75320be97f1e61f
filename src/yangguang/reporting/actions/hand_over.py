"""Submit a report to the supervising office, which returns or accepts it; publish; correct."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.annual_report.form import FORMS, edition_for
from yangguang.casework import approval, moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Event
from yangguang.reporting import life
from yangguang.reporting.acting import Situation, acting
from yangguang.reporting.actions.send_up import subject
from yangguang.reporting.authors import authors
from yangguang.reporting.due import due_day
from yangguang.reporting.events import What
from yangguang.reporting.freezing import digest_of
from yangguang.reporting.life import PLAN, Move
from yangguang.reporting.models import CellComment, Publication, Version, YearReport
from yangguang.reporting.plain_words import remark

MOST_COMMENTS = 200


def submit(report: YearReport, people: Standing, seen: int | None = None) -> Event:
    """Submit the approved version to the supervising office (Art. 49). Raises NotAllowed."""
    with acting(report, Move.SUBMIT, people, seen) as situation:
        version = _approved(situation)
        is_late = comes_late(report, situation.now, situation.on)
        return situation.record(
            What.SUBMITTED,
            {
                "version": version.number,
                "digest": version.digest,
                **({"late": 1} if is_late else {}),
            },
        )


def comes_late(report: YearReport, now: life.Standing, on: date) -> bool:
    """Whether it is late to submit it on a day: for the first time, after its day (Art. 49).

    What was submitted or published in time is not late when it comes again, put right.
    """
    due = due_day(report.agency, report.year)
    comes_again = now.submitted_on is not None or now.published is not None
    return due is not None and on > due and not comes_again


def give_back(
    report: YearReport,
    comments: Mapping[str, str],
    people: Standing,
    seen: int | None = None,
) -> Event:
    """Return it with comments: cell id → sentence, "" for the whole.

    Raises NotAllowed, Mistakes (`comments`: none at all, or of no cell of the form).
    """
    plainly = {cell: remark(text, "comments") for cell, text in comments.items()}
    said = {cell: text for cell, text in plainly.items() if text}
    edition = edition_for(report.year)
    known = set(FORMS[edition].cell_ids) if edition else set()
    if not said or len(said) > MOST_COMMENTS or any(one and one not in known for one in said):
        raise Mistakes({"comments": _("请写明退回的理由：对整份报告，或者对其中的数据。")})
    with acting(report, Move.RETURN, people, seen) as situation:
        version = _under_way(situation)
        assert people.person is not None
        CellComment.objects.bulk_create(
            CellComment(
                version=version, cell=cell, text=text, said_by=people.person, said_at=moment.now()
            )
            for cell, text in said.items()
        )
        return situation.record(What.RETURNED, {"version": version.number})


def accept(report: YearReport, people: Standing, seen: int | None = None) -> Event:
    """Take the submitted version. Raises NotAllowed."""
    with acting(report, Move.ACCEPT, people, seen) as situation:
        return situation.record(What.ACCEPTED, {"version": situation.now.version})


def publish(report: YearReport, people: Standing, seen: int | None = None) -> Event:
    """Let everyone read the version that was approved and submitted. Raises NotAllowed."""
    with acting(report, Move.PUBLISH, people, seen) as situation:
        version = _approved(situation)
        make_public(situation, version, situation.on)
        return situation.record(
            What.PUBLISHED, {"version": version.number, "digest": version.digest}
        )


def make_public(situation: Situation, version: Version, on: date | None) -> Publication:
    """The row by which everyone reads a version, beside the event in the ledger."""
    report = situation.report
    earlier = Publication.objects.filter(agency=report.agency_id, year=report.year).count()
    assert situation.people.person is not None
    return Publication.objects.create(
        version=version,
        agency=report.agency,
        year=report.year,
        number=earlier + 1,
        published_on=on,
        by=situation.people.person,
        at=moment.now(),
    )


def correct(report: YearReport, people: Standing, seen: int | None = None) -> Event:
    """Begin a corrected version; what is published stays until that is. Raises NotAllowed."""
    with acting(report, Move.CORRECT, people, seen) as situation:
        return situation.record(What.CORRECTING, {"version": situation.now.published})


def stop_correcting(report: YearReport, people: Standing, seen: int | None = None) -> Event:
    """Make no corrected version after all: the report is as it was published.

    What was written and entered meanwhile stays, for the next time. Raises NotAllowed.
    """
    with acting(report, Move.STOP_CORRECTING, people, seen) as situation:
        return situation.record(What.CORRECTION_STOPPED, {"version": situation.now.published})


def _under_way(situation: Situation) -> Version:
    return situation.report.versions.get(number=situation.now.version)


def _approved(situation: Situation) -> Version:
    """The version under way. Raises NotAllowed unless exactly its content passed all levels.

    Its digest is taken anew: a row that was changed by another way is not what was approved.
    """
    version = _under_way(situation)
    if digest_of(version) != version.digest:
        raise NotAllowed(_("这份年度报告的内容和审批时的摘要不符，不能报送和公布。请重新送审。"))
    wrote = authors(situation.report, version.known_at)
    if not approval.is_approved(subject(version), version.digest, PLAN, wrote):
        raise NotAllowed(_("这份年度报告没有完整的审批，不能报送和公布。请重新送审。"))
    return version
