"""A label from which words were left out is still its row's, where no other row would do."""

import pytest

from yangguang.annual_report.interpret.labels import Kind, resemble
from yangguang.law.requests import RequestRow


@pytest.mark.parametrize(
    ("printed", "row"),
    [
        ("二、上年结转申请数量", RequestRow.CARRIED_OVER),
        ("2.没有信息需要另行制作", RequestRow.UNABLE_NEEDS_CREATION),
        ("5.要求确认或重新出具信息", RequestRow.UNPROCESSED_REISSUE),
    ],
)
def test_a_shortened_label_is_found(printed: str, row: RequestRow) -> None:
    assert (resemble(printed, 3).kind, resemble(printed, 3).id) == (Kind.ROW, row)


@pytest.mark.parametrize("printed", ["申请数量", "政府信息公开申请"])
def test_what_several_rows_have_in_common_is_none_of_them(printed: str) -> None:
    assert resemble(printed, 3).kind is Kind.TEXT
