import re
from pathlib import Path

import pytest
from django.test import Client

from tests.annual_report.test_worker_writes import CHILD
from tests.cli.published import balanced
from tests.portal.visiting import a_file, a_report, result_of, send, text_of, words_of
from yangguang.annual_report.repeated_text import DEFINITION
from yangguang.annual_report.worker import Limits, Worker
from yangguang.casework import turns
from yangguang.portal import comparison

CELL = "table3.new.total"
WRONG = "table3.granted.natural_person"
LAST = "本年度加强公开平台建设，全面梳理政务服务事项，共发布信息320条，群众满意度稳步提升。"
THIS = "本年度加强公开平台建设，全面梳理政务服务事项，共发布信息450条，群众满意度稳步提升。"
OTHER = "林场防火宣传走进校园，护林员讲解火源管理，学生代表现场演练报警和疏散，反响热烈持久。"


def _id(address: str) -> str:
    return address.rsplit("/", 1)[1]


def _two_years(client: Client, folder: Path, **facts) -> tuple[str, str]:
    """The ids of last year's and this year's report."""
    last = a_report(folder, year=2022, figures=balanced(new=5), prose=LAST)
    last_id = _id(result_of(client, last))
    facts = {"figures": balanced(new=7), "prose": THIS, **facts}
    return last_id, _id(result_of(client, a_report(folder, **facts)))


def test_the_list_leads_to_the_two_that_were_chosen(client: Client, tmp_path: Path) -> None:
    last, this = _two_years(client, tmp_path)
    page = text_of(client.get("/checkups"))

    answer = client.get("/compare", {"report": [last, this]})

    assert all(f'name="report" value="{one}"' in page for one in (last, this))
    assert answer.headers["Location"] == f"/compare/{last}/{this}"


def test_a_result_offers_the_other_reports_the_year_before_first(
    client: Client, tmp_path: Path
) -> None:
    _id(result_of(client, a_report(tmp_path, agency="青禾县林草局", year=2020)))
    last, this = _two_years(client, tmp_path)

    page = text_of(client.get(f"/checkups/{this}"))

    assert page.count("<option") == 2
    assert f'<option value="{last}" selected>' in page
    assert f'<input type="hidden" name="report" value="{this}">' in page


def test_a_report_alone_is_offered_nothing_to_compare(client: Client, tmp_path: Path) -> None:
    address = result_of(client, a_report(tmp_path))

    assert "比较" not in words_of(client.get(address))
    assert 'name="report"' not in text_of(client.get("/checkups"))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_another_number_than_two_is_a_sentence(client: Client, tmp_path: Path, count: int) -> None:
    reports = [result_of(client, a_report(tmp_path, year=year)) for year in (2020, 2021, 2022)]

    answer = client.get("/compare", {"report": [_id(one) for one in reports[:count]]})

    assert answer.status_code == 422
    assert f"比较要选两份报告，您选了 {count} 份。" in words_of(answer)


@pytest.mark.parametrize("is_turned", [False, True])
def test_the_older_year_stands_on_the_left(client: Client, tmp_path: Path, is_turned: bool) -> None:
    last, this = _two_years(client, tmp_path)
    chosen = (this, last) if is_turned else (last, this)

    page = text_of(client.get("/compare/{}/{}".format(*chosen)))

    heads = re.findall(r'<th scope="col"><a href="/checkups/(\w+)">([^<]+)<', page)
    assert heads == [(last, "2022 年"), (this, "2023 年")]


def test_a_figure_that_changed_stands_with_its_change_and_leads_to_both_reports(
    client: Client, tmp_path: Path
) -> None:
    last, this = _two_years(client, tmp_path)

    page = text_of(client.get(f"/compare/{last}/{this}"))

    (row,) = [line for line in page.split("\n") if f"#c-{CELL}" in line]
    assert not row.strip().startswith('<tr class="same"')
    assert f'<a class="figure" href="/checkups/{last}#c-{CELL}">5</a>' in row
    assert f'<a class="figure" href="/checkups/{this}#c-{CELL}">7</a>' in row
    assert ">+2</td>" in row


def test_a_figure_that_stayed_is_there_to_be_shown(client: Client, tmp_path: Path) -> None:
    last, this = _two_years(client, tmp_path)

    page = text_of(client.get(f"/compare/{last}/{this}"))

    (row,) = [line for line in page.split("\n") if "#c-table3.new.business" in line]
    assert row.strip().startswith('<tr class="same"')
    assert 'type="checkbox" id="show-all"' in page


def test_words_that_changed_are_marked_on_both_sides(client: Client, tmp_path: Path) -> None:
    last, this = _two_years(client, tmp_path)

    page = text_of(client.get(f"/compare/{last}/{this}"))

    assert re.search(r"<del>[^<]*320", page)
    assert re.search(r"<ins>[^<]*450", page)


