"""A published report comes in without what tells who somebody is (Art. 15)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests import town
from tests.annual_report.reports import a_report, with_sections
from tests.reporting.years import head
from tests.town import ID_CARD, Office
from yangguang.annual_report import read_bytes
from yangguang.annual_report.writing import write
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes
from yangguang.reporting import published
from yangguang.reporting.actions.bring_in import bring_in, bring_in_kept
from yangguang.reporting.importing import waiting
from yangguang.reporting.models import Publication, ReportDraft
from yangguang.reporting.persons_in_words import IDENTIFIES

ABOUT = f"申请人（{ID_CARD}）当面申请。"
NOBODY = "一人当面申请。"


@pytest.fixture
def office() -> Office:
    return town.office()


@pytest.fixture
def draft(office: Office) -> ReportDraft:
    report = replace(with_sections(a_report(), (1, "总体情况", ABOUT)), year=2024)
    upload = Upload("年报.html", write(report, "html"))
    read = read_bytes(upload.name, upload.content)
    return waiting.keep(upload, read, office.agency, office.disclosure_head)


def test_it_is_found_and_does_not_come_in(office: Office, draft: ReportDraft) -> None:
    found = waiting.findings(waiting.current(draft), office.agency)

    with pytest.raises(Mistakes) as refused:
        bring_in_kept(draft, head(office))

    assert IDENTIFIES in {one.rule for one in found}
    assert "第一部分的文字里有证件号码" in refused.value.fields["words"]
    assert ID_CARD not in refused.value.fields["words"]
    assert not Publication.objects.exists()


def test_from_a_folder_neither(office: Office, draft: ReportDraft) -> None:
    report, upload = waiting.current(draft), waiting.file_of(draft)

    with pytest.raises(Mistakes, match="words"):
        bring_in(office.agency, report, upload, head(office))


def test_put_right_it_comes_in_and_what_was_read_is_not_told(
    office: Office, draft: ReportDraft
) -> None:
    waiting.reword(draft, 1, NOBODY, "删去个人信息")

    version = bring_in_kept(draft, head(office))

    assert ID_CARD.encode() not in published.data_of(version)
    public = published.latest(office.agency, 2024, moment.now())
    assert public is not None
    said = published.as_report(public)
    assert said.text_of(1) == NOBODY
    (rewording,) = said.rewordings
    assert rewording.before == ABOUT.replace(ID_CARD, "〔略〕")


def test_what_is_typed_of_it_is_kept_without_what_is_not_seen(draft: ReportDraft) -> None:
    waiting.reword(draft, 1, "一人\u202e当面\u200b申请。", "对照\u200e原件")

    (rewording,) = waiting.current(draft).rewordings
    assert waiting.current(draft).text_of(1) == "一人当面申请。"
    assert rewording.reason == "对照原件"
    with pytest.raises(Mistakes):
        waiting.reword(draft, 1, NOBODY, "\u200b")


def test_what_is_said_about_it_tells_of_nobody_either(office: Office, draft: ReportDraft) -> None:
    why = f"删去{ID_CARD}"
    with pytest.raises(Mistakes) as reworded:
        waiting.reword(draft, 1, NOBODY, why)
    with pytest.raises(Mistakes) as corrected:
        waiting.correct(draft, {"table3.new.total": Decimal(1)}, why)
    waiting.reword(draft, 1, NOBODY, "删去个人信息")
    waiting.decide(draft, 2024, "", None, why)
    with pytest.raises(Mistakes) as brought_in:
        bring_in_kept(draft, head(office))

    said = [reworded.value.fields["reason"], corrected.value.fields["reason"]]
    assert said == ["这里有证件号码：写的会向社会公布，请删去。"] * 2
    assert brought_in.value.fields == {"note": said[0]}
