"""What stands in the way of sending a report up: what must be mended, what must be explained.

The one rule set decides what is wrong; here it is decided what that means for an agency's own
report. Missing cells and the form's identities 1–4 must be right; what else is found needs a
written explanation, which goes along. Saving is never in the way.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from yangguang.annual_report.checking import RULES, Finding, Severity, check
from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.annual_report.form import FORMS, edition_for
from yangguang.annual_report.form.sections import PREAMBLE, part_name
from yangguang.annual_report.report import AnnualReport
from yangguang.reporting import phrases
from yangguang.reporting.compiling import Compiled
from yangguang.reporting.compiling.findings import UNCOUNTED, YEAR_NOT_OVER
from yangguang.reporting.explaining import explained, with_the_same_said
from yangguang.reporting.models import YearReport
from yangguang.reporting.persons_in_words import IDENTIFIES, persons_in_words
from yangguang.reporting.rolling_up.compiled import NO_SCOPE, TWICE

OF_THE_RULE_SET: Final = frozenset(
    {
        "table3.balance",
        "table3.column_sum",
        "table3.row_sum",
        "table4.group_sum",
        "table3.located",
        "table4.located",
        "tables.not_a_count",
        "tables.sum_incomplete",
        "form.no_tables",
        "form.table_missing",
    }
)
"""The rules of identities 1–4 and of tables that cannot be added up."""
BLOCKING: Final = OF_THE_RULE_SET | {NO_SCOPE, TWICE, UNCOUNTED, YEAR_NOT_OVER, IDENTIFIES}
"""These, and what is added up twice or by nobody's decision, records that lack requests, a year
whose figures nobody knows yet, and what nobody may publish."""

_RULES: Final = frozenset(one.id for one in RULES)
ABOUT_MISSING_CELLS: Final = frozenset({"form.absent_cells", "form.blank_cells"})
"""Said by `Gate.missing`, cell by cell."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What a check of a draft comes to. `missing`: ids of cells without a figure.

    `references`: sentences on references that name no figure; `explained`: the key of a finding →
    what the agency says to it.
    """

    findings: tuple[Finding, ...]
    missing: tuple[str, ...]
    references: tuple[str, ...]
    explained: Mapping[str, str]

    @property
    def blocking(self) -> list[Finding]:
        """Findings that must be mended."""
        return [one for one in self.findings if one.rule in BLOCKING]

    @property
    def to_explain(self) -> list[Finding]:
        """Findings that need an explanation, whether or not they have one."""
        return [one for one in self.findings if one.rule not in BLOCKING and _is_grave(one)]

    @property
    def unexplained(self) -> list[Finding]:
        """Those of them that have none yet."""
        return [one for one in self.to_explain if not self.explained.get(one.key)]

    @property
    def notes(self) -> list[Finding]:
        """What is merely pointed out."""
        return [one for one in self.findings if one.rule not in BLOCKING and not _is_grave(one)]

    @property
    def is_open(self) -> bool:
        """Whether the report can go up without the word of the leader in charge."""
        return not (self.blocking or self.missing or self.references or self.unexplained)

    @property
    def sentences(self) -> list[str]:
        """All that stands in the way, each a sentence."""
        lacking = [_("{cell}没有填。").format(cell=cell_name(one)) for one in self.missing]
        unsaid = [
            _("需要书面说明：{finding}").format(finding=one.message) for one in self.unexplained
        ]
        return [*lacking, *self.references, *(one.message for one in self.blocking), *unsaid]


def _is_grave(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE


def gate_of(report: YearReport, draft: AnnualReport, compiled: Compiled) -> Gate:
    """What stands in the way of a report whose draft, over these figures, this is."""
    return gate(draft, compiled.previous, explained(report), compiled.findings)


def gate(
    draft: AnnualReport,
    previous: AnnualReport | None,
    said: Mapping[str, str],
    of_compiling: Iterable[Finding] = (),
) -> Gate:
    """What stands in the way of this draft. `previous`: the published report of the year before.

    `of_compiling`: what compiling found besides the one rule set.
    """
    own = [one for one in of_compiling if one.rule not in _RULES]
    every = (*own, *persons_in_words(draft), *check(draft, previous))
    found = tuple(one for one in every if one.rule not in ABOUT_MISSING_CELLS)
    edition = (edition_for(draft.year) if draft.year else None) or draft.edition
    cells = FORMS[edition].cell_ids if edition else ()
    missing = tuple(one for one in cells if draft.value(one) is None)
    references = tuple(
        _reference(part, one)
        for part in (PREAMBLE, *(section.number for section in draft.sections))
        for one in (phrases.unknown(draft.text_of(part), edition) if edition else ())
    )
    return Gate(found, missing, references, with_the_same_said(found, said))


def _reference(part: int, one: phrases.Unknown) -> str:
    where = part_name(part)
    if one.to_write:
        return _("{part}还要写：{what}。").format(part=where, what=one.to_write)
    said = _("{part}的“{name}”不是年报里的数据，或者现在没有数，请改正或者删去。")
    return said.format(part=where, name="{" + one.name + "}")
