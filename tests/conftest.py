"""What holds for the whole suite: patience under load, and that no part is left out unseen."""

import os
import shutil

import pytest
from hypothesis import HealthCheck, settings

from tests.browsing import chromium, visit

__all__ = ["chromium", "visit"]

# Two cores shared by several workers: how long an example takes, or is thought up, says nothing
# about the code. With CI set Hypothesis takes the same examples in every run.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

EVERY_PART_MUST_RUN = os.environ.get("CI", "") not in ("", "0", "false")
"""Set by .ci/run: then browser tests that did not run are a failure, not a line in the summary."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium, say so and leave the browser tests out; with CI set, let them fail."""
    if EVERY_PART_MUST_RUN or shutil.which("chromium"):
        return
    leave_out = pytest.mark.skip(reason="Chromium is not installed: apt install chromium")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(leave_out)


class BrowserTestsRan:
    """Counts the browser tests by outcome, in the process that gives the summary."""

    def __init__(self) -> None:
        """Begin with none seen."""
        self.passed = 0
        self.left_out = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how a browser test ended."""
        if "browser" in report.keywords:
            self.passed += report.passed and report.when == "call"
            self.left_out += report.skipped

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail a whole run in which the browser tests did not run."""
        if self._complaint() and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say how many ran, and what is wrong."""
        terminalreporter.write_line(f"browser tests: {self.passed} passed")
        if complaint := self._complaint():
            terminalreporter.write_line(complaint, red=True)

    def _complaint(self) -> str:
        if self.left_out:
            return f"{self.left_out} browser tests were left out: every part must run"
        if not self.passed:
            return "no browser test ran: every part must run"
        return ""


def pytest_configure(config: pytest.Config) -> None:
    """In a whole run (CI set, no selection of tests) watch over the browser tests."""
    is_worker = hasattr(config, "workerinput")
    is_whole = not config.args or config.args == config.getini("testpaths")
    if EVERY_PART_MUST_RUN and is_whole and not is_worker:
        config.pluginmanager.register(BrowserTestsRan(), "browser-tests-ran")
