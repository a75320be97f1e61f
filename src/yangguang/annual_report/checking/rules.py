"""The list of all rules, in the order in which they run and are shown."""

from typing import Final

from yangguang.annual_report.checking import (
    doubts,
    enumeration,
    hollow,
    identities,
    other_level,
    powers,
    prose_against_itself,
    prose_against_tables,
    repetition,
    sections_followed,
    tables_followed,
    timeliness,
    wording,
    wrong_cells,
    years,
)
from yangguang.annual_report.checking.model import Rule

OF_TABLES: Final[tuple[Rule, ...]] = (
    *wrong_cells.RULES,
    *identities.RULES,
    *years.RULES,
    *doubts.RULES,
    *tables_followed.RULES,
)
"""What looks at the figures alone: for a report of which the prose is not written yet."""

RULES: Final[tuple[Rule, ...]] = (
    *OF_TABLES,
    *sections_followed.RULES,
    *hollow.RULES,
    *timeliness.RULES,
    *powers.RULES,
    *prose_against_tables.RULES,
    *prose_against_itself.RULES,
    *repetition.RULES,
    *enumeration.RULES,
    *other_level.RULES,
    *wording.RULES,
)
