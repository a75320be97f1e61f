"""What members corrected after a government's report had added them up."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from yangguang.annual_report.checking import Finding, Severity
from yangguang.annual_report.checking.cell_names import several
from yangguang.annual_report.money import stated
from yangguang.reporting import drafting, published
from yangguang.reporting.models import Publication, Version


def corrected_since(version: Version) -> list[Publication]:
    """What is public now of members that this version adds up with other figures, by agency.

    Two queries; nothing of a version that adds nothing up.
    """
    taken = set((version.rests_on or {}).get("versions", {}).values())
    if not taken:
        return []
    reports = Version.objects.filter(pk__in=taken).values("report")
    newer = published.current_with_content().filter(version__report__in=reports)
    later = list(newer.exclude(version__in=taken).order_by("agency"))
    added = Version.objects.filter(
        pk__in=taken, report__in=[one.version.report_id for one in later]
    )
    before = {one.report_id: one for one in added.defer("counted", "findings")}
    return [one for one in later if _says_otherwise(before[one.version.report_id], one.version)]


def findings(version: Version) -> Iterator[Finding]:
    """The same as one finding that names the members."""
    if found := corrected_since(version):
        said = _(
            "成员机关已更正：{names}，这一版汇总的还是更正前的数。请编制更正版；还没有报送、"
            "公布的，撤回以后重新送审。"
        ).format(names=several(one.agency.short_name for one in found))
        yield Finding(
            "rolling_up.changed_since",
            Severity.WARNING,
            said,
            "《中华人民共和国政府信息公开条例》第四十九条、第五十条",
        )


def _says_otherwise(before: Version, now: Version) -> bool:
    earlier, later = drafting.content(before), drafting.content(now)
    cells = earlier.cells.keys() | later.cells.keys()
    return any(stated(earlier, one) != stated(later, one) for one in cells)
