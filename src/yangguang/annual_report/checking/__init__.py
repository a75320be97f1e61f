"""Checking a report: rules declared once, run over a draft, an import or a stranger's file.

What is named here is loaded when it is asked for: what only wants the names of cells
(`cell_names`) need not wait for every rule.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yangguang.annual_report.checking.checker import check
    from yangguang.annual_report.checking.model import Finding, Proposal, Rule, Severity
    from yangguang.annual_report.checking.rules import RULES

__all__ = ["RULES", "Finding", "Proposal", "Rule", "Severity", "check"]

_HOMES = {
    "RULES": "rules",
    "Finding": "model",
    "Proposal": "model",
    "Rule": "model",
    "Severity": "model",
    "check": "checker",
}


def __getattr__(name: str) -> Any:
    """The named thing, from the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
