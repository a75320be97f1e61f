from pytest_django import DjangoAssertNumQueries

from tests.workspace.at_work import address, an_office, make


def test_however_long_its_history(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "note", words="一")
    make(work.handler, case, "draft-extension", filled_reason="理由", days="5")
    make(work.handler, case, "submit")
    make(work.disclosure_head, case, "decide", decision="returned", comment="再改")
    make(work.handler, case, "draft-extension", days="6")
    make(work.handler, case, "submit")
    with django_assert_max_num_queries(34) as few:
        work.handler.get(address(case))
    most = len(few)
    make(work.disclosure_head, case, "decide", decision="returned", comment="再改一次")
    for words in ("二", "三", "四"):
        make(work.handler, case, "note", words=words)
        make(work.handler, case, "draft-extension", days="7", body=words)
    make(work.handler, case, "submit")

    with django_assert_max_num_queries(most):
        work.handler.get(address(case))
