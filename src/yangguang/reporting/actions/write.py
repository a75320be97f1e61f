"""Write a section of a report; answer a finding. What another wrote meanwhile is not lost."""

import re
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting import drafting
from yangguang.reporting.acting import acting
from yangguang.reporting.explaining import explained
from yangguang.reporting.life import Move
from yangguang.reporting.models import Explanation, SectionText, YearReport
from yangguang.reporting.plain_words import plain, remark

LONGEST: Final = 60_000
"""Characters of a section."""
_KEY: Final = re.compile("[0-9a-f]{16}")
"""What a finding's key looks like: nothing else is kept under one."""


def write(
    report: YearReport, section: int, text: str, people: Standing, base: int | None
) -> SectionText:
    """Leave a section's text, or the preamble's (0).

    `base`: the id of the text that one began from, None for none.

    Raises NotAllowed where another has written since, Mistakes (`text`).
    """
    if len(text) > LONGEST:
        raise Mistakes({"text": _("一部分最多 60000 字，请删减。")})
    with acting(report, Move.WRITE, people) as situation:
        before = drafting.texts(report).get(section)
        if (before.pk if before else None) != base:
            who = before.written_by.name if before else ""
            raise NotAllowed(
                _("{who}刚刚改过这一部分。您写的还在下面，请对照以后再保存。").format(who=who)
            )
        cleaned = plain(text)
        if before and before.text == cleaned:
            return before
        assert situation.people.person is not None
        return SectionText.objects.create(
            report=report,
            section=section,
            text=cleaned,
            written_by=situation.people.person,
            written_at=moment.now(),
        )


def explain(report: YearReport, finding: str, text: str, people: Standing) -> Explanation:
    """Say something to a finding (its key); nothing said takes back what was said before.

    Raises NotAllowed, Mistakes (`text`; `finding`: no key of any).
    """
    if not _KEY.fullmatch(finding):
        raise Mistakes({"finding": _("没有这一条检查结果，请看现在的检查结果再写说明。")})
    said = remark(text, "text")
    with acting(report, Move.WRITE, people) as situation:
        assert situation.people.person is not None
        if not said and not explained(report).get(finding):
            raise Mistakes({"text": _("请写明原因。")})
        return Explanation.objects.create(
            report=report,
            finding=finding,
            text=said,
            said_by=situation.people.person,
            said_at=moment.now(),
        )
