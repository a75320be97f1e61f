"""The annual report: its form, its reading, its checking. Pure Python, no network.

`read` and `read_bytes` give an `AnnualReport`; `checking.check` gives what is wrong with it.
"""

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading import read, read_bytes
from yangguang.annual_report.report import AnnualReport

__all__ = ["AnnualReport", "Unreadable", "read", "read_bytes"]
