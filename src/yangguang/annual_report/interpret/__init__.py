"""From neutral blocks to an annual report: one interpreter for every format."""

from yangguang.annual_report.interpret.interpreter import interpret

__all__ = ["interpret"]
