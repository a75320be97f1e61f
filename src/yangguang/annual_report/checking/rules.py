"""The list of all rules, in the order in which they run and are shown."""

from typing import Final

from yangguang.annual_report.checking import identities, wrong_cells
from yangguang.annual_report.checking.model import Rule

RULES: Final[tuple[Rule, ...]] = (
    *wrong_cells.RULES,
    *identities.RULES,
)
