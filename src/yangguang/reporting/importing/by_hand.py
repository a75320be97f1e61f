"""What a person entered of a file that could not be read: it is what the file says."""

from dataclasses import replace

from django.utils.translation import gettext as _

from yangguang.annual_report.report import AnnualReport, Doubt, DoubtKind, Status


def unread(file: str) -> AnnualReport:
    """A file of that name of which nothing was read: what it says will be entered."""
    said = _("从原文件读不出来，还没有录入")
    return AnnualReport(file, doubts=(Doubt(DoubtKind.ENTERED_BY_HAND, said),))


def is_unread(read: AnnualReport) -> bool:
    """Whether a file is one of those."""
    return any(one.kind is DoubtKind.ENTERED_BY_HAND for one in read.doubts)


def as_entered(report: AnnualReport, read: AnnualReport) -> AnnualReport:
    """`report`, where `read` of its file has no tables or no sections: not repaired but entered.

    Nothing was read that could differ: instead of a repair of each cell one doubt tells that the
    figures, or the words, were entered by hand, and the reasons that were given. A preamble that
    was read differs.
    """
    repairs = report.repairs if read.tables else ()
    rewordings = tuple(one for one in report.rewordings if read.sections or one.before)
    cells = len(report.repairs) - len(repairs)
    sections = len(report.rewordings) - len(rewordings)
    if not cells and not sections:
        return report
    parts = [
        *([_("表里的 {count} 格").format(count=cells)] if cells else []),
        *([_("{count} 个部分的文字").format(count=sections)] if sections else []),
    ]
    entered = [
        *(one.reason for one in report.repairs if one not in repairs),
        *(one.reason for one in report.rewordings if one not in rewordings),
    ]
    said = _("从原文件读不出来，{parts}照原件录入（{reasons}）").format(
        parts="、".join(parts), reasons="；".join(dict.fromkeys(entered))
    )
    plain = {
        cell_id: cell._replace(status=Status.READ)
        for cell_id, cell in report.cells.items()
        if not read.tables and cell.status is Status.REPAIRED
    }
    return replace(
        report,
        cells={**report.cells, **plain},
        repairs=repairs,
        rewordings=rewordings,
        doubts=(
            *(one for one in report.doubts if one.kind is not DoubtKind.ENTERED_BY_HAND),
            Doubt(DoubtKind.ENTERED_BY_HAND, said),
        ),
    )


def told(report: AnnualReport) -> str:
    """What is told of a report that was entered by hand; empty where it was read."""
    doubts = (one for one in report.doubts if one.kind is DoubtKind.ENTERED_BY_HAND)
    return next((f"{one.message}。" for one in doubts), "")
