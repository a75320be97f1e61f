"""A claim is pinned to its sentence and to its figure, in the text as printed."""

from tests.annual_report.claims.stated import prose
from yangguang.annual_report.claims import extract


def test_the_span_is_the_sentence_and_the_number_is_the_figure() -> None:
    report = prose("工作平稳。全年共收到政府信息公开申请 37 件，全部办结。未收取信息处理费。")

    received, fees = extract(report)

    assert report.quote(received.span) == "全年共收到政府信息公开申请 37 件，全部办结"
    assert report.quote(received.number) == "37 件"
    assert report.quote(fees.number) == "未收取信息处理费"


def test_strange_forms_of_characters_keep_their_places() -> None:
    report = prose("内容⼀致，(全年)共收到政府信息公開申請３７件;均已辦結。")

    (received,) = extract(report)

    assert received.value == 37
    assert report.quote(received.number) == "３７件"
