"""A rule that is called otherwise would no longer stand in the way, and nobody would see it."""

from yangguang.annual_report.checking import RULES
from yangguang.reporting.explaining import BETWEEN_YEARS
from yangguang.reporting.gate import ABOUT_MISSING_CELLS, OF_THE_RULE_SET


def test_what_the_gate_heeds_are_rules_that_there_are() -> None:
    heeded = {*OF_THE_RULE_SET, *ABOUT_MISSING_CELLS, BETWEEN_YEARS}

    assert heeded <= {one.id for one in RULES}
