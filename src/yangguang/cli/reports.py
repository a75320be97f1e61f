"""`yangguang reports import`: reports that were published before, brought in from their files."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from yangguang.cli.files import UNREADABLE, ReportFile, Taken, as_text, read_each
from yangguang.cli.json_lines import AsJson
from yangguang.cli.on_behalf import agency_called, refuse, standing_of
from yangguang.cli.site import open_site

if TYPE_CHECKING:
    from yangguang.agencies.capabilities import Standing
    from yangguang.agencies.models import Agency
    from yangguang.annual_report.checking import Finding
    from yangguang.annual_report.report import AnnualReport

IN_DOUBT = 1
"""The exit code when something is not as expected, and was not brought in."""

By = Annotated[
    str,
    typer.Option(metavar="用户名", help="以谁的名义：要有编制年报的岗位。", show_default=False),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只看会怎样，不导入。")]
_SAID: Final = {
    "imported": "导入了，已在门户公布",
    "known": "以前导入过，没有改动",
    "checked": "可以导入，还没有导入",
    "in_doubt": "没有导入",
}
_SEVERAL: Final = "另有文件也是这个机关这一年的年报，不知道用哪一份。"


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a file: one of `_SAID`, with what was read and found."""

    path: Path
    became: str
    report: "AnnualReport | None" = None
    agency: "Agency | None" = None
    year: int | None = None
    published_on: date | None = None
    version: int | None = None
    doubts: tuple[str, ...] = ()
    findings: "Sequence[Finding]" = ()


def import_(
    agency: Annotated[str, typer.Argument(metavar="机关", help="机关的代号。", show_default=False)],
    file: ReportFile,
    by: By,
    year: Annotated[
        int | None,
        typer.Option(metavar="年度", help="年报的年度；不写按文件。", show_default=False),
    ] = None,
    published_on: Annotated[
        str,
        typer.Option(metavar="日期", help="公布日期，如 2025-01-20；不写按文件。"),
    ] = "",
    note: Annotated[
        str, typer.Option(metavar="文字", help="这一年已经公布过的，写更正说明。")
    ] = "",
    confirm: Annotated[
        bool, typer.Option("--confirm", help="看过疑点，确认是这个机关这一年的。")
    ] = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """把以前公布的一份年报导入，成为机关那一年的年报：显示读到的内容和问题，原文件一起保存。

    导入以后在门户上公开，下一年的年报由它结转。文件里的机关、年度和您写的不一致时不导入，
    核对以后加 --confirm。同一个文件只导入一次。

    退出码：0 已导入、以前导入过或可以导入，1 有疑点没有导入，2 读不了或无法进行。
    """
    open_site()
    at, people = agency_called(agency), standing_of(by)
    on = _day(published_on)
    ((path, taken),) = read_each([file])
    if taken is None:
        raise typer.Exit(UNREADABLE)
    from yangguang.reporting.importing.fitting import brought_in, doubts

    found = () if confirm and (year or taken.report.year) else doubts(taken.report, at, year)
    wanted = _Outcome(path, "checked", taken.report, at, year, on, doubts=tuple(found))
    known = brought_in(taken.content)
    if known and known.report.agency_id == at.pk and year in (None, known.report.year):
        done = _already(path, known)
    else:
        done = _brought(wanted, taken.content, people, note, dry_run=dry_run)
    _tell(done, as_json=as_json, at_length=True)
    if done.became == "in_doubt":
        raise typer.Exit(IN_DOUBT)


def import_folder(
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="其中的年报都导入。")],
    by: By,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """把一个文件夹里以前公布的年报都导入：机关和年度看文件内容，没有写的看文件名和文件夹名。

    文件夹可以按机关的名称或代号分。有疑点的列出来，一份也不导入：核对以后用
    yangguang reports import 逐份导入。可以反复运行：导入过的文件跳过。

    退出码：0 都导入了，1 有疑点，2 有文件读不了。
    """
    open_site()
    people = standing_of(by)
    if not folder.is_dir():
        from yangguang.cli.terminal import one_line

        refuse(f"没有这个文件夹：{one_line(as_text(folder))}。")
    worst = 0
    for done in _each(folder, people, dry_run=dry_run):
        if done is None:
            worst = UNREADABLE
            continue
        _tell(done, as_json=as_json, at_length=False)
        worst = max(worst, IN_DOUBT if done.became == "in_doubt" else 0)
    if worst:
        raise typer.Exit(worst)


