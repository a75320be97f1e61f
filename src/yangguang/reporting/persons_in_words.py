"""Traces of persons in the words of a report: everyone will read them, and nobody takes them back.

What tells who somebody is (a number of an identity paper, of a bank card) stands in the way of
going up, and of coming in. What may be an office's own (a mobile telephone, a mailbox) is pointed
out. The finding quotes nothing.
"""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from yangguang.annual_report.checking import Finding, Severity
from yangguang.annual_report.form.sections import PREAMBLE, part_name
from yangguang.annual_report.report import AnnualReport, Span
from yangguang.casework import traces
from yangguang.casework.errors import Mistakes
from yangguang.casework.traces import TRACE_NAMES, Trace

IDENTIFIES: Final = "words.identifies_a_person"
MAY_IDENTIFY: Final = "words.may_identify_a_person"

_BASIS: Final = "《中华人民共和国政府信息公开条例》第十五条"
_CERTAIN: Final = frozenset({Trace.ID_NUMBER, Trace.BANK_CARD})
_POSSIBLE: Final = frozenset({Trace.EMAIL, Trace.PHONE})


def persons_in_words(report: AnnualReport) -> Iterator[Finding]:
    """A finding for each trace, pinned to where it stands."""
    for part in (PREAMBLE, *(one.number for one in report.sections)):
        for one in traces.find(report.text_of(part)):
            if one.kind not in _CERTAIN | _POSSIBLE:
                continue
            is_certain = one.kind in _CERTAIN
            said = (
                _("{part}的文字里有{what}：年报向社会公布，请删去。")
                if is_certain
                else _("{part}的文字里有{what}：如果是个人的，请删去。")
            )
            yield Finding(
                IDENTIFIES if is_certain else MAY_IDENTIFY,
                Severity.ERROR if is_certain else Severity.NOTE,
                said.format(part=part_name(part), what=TRACE_NAMES[one.kind]),
                _BASIS,
                spans=(Span(part, one.start, one.end),),
            )


def require_nobody(remark: str, field: str) -> None:
    """Raise Mistakes (at `field`) where a remark that everyone will read cannot stand."""
    if wrong := objection(remark):
        raise Mistakes({field: wrong})


def objection(remark: str) -> str:
    """Why a remark that everyone will read cannot stand; empty where it can."""
    found = {TRACE_NAMES[one.kind]: None for one in traces.find(remark) if one.kind in _CERTAIN}
    if not found:
        return ""
    return _("这里有{what}：写的会向社会公布，请删去。").format(what="、".join(map(str, found)))


def struck_out(text: str) -> str:
    """A text that nobody can put right, with a blank for what tells who somebody is."""
    return "".join(_("〔略〕") if one.kind in _CERTAIN else one.words for one in traces.parts(text))
