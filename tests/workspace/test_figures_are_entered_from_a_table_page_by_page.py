"""A table of figures by the pages: taken along, filled in, looked at, entered all at once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.reporting.filled_in import filled, table
from tests.workspace.at_work import AtWork, an_office, words_of
from yangguang.casework.examining import SHEET
from yangguang.reporting.models import EnteredFigure, FiguresDraft

REPORT = "/workspace/reports/jiaotong/2025"
START = f"{REPORT}/table"
LICENCES = "table2.licences.decisions"
PENALTIES = "table2.penalties.decisions"


@pytest.fixture
def work() -> AtWork:
    return an_office()


def _uploaded(client: Client, content: bytes) -> str:
    """The address where the table is looked through."""
    answer = client.post(START, {"file": SimpleUploadedFile("填报.xlsx", content)})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_the_template_taken_along_and_filled_in_is_looked_at_then_entered(work: AtWork) -> None:
    blank = work.handler.get(f"{START}/template.xlsx")
    place = _uploaded(work.handler, filled(blank.content, {LICENCES: 17, PENALTIES: 3}))

    waits = words_of(work.handler.get(START))
    looked = work.handler.get(place)
    before = EnteredFigure.objects.count()
    done = work.handler.post(place)

    assert blank["Content-Type"] == SHEET
    assert [one.after for one in looked.context["checked"].lines] == ["17", "3"]
    assert "填报.xlsx" in waits
    assert (before, EnteredFigure.objects.count()) == (0, 2)
    assert (done.status_code, done["Location"]) == (302, REPORT)
    assert f'href="{START}"' in work.handler.get(REPORT).content.decode()


def test_the_file_is_kept_with_every_figure(work: AtWork) -> None:
    content = table((LICENCES, 17, "", "行政审批科"), (PENALTIES, 3, "", "法规科"))
    work.handler.post(_uploaded(work.handler, content))

    for cell in (LICENCES, PENALTIES):
        page = work.handler.get(f"{REPORT}/figures/{cell}").content.decode()
        address = page.split("/evidence/")[1].split('"')[0]
        file = work.section_head.get(f"{REPORT}/figures/{cell}/evidence/{address}")
        assert "填报.xlsx" in page
        assert file.content == content


def test_what_a_line_lacks_is_written_on_the_page_and_not_lost(work: AtWork) -> None:
    place = _uploaded(work.handler, table((LICENCES, 17)))

    first = work.handler.get(place)
    refused = work.handler.post(place, {"source": "", "reason": "统一口径"})
    looked = work.handler.post(place, {"source": "行政审批科", "look": "on"})
    done = work.handler.post(place, {"source": "行政审批科"})

    assert "有 1 格没有写来源： 在下面写一次" in words_of(first)
    assert "不对" not in words_of(first)
    assert refused.status_code == 422
    assert "请写明数字的来源" in words_of(refused)
    assert "统一口径" in refused.content.decode()
    assert (looked.status_code, looked.context["checked"].faults) == (200, [])
    assert done.status_code == 302
    assert EnteredFigure.objects.get().source == "行政审批科"


def test_sent_twice_it_is_told_and_entered_once(work: AtWork) -> None:
    place = _uploaded(work.handler, table((LICENCES, 17, "", "行政审批科")))

    answers = [work.handler.post(place, follow=True) for _ in range(2)]

    assert "已经填过，或者不在了" in words_of(answers[1])
    assert EnteredFigure.objects.count() == 1


def test_it_is_its_reader_s_alone_and_a_writer_s_only(work: AtWork) -> None:
    place = _uploaded(work.handler, table((LICENCES, 17)))

    assert work.section_head.get(place).status_code == 404
    assert work.leader.get(START).status_code == 403
    assert work.leader.get(f"{START}/template.xlsx").status_code == 403


def test_what_is_no_table_is_refused_with_its_sentence(work: AtWork) -> None:
    empty = work.handler.post(START, {})
    broken = work.handler.post(START, {"file": SimpleUploadedFile("表.xlsx", b"PK\x03\x04")})

    assert [one.status_code for one in (empty, broken)] == [422, 422]
    assert "请选择文件" in words_of(empty)
    assert not FiguresDraft.objects.exists()
    assert work.handler.get("/workspace/reports/jiaotong/2031/table").status_code == 403


def test_from_a_figure_to_the_next_that_is_blank(work: AtWork) -> None:
    address = f"{REPORT}/figures/{LICENCES}"

    there = work.handler.get(address)
    work.handler.post(f"{REPORT}/figures/{PENALTIES}", {"value": "3", "source": "法规科"})
    later = work.handler.get(address)

    assert there.context["next_blank"][0] == PENALTIES
    assert later.context["next_blank"][0] not in (LICENCES, PENALTIES)
    assert f'href="{REPORT}/figures/{PENALTIES}"' in there.content.decode()
    assert work.leader.get(address).context["next_blank"] is None
