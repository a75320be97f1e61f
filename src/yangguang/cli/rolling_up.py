"""`yangguang rollup`: a government's report added up from its members', as known at a moment."""

from typing import TYPE_CHECKING, Annotated

import typer

from yangguang.cli.json_lines import AsJson
from yangguang.cli.of_a_year import KnownAt, Year
from yangguang.cli.on_behalf import agency_called, refuse
from yangguang.cli.site import open_site

if TYPE_CHECKING:
    from yangguang.reporting.rolling_up.rollup import Rollup


def rollup(
    agency: Annotated[
        str, typer.Argument(metavar="机关", help="人民政府的代号。", show_default=False)
    ],
    year: Year,
    known_at: KnownAt = "",
    as_json: AsJson = False,
) -> None:
    """汇总一个人民政府一年的年度报告：各机关年报逐格相加，缺谁的、检查发现的问题。

    什么也不改。--json 输出的和 yangguang read --json 一样，另有 rollup：相加的是哪些年报。
    """
    open_site()
    from yangguang.casework.errors import Mistakes, NotAllowed
    from yangguang.reporting import moments
    from yangguang.reporting.actions.permission import form_that_is_open
    from yangguang.reporting.rolling_up.compiled import rolled_up
    from yangguang.reporting.rolling_up.rollup import roll_up

    at = agency_called(agency)
    try:
        form_that_is_open(year)
        found = rolled_up(roll_up(at, year, moments.read(known_at)))
    except NotAllowed as why:
        refuse(str(why))
    except Mistakes as wrong:
        refuse("".join(wrong.fields.values()))
    if as_json:
        from yangguang.annual_report.as_json import dump
        from yangguang.cli.json_lines import print_json

        print_json({**dump(found.report, found.findings), "rollup": _said(found.rollup)})
        return
    from yangguang.cli.findings import print_findings
    from yangguang.cli.tables import print_tables

    print_tables(found.report)
    typer.echo(f"相加 {len(found.rollup.sources)} 个机关，缺 {len(found.rollup.missing)} 个。")
    print_findings(found.report, found.previous, found.findings)


def _said(rollup: "Rollup") -> dict[str, object]:
    """Whom it adds up: by the agencies' codes."""
    scope = rollup.scope
    named = rollup.named
    return {
        "preset": scope.preset.value,
        "basis": scope.basis.value,
        "decided_at": scope.saved.at.isoformat() if scope.saved else None,
        "known_at": rollup.known_at.isoformat(),
        "added": [
            {
                "agency": one.agency.slug,
                "version": one.taken.number if one.taken else None,
                "published": one.taken.is_published if one.taken else None,
            }
            for one in rollup.sources
        ],
        "missing": [{"agency": one.agency.slug, "why": one.why} for one in rollup.missing],
        "excluded": [
            {"agency": named[key].slug, "why": why} for key, why in scope.excluded.items()
        ],
    }
