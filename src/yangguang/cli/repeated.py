"""The share of repeated text in the terminal, with its definition."""

from yangguang.annual_report.checking.prose_names import section_name, shortened
from yangguang.annual_report.comparing import Comparison, Relation
from yangguang.annual_report.repeated_text import DEFINITION, Repetition
from yangguang.annual_report.report import AnnualReport
from yangguang.cli.terminal import console, plain, print_line

_LISTED = 5


def print_repeated(comparison: Comparison, *, everything: bool) -> None:
    """Print how much of each report stands in the other; of two years, of the later one."""
    print_line(plain("重复文字", "bold"))
    _left, right = comparison.reports
    print_line(plain(_said("右边", comparison.repeated)), 2)
    if comparison.relation is not Relation.YEARS:
        print_line(plain(_said("左边", comparison.repeated_in_left)), 2)
    _print_stretches(comparison, right, everything)
    print_line(plain(f"口径：{DEFINITION}", "dim"), 2)
    console().print()


def _said(side: str, found: Repetition) -> str:
    other = "左边" if side == "右边" else "右边"
    if found.share is None or found.verbatim_share is None:
        return f"{side}报告没有自写文字，不计算重复率。"
    if not found.repeated:
        return f"{side}报告自写文字 {found.own} 字，没有与{other}重复的。"
    return (
        f"{side}报告自写文字 {found.own} 字，其中 {found.repeated} 字与{other}重复，"
        f"占 {found.share:.1%}；连数字也一字不差的 {found.verbatim} 字，"
        f"占 {found.verbatim_share:.1%}。"
    )


def _print_stretches(comparison: Comparison, right: AnnualReport, everything: bool) -> None:
    """The longest stretches of two agencies; of two years of one, the diff has shown them."""
    stretches = comparison.repeated.stretches
    if not everything:
        if comparison.relation is not Relation.AGENCIES:
            return
        stretches = tuple(sorted(stretches, key=lambda s: -s.characters)[:_LISTED])
    for stretch in stretches:
        here, there = section_name(stretch.span.section), section_name(stretch.source.section)
        words = right.quote(stretch.span)
        words = " ".join(words.split()) if everything else shortened(words, 60)
        differ = "" if stretch.verbatim else "，数字不同"
        print_line(
            plain(f"“{words}”（{stretch.characters} 字，右边{here}，左边{there}{differ}）"), 4
        )
    left_out = len(comparison.repeated.stretches) - len(stretches)
    if left_out > 0:
        print_line(plain(f"另有 {left_out} 处（--all 列出）。"), 4)
