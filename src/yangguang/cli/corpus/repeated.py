"""`yangguang corpus repeated`: which reports repeat most, and from which."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yangguang.cli.corpus.where import REFUSED, Where, refusing
from yangguang.cli.json_lines import AsJson

if TYPE_CHECKING:
    from yangguang.annual_report.corpus.repeated import Repeated, Source


_NONE = "语料库里没有报告。为什么读不了：yangguang corpus summary"
_NONE_OF_YEAR = "语料库里没有 {year} 年度的报告。有哪些年度：yangguang corpus summary"


class By(StrEnum):
    """By which share reports are ranked."""

    OTHERS = "others"
    PREVIOUS = "previous"


def repeated(
    corpus: Where = Path("."),
    year: Annotated[
        int | None,
        typer.Option(
            metavar="年度",
            help="只看这一年度的报告；不写则各年度都看。",
            rich_help_panel="选项",
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        By,
        typer.Option(
            help="按与谁的重复率排：其他机关，或本机关上年。",
            rich_help_panel="选项",
        ),
    ] = By.OTHERS,
    most: Annotated[
        int, typer.Option(metavar="份数", min=1, help="列出多少份。", rich_help_panel="选项")
    ] = 20,
    least: Annotated[
        int,
        typer.Option(
            metavar="字数", min=1, help="自写文字不足这个字数的不列。", rich_help_panel="选项"
        ),
    ] = 200,
    as_json: AsJson = False,
) -> None:
    """重复文字：每份报告与其他机关、与本机关上一年度的重复多少，最像哪一份。

    列出重复率最高的报告和它最像的那一份；--json 输出全部报告，不论字数。
    """
    with refusing():
        from yangguang.annual_report.corpus.place import find
        from yangguang.annual_report.corpus.repeated import repeated as repeated_in
        from yangguang.cli.corpus.progress import comparing

        place = find(corpus)
        with comparing() as progress:
            found = repeated_in(place, year, progress)
    if not found.reports and not found.nameless:
        typer.echo(_NONE if year is None else _NONE_OF_YEAR.format(year=year), err=True)
        raise typer.Exit(REFUSED)
    ranked = sorted(found.reports, key=lambda one: _rank(one, by))
    if as_json:
        from yangguang.cli.json_lines import print_json

        for one in ranked:
            print_json(_as_object(one))
    else:
        from yangguang.cli.corpus.repetitions import print_most

        long = [one for one in ranked if one.others.own >= least and _share(one, by) is not None]
        print_most(place.source, found.reports, long[:most], long[most:], least)
    if found.nameless:
        typer.echo(
            f"另有 {found.nameless} 份没有读到机关名称，分不清本机关和其他机关，没有比较。",
            err=True,
        )


def _share(one: "Repeated", by: By) -> float | None:
    if by is By.OTHERS:
        return one.others.share
    return one.previous.repetition.share if one.previous else None


def _rank(one: "Repeated", by: By) -> tuple[float, int, str]:
    """Highest share first; of equal ones that with more text of its own."""
    share = _share(one, by)
    return 1.0 if share is None else -share, -one.others.own, one.named.file


def _as_object(one: "Repeated") -> dict[str, object]:
    return {
        **one.named._asdict(),
        "others": {**one.others.figures, "source": one.source and _source_object(one.source)},
        "previous": one.previous and _source_object(one.previous),
    }


def _source_object(source: "Source") -> dict[str, object]:
    return {**source.named._asdict(), **source.repetition.figures}