def _each(folder: Path, people: "Standing", *, dry_run: bool) -> Iterator[_Outcome | None]:
    """Every file of a folder with what became of it; None: it could not be read, and it was said.

    Of an agency and a year that several files claim, none is brought in.
    """
    from yangguang.agencies.capabilities import Capability
    from yangguang.agencies.models import Agency
    from yangguang.reporting.importing.fitting import assigned

    agencies = list(Agency.objects.filter(pk__in=people.agencies(Capability.REPORT)))
    fresh: list[tuple[_Outcome, Taken]] = []
    for path, taken in _fresh(folder):
        if isinstance(taken, _Outcome) or taken is None:
            yield taken
            continue
        to = assigned(taken.report, path.relative_to(folder), agencies)
        one = _Outcome(path, "checked", taken.report, to.agency, to.year, doubts=to.doubts)
        fresh.append((one, taken))
    claims = Counter((one.agency, one.year) for one, _taken in fresh)
    for one, taken in fresh:
        is_alone = one.agency is None or claims[one.agency, one.year] == 1
        checked = one if is_alone else replace(one, doubts=(*one.doubts, _SEVERAL))
        yield _brought(checked, taken.content, people, "", dry_run=dry_run)


def _fresh(folder: Path) -> Iterator[tuple[Path, "Taken | _Outcome | None"]]:
    """The files of a folder; those that were brought in already are not read again."""
    from yangguang.reporting.importing.fitting import brought_in

    left = []
    for path in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if is_hidden or not path.is_file():
            continue
        try:
            known = brought_in(path.read_bytes())
        except OSError:
            known = None  # reading says why
        if known:
            yield path, _already(path, known)
        else:
            left.append(path)
    yield from read_each(left)


def _already(path: Path, version: Any) -> _Outcome:
    report = version.report
    return _Outcome(path, "known", agency=report.agency, year=report.year, version=version.number)


def _brought(
    wanted: _Outcome, content: bytes, people: "Standing", note: str, *, dry_run: bool
) -> _Outcome:
    """Bring a file in unless something is in doubt; what became of it."""
    from django.db import transaction

    from yangguang.annual_report.checking import check
    from yangguang.casework.attachments import Upload
    from yangguang.casework.errors import Mistakes, NotAllowed
    from yangguang.reporting.actions.bring_in import bring_in
    from yangguang.reporting.importing import waiting
    from yangguang.reporting.importing.fitting import settled

    assert wanted.report is not None
    if wanted.doubts or wanted.agency is None:
        unfit = tuple(check(wanted.report))
        return replace(wanted, became="in_doubt", findings=unfit)
    name = as_text(Path(wanted.path.name))
    report = replace(settled(wanted.report, wanted.agency, wanted.year), file=name)
    on = wanted.published_on or report.published_on
    found = waiting.findings(report, wanted.agency)
    done = replace(wanted, report=report, year=report.year, published_on=on, findings=found)
    try:
        with transaction.atomic() if dry_run else nullcontext():
            version = bring_in(wanted.agency, report, Upload(name, content), people, on, note)
            if dry_run:
                transaction.set_rollback(True)
    except NotAllowed as why:
        return replace(done, became="in_doubt", doubts=(str(why),))
    except Mistakes as wrong:
        return replace(done, became="in_doubt", doubts=tuple(wrong.fields.values()))
    return done if dry_run else replace(done, became="imported", version=version.number)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        refuse("公布日期要写成 2025-01-20 这样。")


def _tell(done: _Outcome, *, as_json: bool, at_length: bool) -> None:
    if as_json:
        _print_json(done)
        return
    from yangguang.cli.summary import count
    from yangguang.cli.terminal import one_line

    if at_length and done.report:
        from yangguang.cli.findings import print_findings
        from yangguang.cli.tables import print_tables

        print_tables(done.report)
        print_findings(done.report, None, done.findings)
    whose = done.agency.name if done.agency else "机关不详"
    year = f"{done.year} 年度" if done.year else "年度不详"
    on = f"，公布日期 {done.published_on}" if done.published_on else ""
    found = f"；{count(done.findings)}" if done.report and not at_length else ""
    name = one_line(as_text(done.path))
    typer.echo(f"{name}：{whose} {year}{on}，{_SAID[done.became]}{found}。")
    for doubt in done.doubts:
        typer.echo(f"  {one_line(doubt)}", err=at_length)


def _print_json(done: _Outcome) -> None:
    from yangguang.annual_report.as_json import finding_object
    from yangguang.cli.json_lines import print_json

    report = done.report
    print_json(
        {
            "file": as_text(done.path),
            "became": done.became,
            "agency": done.agency.slug if done.agency else None,
            "year": done.year,
            "published_on": done.published_on.isoformat() if done.published_on else None,
            "version": done.version,
            "doubts": list(done.doubts),
            "findings": [finding_object(one, report) for one in done.findings] if report else [],
        }
    )
