"""A published report comes in without what tells who somebody is (Art. 15)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests import town
from tests.annual_report.reports import a_report, with_sections
from tests.reporting.years import head
from tests.town import ID_CARD, Office
from yangguang.annual_report import read_bytes
from yangguang.annual_report.blocks import Place
from yangguang.annual_report.report import Doubt, DoubtKind, Provenance
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
NEW = "table3.new.natural_person"


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


def test_where_nobody_can_put_it_right_it_is_struck_out(office: Office) -> None:
    read = replace(with_sections(a_report(), (1, "总体情况", NOBODY)), year=2024)
    cells = {
        **read.cells,
        NEW: read.cells[NEW]._replace(provenance=Provenance(Place(line=9), f"0 {ID_CARD}")),
    }
    titled = tuple(replace(one, title=f"{one.title}{ID_CARD}") for one in read.sections)
    spread = replace(
        read,
        cells=cells,
        sections=titled,
        title=f"年报（{ID_CARD}）",
        doubts=(Doubt(DoubtKind.UNREADABLE, f"读不出“{ID_CARD}”"),),
    )

    version = bring_in(office.agency, spread, Upload("年报.html", b"<p>x</p>"), head(office))

    said = published.data_of(version).decode()
    assert ID_CARD not in said
    assert "年报（〔略〕）" in said


def test_the_name_of_its_file_is_the_office_s_own_affair(
    office: Office, draft: ReportDraft
) -> None:
    waiting.reword(draft, 1, NOBODY, "删去个人信息")
    ReportDraft.objects.update(name="终稿（林晓改，勿外传）.HTML")
    draft.refresh_from_db()

    version = bring_in_kept(draft, head(office))

    assert "林晓" not in published.data_of(version).decode()
    assert version.content["file"].endswith("（导入）.html")
    assert version.source is not None
    assert version.source.name == "终稿（林晓改，勿外传）.HTML"


def test_what_is_said_of_it_to_everyone_names_nobody_either(
    office: Office, draft: ReportDraft
) -> None:
    why = f"删去{ID_CARD}"

    with pytest.raises(Mistakes) as of_words:
        waiting.reword(draft, 1, NOBODY, why)
    with pytest.raises(Mistakes) as of_a_figure:
        waiting.correct(draft, {NEW: Decimal(3)}, why)
    waiting.reword(draft, 1, NOBODY, "删去个人信息")
    waiting.decide(draft, None, "", None, why)
    with pytest.raises(Mistakes) as of_all:
        bring_in_kept(draft, head(office))

    for refused, field in ((of_words, "reason"), (of_a_figure, "reason"), (of_all, "note")):
        assert "证件号码" in refused.value.fields[field]
        assert ID_CARD not in refused.value.fields[field]
    assert not Publication.objects.exists()
