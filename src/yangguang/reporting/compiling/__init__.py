"""A year's tables from the records, as they were known at a moment."""

from yangguang.reporting.compiling.carrying import Carry
from yangguang.reporting.compiling.compiler import Compiled, compile_report

__all__ = ["Carry", "Compiled", "compile_report"]
