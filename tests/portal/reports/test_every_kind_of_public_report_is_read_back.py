"""What is taken along of a public report, of any kind and in any format, says what it says."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

import pytest

from tests import town
from tests.annual_report.reports import a_report, of_2019, with_figure, with_sections
from tests.annual_report.writing.invented_texts import says
from tests.reporting.reported import YEAR
from tests.reporting.rolling_up.rolled import a_city, filed, of_requests
from tests.reporting.years import head, published
from yangguang.agencies.models import Agency
from yangguang.annual_report import read_bytes
from yangguang.annual_report.checking import check
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.form.sections import PREAMBLE
from yangguang.annual_report.repair import reworded
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing import WRITERS, write
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.reporting.actions.bring_in import bring_in
from yangguang.reporting.models import Publication
from yangguang.reporting.published import as_report, data_of, latest

FEES: Final = "table2.fees.amount"
ANSWERED: Final = {
    f"table3.{row}.{column}": 8
    for row in ("new", "granted", "total")
    for column in ("natural_person", "total")
}
LISTS: Final = (
    "（一）主动公开。全年公开信息三百余条。\n1.修订公开指南。\n2.更新公开目录；\n①按月核对；\n②按季通报。\n"
    "（二）依申请公开。全年新收申请8件，均已答复。\n一是明确分工。二是规范文书。\n"
    + "在公路建设、公共交通、水上运输等方面主动听取意见，" * 60
    + "按时公布。"
)


def _words(report: AnnualReport, text: Mapping[int, str]) -> AnnualReport:
    """The same, with words where the form has no table."""
    plain = {1: "工作平稳。", 5: "解读形式单一，下一步丰富图解。", 6: "没有收取信息处理费。"}
    said = {**plain, **text}
    return with_sections(report, *((n, title, said.get(n, "")) for n, title in SECTIONS.items()))


def _of_the_old_form() -> Publication:
    office = town.office()
    report = _words(of_2019(ANSWERED), {1: LISTS})
    return published(office, replace(report, agency=office.agency.name))


def _long_with_lists() -> Publication:
    office = town.office()
    report = _words(a_report(ANSWERED, year=YEAR, agency=office.agency.name), {1: LISTS, 5: LISTS})
    return published(office, report)


def _short() -> Publication:
    office = town.office()
    report = a_report(ANSWERED, year=YEAR, agency=office.agency.name)
    return published(office, _words(report, {1: "", 5: "无。", 6: ""}))


def _imported_and_corrected() -> Publication:
    office = town.office()
    report = _words(a_report(ANSWERED, year=2024, agency=office.agency.name), {})
    corrected = with_figure(report, FEES, Decimal("16.9"))
    for one, note in ((report, ""), (corrected, "补填收费金额")):
        file = Upload("a.docx", write(one, "docx"))
        read = read_bytes(file.name, file.content)
        bring_in(office.agency, read, file, head(office), note=note)
    return _now(office.agency.slug, 2024)


def _put_right() -> Publication:
    office = town.office()
    report = _words(a_report(ANSWERED, year=2024, agency=office.agency.name), {1: LISTS})
    file = Upload("a.html", write(report, "html"))
    read = read_bytes(file.name, file.content)
    title = read.preamble
    right = reworded(read, PREAMBLE, f"{title}\n本报告由办公室编制。", "识读漏了")
    right = reworded(right, 1, LISTS.replace("三百", "二百"), "识读错了")
    bring_in(office.agency, reworded(right, 6, "", "网页的导航"), file, head(office))
    return _now(office.agency.slug, 2024)


def _rolled_up() -> Publication:
    city = a_city()
    for slug, fees in (("jiaotong", "12.5"), ("jiaoyu", "0.0125")):
        filed(city.below(slug), with_figure(of_requests(30), FEES, Decimal(fees)))
    city.scoped()
    sums = city.rollup().sum.cells
    cells = {cell: value for cell, value in sums.items() if value is not None}
    report = a_report(cells, year=YEAR, agency=city.government.name)
    return published(replace(city.office, agency=city.government), _words(report, {}))


def _now(slug: str, year: int) -> Publication:
    agency = Agency.objects.get(slug=slug)
    found = latest(agency, year, moment.now())
    assert found is not None
    return found


KINDS: Final[dict[str, Callable[[], Publication]]] = {
    "of the form of 2019": _of_the_old_form,
    "long, with lists": _long_with_lists,
    "with sections left short": _short,
    "imported and corrected": _imported_and_corrected,
    "imported and put right": _put_right,
    "a government's": _rolled_up,
}


@pytest.mark.parametrize("kind", KINDS)
def test_no_figure_no_word_and_no_finding_differs(kind: str) -> None:
    publication = KINDS[kind]()
    said = as_report(publication)
    found = [(one.rule, one.cells) for one in check(said)]

    for to in sorted(WRITERS.keys() - {"csv"}):
        file = data_of(publication.version) if to == "json" else write(said, to)
        back = read_bytes(f"report.{to}", file)

        assert {id: (one.value, one.unit) for id, one in back.cells.items()} == {
            id: (one.value, one.unit) for id, one in said.cells.items()
        }
        assert says(back) == says(said)
        assert [(one.rule, one.cells) for one in check(back)] == found