def test_a_sentence_that_only_one_has_is_said_to_be_missing_in_the_other(
    client: Client, tmp_path: Path
) -> None:
    last, this = _two_years(client, tmp_path, prose=THIS + OTHER)

    answer = client.get(f"/compare/{last}/{this}")

    assert f'<p class="whole">{OTHER}</p>' in text_of(answer)
    assert "2022 年没有这一句" in words_of(answer)


def test_the_share_of_repeated_text_stands_with_its_definition(
    client: Client, tmp_path: Path
) -> None:
    last, this = _two_years(client, tmp_path, prose=THIS + OTHER)

    words = words_of(client.get(f"/compare/{last}/{this}"))

    share = re.search(
        r"([\d.]+)% 2023 年的报告自写文字 (\d+) 字，其中 (\d+) 字与2022 年的重复", words
    )
    assert share
    assert float(share[1]) == pytest.approx(100 * int(share[3]) / int(share[2]), abs=0.06)
    assert 0 < int(share[3]) < int(share[2])
    assert DEFINITION in words


def test_two_agencies_are_called_by_their_names_and_the_share_is_told_for_both(
    client: Client, tmp_path: Path
) -> None:
    one = _id(result_of(client, a_report(tmp_path, agency="青禾县林草局", prose=LAST)))
    other = _id(result_of(client, a_report(tmp_path, prose=THIS)))

    words = words_of(client.get(f"/compare/{one}/{other}"))

    assert "青禾县林草局的报告自写文字" in words
    assert "云岭市林泽县水务局的报告自写文字" in words


def test_a_long_name_is_short_beside_figures(client: Client, tmp_path: Path) -> None:
    name = "云岭市林泽县自然资源和规划局高新技术产业开发区分局"
    one = _id(result_of(client, a_report(tmp_path, agency=name)))
    other = _id(result_of(client, a_report(tmp_path, agency="青禾县林草局")))

    answer = client.get(f"/compare/{one}/{other}")

    assert text_of(answer).count(name) <= 2
    assert f"{name[:13]}…" in words_of(answer)


def test_a_repair_that_was_made_counts(client: Client, tmp_path: Path) -> None:
    last, this = _two_years(client, tmp_path, figures={**balanced(new=7), WRONG: 9})
    client.post(f"/checkups/{this}/repair", {"cell": WRONG})

    page = text_of(client.get(f"/compare/{last}/{this}"))

    assert f'href="/checkups/{this}#c-{WRONG}">7</a>' in page


def test_a_table_that_one_lacks_is_said_to_be_missing(client: Client, tmp_path: Path) -> None:
    last, _ = _two_years(client, tmp_path)
    text = "林泽县水务局2021年政府信息公开工作年度报告\n一、总体情况\n平稳。\n"
    bare = _id(result_of(client, a_file(text, "bare.txt")))

    words = words_of(client.get(f"/compare/{bare}/{last}"))

    assert "的文件里没有找到这张表，不能比较。" in words


def test_another_session_compares_none_of_it(client: Client, tmp_path: Path) -> None:
    last, this = _two_years(client, tmp_path)
    stranger = Client()
    own = _id(result_of(stranger, a_report(tmp_path)))

    assert stranger.get(f"/compare/{last}/{this}").status_code == 404
    assert stranger.get(f"/compare/{own}/{this}").status_code == 404
    assert Client().get(f"/compare/{last}/{this}").status_code == 404
    assert stranger.get("/compare", {"report": [own, this]}).status_code == 422
    assert Client().get("/compare").status_code == 422


def test_a_comparison_that_takes_too_much_is_a_sentence(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last, this = _two_years(client, tmp_path)
    monkeypatch.setattr(turns, "Worker", lambda limits: Worker(Limits(seconds=1), CHILD))

    answer = client.get(f"/compare/{last}/{this}")

    assert answer.status_code == 503
    assert "比较这两份报告用的时间或内存超过了限度" in words_of(answer)


def test_so_many_sentences_and_no_more_are_shown(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison, "MOST_SENTENCES", 3)
    last, this = _two_years(client, tmp_path, prose=OTHER)

    answer = client.get(f"/compare/{last}/{this}")

    assert text_of(answer).count('<div class="pair">') == 3
    assert "不同的句子太多，后面的没有显示。" in words_of(answer)


def test_its_page_has_neither_script_nor_style_within(client: Client, tmp_path: Path) -> None:
    from tests.portal.test_the_browser_is_told_to_be_careful import INLINE

    last, this = _two_years(client, tmp_path)

    assert not INLINE.search(text_of(client.get(f"/compare/{last}/{this}")))
    assert send(client).status_code == 422
