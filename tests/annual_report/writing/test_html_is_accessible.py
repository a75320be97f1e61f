"""The written page says of every figure what it is, to those who hear it."""

from random import Random

from selectolax.lexbor import LexborHTMLParser

from tests.generator.invention import invent
from tests.generator.layouts import tabs
from tests.generator.print import printed
from yangguang.annual_report import read_bytes
from yangguang.annual_report.form import Edition
from yangguang.annual_report.writing import write

REPORT = read_bytes("report", tabs(printed(invent(Random(3), Edition.E2021, busy=0.5))))
PAGE = LexborHTMLParser(write(REPORT, "html").decode())


def _heads(number: int, row: str, column: str) -> list[str]:
    ids = REPORT.tables[number].ids_by_row[row]
    place = REPORT.tables[number].cell_ids.index(f"table{number}.{row}.{column}")
    assert ids
    cell = PAGE.css("table")[number - 2].css("td")[place]
    named = (cell.attributes.get("headers") or "").split()
    return [PAGE.css(f"#{name}")[0].text() for name in named]


def test_each_table_has_a_caption() -> None:
    captions = [caption.text() for caption in PAGE.css("caption")]
    assert captions == [
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    ]


def test_a_figure_of_table_3_is_named_by_all_labels_over_and_before_it() -> None:
    assert _heads(3, "denied.state_secret", "business") == [
        "申请人情况",
        "法人或其他组织",
        "商业企业",
        "三、本年度办理结果",
        "（三）不予公开",
        "1.属于国家秘密",
    ]


def test_a_figure_of_table_2_is_named_by_its_clause_column_and_row() -> None:
    assert _heads(2, "penalties", "decisions") == [
        "第二十条第（六）项",
        "本年处理决定数量",
        "行政处罚",
    ]


def test_a_figure_of_table_4_is_named_by_its_group_and_result() -> None:
    assert _heads(4, "suit_after_review", "upheld") == ["行政诉讼", "复议后起诉", "结果维持"]


def test_words_of_the_report_cannot_become_markup() -> None:
    text = (
        "云溪市信访局2022年政府信息公开工作年度报告\n一、总体情况\n<script>x</script>政府信息公开\n"
    )
    page = write(read_bytes("report.txt", text.encode()), "html").decode()
    assert "<script>" not in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page
