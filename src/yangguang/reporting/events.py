"""What can happen to an annual report: the kinds of event in its ledger, and their payloads."""

from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy as _

KIND: Final = "annual_report"
"""The kind of case."""


class What(StrEnum):
    """The kinds of event, with their payloads (all values plain; ids and numbers).

    BEGUN year, due (ISO date, or none; as it was then: `due.due_day` says what counts), key (under
    which the comments of who approves are sealed)
    SENT_UP version, digest, approval, waits_for; overridden (1: although something stood in the
    way, by the leader in charge)
    AGREED version, approval, step, waits_for (the capability that decides next)
    SENT_BACK version, approval, step (a level of the agency's own did not agree)
    APPROVED version, approval, step, digest
    TAKEN_BACK version (by who wrote it, before it was submitted)
    SUBMITTED version, digest, late (1: for the first time, after its day)
    RETURNED version (by the supervising office, with comments)
    ACCEPTED version
    PUBLISHED version, digest
    BROUGHT_IN version, digest (a report published before, or elsewhere, read from its file)
    CORRECTING version (that is published, of which a corrected one is begun)
    CORRECTION_STOPPED version (that is published: no corrected one is made)
    """

    BEGUN = "report_begun"
    SENT_UP = "report_sent_up"
    AGREED = "report_agreed"
    SENT_BACK = "report_sent_back"
    APPROVED = "report_approved"
    TAKEN_BACK = "report_taken_back"
    SUBMITTED = "report_submitted"
    RETURNED = "report_returned"
    ACCEPTED = "report_accepted"
    PUBLISHED = "report_published"
    BROUGHT_IN = "report_brought_in"
    CORRECTING = "report_correcting"
    CORRECTION_STOPPED = "report_correction_stopped"


NAMES: Final = {
    What.BEGUN: _("开始编制"),
    What.SENT_UP: _("送审"),
    What.AGREED: _("审批同意"),
    What.SENT_BACK: _("审批退回"),
    What.APPROVED: _("审批通过"),
    What.TAKEN_BACK: _("撤回修改"),
    What.SUBMITTED: _("报送主管部门"),
    What.RETURNED: _("主管部门退回"),
    What.ACCEPTED: _("主管部门收下"),
    What.PUBLISHED: _("向社会公布"),
    What.BROUGHT_IN: _("导入公布的年报"),
    What.CORRECTING: _("开始更正"),
    What.CORRECTION_STOPPED: _("停止更正"),
}
"""What each is called."""
