"""What prose says of requests, in the phrasings that reports use."""

import pytest

from tests.annual_report.claims.stated import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年新收政府信息公开申请三十七件。", ["requests.new 37"]),
        ("全年共受理依申请公开信息56条，均按时办结。", ["requests.received 56"]),
        ("我局收到8份政府信息公开申请，均为自然人申请。", ["requests.received 8"]),
        ("本单位2022年度共受理信息公开申请1件。", ["requests.received 1"]),
        (
            "全年共收办政府信息公开申请1,113件（含2021年结转13件），13件转下年度办理。",
            [
                "requests.with_carried_over 1113",
                "requests.carried_over 13",
                "requests.carried_forward 13",
            ],
        ),
        (
            "受理政府信息公开申请50件，答复48件（含上年度结转申请3件，另有5件顺延到下年度答复）。",
            [
                "requests.received 50",
                "requests.answered 48",
                "requests.carried_over 3",
                "requests.carried_forward 5",
            ],
        ),
        (
            "依申请公开方面，新收申请5件，上年度遗留1件，结转至2023年1件。",
            ["requests.new 5", "requests.carried_over 1", "requests.carried_forward 1"],
        ),
        ("依申请公开：结转3件至下年度。", ["requests.carried_forward 3"]),
        ("政府信息公开申请数量为0件。", ["requests.handled 0"]),
        ("共办理依申请信息公开事项91件。", ["requests.handled 91"]),
        ("经网站、邮寄等途径受理依申请公开信息12件。", ["requests.received 12"]),
    ],
)
def test_receipts_and_carries_are_told_apart(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "共收到政府信息公开申请10件，其中自然人7件，法人或其他组织3件。",
            [
                "requests.received 10",
                "requests.received 7 natural_person",
                "requests.received 3 organisations",
            ],
        ),
        (
            "共收到信息公开申请6件，其中商业企业2件，科研机构1件，自然人3件。",
            [
                "requests.received 6",
                "requests.received 2 business",
                "requests.received 1 research",
                "requests.received 3 natural_person",
            ],
        ),
        (
            "共收到自然人申请的政府信息公开申请8件，均已办理答复。",
            ["requests.received 8 natural_person"],
        ),
        ("公民、法人和其他组织提出政府信息公开申请共9件。", ["requests.handled 9"]),
    ],
)
def test_applicants_are_told_apart(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "收到信息公开申请19件，其中予以公开5件、部分公开4件、不予公开3件、无法提供2件、"
            "不予处理1件、其他处理4件。",
            [
                "requests.received 19",
                "requests.granted 5",
                "requests.partially_granted 4",
                "requests.denied 3",
                "requests.unable 2",
                "requests.unprocessed 1",
                "requests.other 4",
            ],
        ),
        (
            "共收到信息公开申请8件。处理结果中，公开5件，属于四类过程性信息1件，"
            "因本办不掌握相关政府信息无法提供2件。",
            [
                "requests.received 8",
                "requests.granted 5",
                "requests.result 1 denied.process_information",
                "requests.result 2 unable.not_held",
            ],
        ),
        (
            "受理的37件政府信息公开申请中，20件予以公开，5件不予公开，另有3件结转下年。",
            [
                "requests.received 37",
                "requests.granted 20",
                "requests.denied 5",
                "requests.carried_forward 3",
            ],
        ),
    ],
)
def test_results_are_told_apart(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "主动公开政府信息62条，其中网站12条、微信50条。",
        "办理市长信箱来信821件，收到人大代表建议13件、政协提案20件。",
        "政府信息公开申请中网上申请20件、信函申请5件。",
        "政府信息公开申请量较上年增加3件，同比增长13%。",
        "设立信息公开申请受理点12个，接受群众咨询300件。",
        "印发《政府信息公开申请办理规范》5份。",
        "低保救助申请320件，行政许可申请85件。",
        "自收到政府信息公开申请之日起20个工作日内答复。",
    ],
)
def test_other_things_are_not_taken_for_requests(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "收到政府信息公开申请16件，同意公开8件，同意部分公开3件，不同意公开5件。",
            [
                "requests.received 16",
                "requests.granted 8",
                "requests.partially_granted 3",
                "requests.denied 5",
            ],
        ),
        ("部分予以公开3件，不予以公开2件。", ["requests.partially_granted 3", "requests.denied 2"]),
        ("政府信息公开中，8件新收申请、2件结转申请均已办理。", ["requests.new 8"]),
        ("收到信息公开申请9份，予以公开7份。", ["requests.received 9", "requests.granted 7"]),
        (
            "收到政府信息公开申请9件。办结8件，未办结1件，结转2023年继续办理。",
            ["requests.received 9", "requests.answered 8", "requests.carried_forward 1"],
        ),
        (
            "受理政府信息公开申请25件，其中20件为招生信息；2件结转下年答复。",
            ["requests.received 25", "requests.carried_forward 2"],
        ),
        (
            "答复申请48件（另有5件顺延到下年度答复）。政府信息公开行政复议2件，其中维持1件。",
            [
                "requests.answered 48",
                "requests.carried_forward 5",
                "disputes.reviews 2",
                "disputes.reviews 1 upheld",
            ],
        ),
        (
            "新收政府信息公开申请9件（其中网上提交5件），应予办理11件。",
            ["requests.new 9", "requests.handled 11"],
        ),
    ],
)
def test_results_and_receipts_are_read_in_more_of_their_forms(
    text: str, expected: list[str]
) -> None:
    assert claims(f"依申请公开。{text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "制发文件86份，其中主动公开23份，依申请公开11份，不予公开52份。",
        "印发文件412件，其中公开属性为主动公开的98件、依申请公开的133件、不予公开的181件。",
        "受理行政许可申请326件，办结301件。",
        "受理各类申请2326件，其中法律援助申请26件。",
        "上级转来信息公开申请2件，县政府交办信息公开申请3件。",
        "新收的申请中有8件为同一申请人提出。",
        "十三件申请延期答复，八件申请补正后受理。",
    ],
)
def test_documents_other_applications_and_some_of_the_requests_are_no_claim(text: str) -> None:
    assert claims(f"政府信息公开工作：{text}") == []


def test_a_heading_says_what_the_paragraphs_under_it_count() -> None:
    text = (
        "（二）依申请公开情况\n2022年共收到37件，均已答复。\n办理结果：予以公开30件。\n"
        "（三）政府信息管理情况\n共收到备案件5件。"
    )

    assert claims(text) == ["requests.received 37", "requests.granted 30"]
