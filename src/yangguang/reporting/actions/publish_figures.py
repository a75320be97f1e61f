"""The figures of a report as it was published go on record: the next year takes them over."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.report import AnnualReport
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes
from yangguang.reporting import evidence
from yangguang.reporting.actions.permission import form_that_is_open, require_may_report
from yangguang.reporting.models import PublishedFigures


def record_published(
    agency: Agency,
    report: AnnualReport,
    people: Standing,
    *,
    known_at: datetime | None = None,
    published_on: date | None = None,
    note: str = "",
    upload: Upload | None = None,
) -> PublishedFigures:
    """Keep a report's figures as the public has them, under the next version of its year.

    Of a report that was compiled here `known_at` says as of when; any other has the file in which
    it was published. A later version is a correction and needs a note. Raises NotAllowed, Mistakes.
    """
    person = require_may_report(agency, people)
    if report.year is None:
        raise Mistakes({"year": _("读不出是哪一年度的年报。")})
    form = form_that_is_open(report.year)
    if known_at is None and upload is None:
        raise Mistakes({"evidence": _("不是由系统编制的年报，请附上公布的文件。")})
    file = evidence.examined(upload) if upload else None
    stated = {cell: value for cell in form.cell_ids if (value := report.value(cell)) is not None}
    with transaction.atomic():
        Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
        versions = PublishedFigures.objects.filter(agency=agency, year=report.year)
        last = versions.aggregate(last=Max("version"))["last"] or 0
        if last and not note.strip():
            raise Mistakes({"note": _("这一年的年报已经公布过，更正要写明改了什么、为什么。")})
        return PublishedFigures.objects.create(
            agency=agency,
            year=report.year,
            version=last + 1,
            cells={cell: f"{value:f}" for cell, value in stated.items()},
            known_at=known_at,
            published_on=published_on,
            note=note.strip(),
            evidence=evidence.keep(file, agency) if file else None,
            by=person,
            at=moment.now(),
        )
