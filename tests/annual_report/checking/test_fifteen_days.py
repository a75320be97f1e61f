"""15 个工作日 is no longer the period for an answer (Art. 33); for others it is (Arts 32, 34)."""

import pytest

from tests.annual_report.claims.stated import prose
from tests.annual_report.findings import found

RULE = "wording.fifteen_days"


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请后，在15个工作日内答复。",
        "对申请不能当场答复的，自收到之日起十五个工作日内予以答复。",
        "申请较为复杂的，可以延长 15 个工作日。",
        "收到申请后15个工作日内予以答复，需要延期的提前告知申请人。",
    ],
)
def test_the_old_period_for_an_answer_is_found(text: str) -> None:
    assert len(found(RULE, prose(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "征求第三方意见的，第三方应当在15个工作日内提出意见，再答复申请。",
        "申请内容不明确的，补正期限为15个工作日，再予答复。",
        "收到政府信息公开申请后，在20个工作日内答复。",
        "将答复申请的时间压缩至15个工作日，比法定期限提前5个工作日。",
        "部门预算在批复后15个工作日内公开。",
    ],
)
def test_other_periods_of_fifteen_days_are_right(text: str) -> None:
    assert found(RULE, prose(text)) == []
