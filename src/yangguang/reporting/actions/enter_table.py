"""Enter the figures of a table that somebody has looked through: all of them or none."""

from django.db import transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework.errors import Mistakes
from yangguang.reporting import evidence
from yangguang.reporting.actions.enter_figure import SomeAreWrong, enter_figures
from yangguang.reporting.figure_tables import waiting
from yangguang.reporting.figure_tables.checking import Checked, check
from yangguang.reporting.models import EnteredFigure, FiguresDraft


class HasFaults(Exception):
    """Lines of the table are not right: nothing was entered. Its own text quotes nothing."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(len(checked.faults))
        self.checked = checked


def enter_table(
    draft: FiguresDraft, people: Standing, source: str = "", reason: str = ""
) -> list[EnteredFigure]:
    """Enter what a waiting table states; its file bears out every figure. It waits no longer.

    `source` and `reason`: of the lines that name none themselves. Raises HasFaults, NotAllowed,
    Mistakes (nothing to enter, or a file that cannot be kept); FiguresDraft.DoesNotExist where it
    was entered already.
    """
    draft.refresh_from_db()
    lines = waiting.read_of(draft).lines
    checked = check(lines, draft.agency, draft.year, source, reason)
    if checked.faults:
        raise HasFaults(checked)
    if not checked.entries:
        raise Mistakes({"table": _("表格里没有要填写的数：都空着，或者和现在的一样。")})
    bearing_out = evidence.examined(waiting.file_of(draft))
    try:
        with transaction.atomic():
            if not FiguresDraft.objects.filter(pk=draft.pk).delete()[0]:
                raise FiguresDraft.DoesNotExist
            return enter_figures(draft.agency, draft.year, checked.entries, people, bearing_out)
    except SomeAreWrong:  # another has entered some meanwhile
        again = check(lines, draft.agency, draft.year, source, reason)
        raise HasFaults(again) from None
