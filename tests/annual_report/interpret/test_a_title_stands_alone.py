"""The title is a paragraph of its own, however long; so is every paragraph of a page."""

from yangguang.annual_report import read_bytes

TITLE = "云溪市卫生健康委员会2022年政府信息公开工作年度报告"
REST = "根据《中华人民共和国政府信息公开条例》要求，现公布本机关年度报告"


def test_the_line_below_a_title_does_not_go_on_with_it() -> None:
    report = read_bytes("report.txt", f"{TITLE}\n{REST}。\n一、总体情况\n正文。\n".encode())
    assert report.preamble == f"{TITLE}\n{REST}。"


def test_paragraphs_of_a_page_are_not_joined() -> None:
    page = f"<h1>{TITLE}</h1><p>{REST}</p><p>特此说明。</p><p>一、总体情况</p><p>正文。</p>"
    report = read_bytes("report.html", page.encode())
    assert report.preamble == f"{TITLE}\n{REST}\n特此说明。"
