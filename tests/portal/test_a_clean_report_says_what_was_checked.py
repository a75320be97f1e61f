from django.test import Client

from tests.portal.visiting import a_file, send, words_of
from yangguang.annual_report.checking import RULES
from yangguang.portal import example


def test_no_finding_says_how_much_was_checked_and_what_was_not(client: Client) -> None:
    answer = send(client, a_file(example.PREVIOUS.read_bytes()))

    words = words_of(answer)
    assert f"按 {len(RULES)} 条规则查过，没有发现问题" in words
    assert "没有上一年的报告，所以没有核对上下两年是否衔接" in words
