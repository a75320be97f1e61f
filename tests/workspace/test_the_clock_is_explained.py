"""The due date with its reckoning, article by article (Arts 31, 33)."""

from tests.workspace.at_work import address, an_office, words_of


def test_the_steps_stand_on_the_case_s_page() -> None:
    work = an_office()
    case = work.assigned()

    page = words_of(work.handler.get(address(case)))

    assert "还剩 20 个工作日 · 2026-03-13（星期五）" in page
    assert "第三十三条" in page.partition("怎么算的")[2]
