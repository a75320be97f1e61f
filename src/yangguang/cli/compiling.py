"""`yangguang compile`: a year's report from the records, as known at a moment."""

from typing import Annotated

import typer

from yangguang.cli.json_lines import AsJson
from yangguang.cli.of_a_year import KnownAt, Year
from yangguang.cli.on_behalf import agency_called, refuse
from yangguang.cli.site import open_site


def compile_(
    agency: Annotated[str, typer.Argument(metavar="机关", help="机关的代号。", show_default=False)],
    year: Year,
    known_at: KnownAt = "",
    by_ledger: Annotated[
        bool,
        typer.Option(
            "--by-ledger",
            help="上年结转按台账，不按上年公布的数。",
            rich_help_panel="选项",
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """由台账编制一个机关一年的年度报告：显示三张表，和检查发现的问题。

    只读台账，什么也不改。--json 输出的和 yangguang read --json 一样。
    """
    open_site()
    from yangguang.casework.errors import Mistakes, NotAllowed
    from yangguang.reporting import moments
    from yangguang.reporting.actions.permission import form_that_is_open
    from yangguang.reporting.compiling import Carry, compile_report

    at = agency_called(agency)
    carry = Carry.LEDGER if by_ledger else Carry.PUBLISHED
    try:
        form_that_is_open(year)
        compiled = compile_report(at, year, moments.read(known_at), carry)
    except NotAllowed as why:
        refuse(str(why))
    except Mistakes as wrong:
        refuse("".join(wrong.fields.values()))
    if as_json:
        from yangguang.annual_report.as_json import line
        from yangguang.cli.json_lines import print_line

        print_line(line(compiled.report, compiled.findings))
        return
    from yangguang.cli.findings import print_findings
    from yangguang.cli.tables import print_tables

    print_tables(compiled.report)
    print_findings(compiled.report, compiled.previous, compiled.findings)
