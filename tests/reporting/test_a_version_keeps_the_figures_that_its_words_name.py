"""What a version's words say of the records is frozen with it; what comes later is a difference."""

import pytest

from tests import played, town
from tests.reporting import reported
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.years import day, entered_late
from tests.signing_in import signed_in
from tests.town import may
from tests.workspace.at_work import words_of
from yangguang.agencies.models import AgencyKind
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes
from yangguang.reporting import drafting
from yangguang.reporting.actions import hand_over
from yangguang.reporting.recorded import frozen, registry

BY_POST = "新收申请·挂号信或特快专递"
SAID = (
    f"{reported.WORDS[1]}以挂号信或特快专递寄来{{{BY_POST}}}件。"
    "发出收费通知{收费通知}件，总金额{收费通知金额}元。"
)


@pytest.fixture
def reporting(monkeypatch: pytest.MonkeyPatch) -> Reporting:
    """A year in which a fee was noticed; words that name it, and letters of which there is none."""
    monkeypatch.setitem(reported.WORDS, 1, SAID)
    found = Reporting()
    played.waived(found.office, day(YEAR, 11, 3))
    return found


def _a_letter_turns_up(reporting: Reporting) -> None:
    entered_late(reporting.office, day(YEAR, 12, 1), moment.now())


def test_its_words_stay_and_what_came_later_is_named(reporting: Reporting) -> None:
    version = reporting.published()
    words = drafting.content(version).text_of(1)
    before = list(frozen.findings(reporting.agency, YEAR, moment.now()))
    _a_letter_turns_up(reporting)
    version.refresh_from_db()

    (found,) = frozen.findings(reporting.agency, YEAR, moment.now())
    page = signed_in(reporting.office.handler).get(f"/workspace/reports/jiaotong/{YEAR}")

    assert "寄来0件。发出收费通知1件，总金额200元。" in words
    assert drafting.content(version).text_of(1) == words
    assert before == []
    assert f"{BY_POST}公布 0 件，台账现有 1 件" in found.message
    assert "收费通知" not in found.message
    assert found.message in words_of(page)


def test_it_keeps_the_cases_that_each_of_them_counted(reporting: Reporting) -> None:
    version = reporting.sent_up()
    (fee,) = registry.counted(
        next(one for one in registry.figures(reporting.agency) if one.name == "收费通知"),
        reporting.agency,
        YEAR,
        version.known_at or moment.now(),
    )

    assert frozen.kept(version) == {
        "channel.post": frozen.Kept("0", []),
        "fee.notices": frozen.Kept("1", [fee]),
        "fee.noticed": frozen.Kept("200", [fee]),
    }


def test_a_corrected_version_says_what_there_is_now(reporting: Reporting) -> None:
    reporting.published()
    _a_letter_turns_up(reporting)
    hand_over.correct(reporting.report, may(reporting.office.handler))
    reporting.published(note="补记来信一件。")

    said = drafting.public(reporting.report)

    assert said is not None
    assert "寄来1件。" in drafting.content(said).text_of(1)
    assert list(frozen.findings(reporting.agency, YEAR, moment.now())) == []


def test_a_share_of_nothing_stands_in_the_way(
    reporting: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(reported.WORDS, 1, f"{reported.WORDS[1]}按期办结率{{按期办结率}}%。")

    with pytest.raises(Mistakes) as refused:
        reporting.sent_up()
    assert "按期办结率}”不是年报里的数据，或者现在没有数" in refused.value.fields["override"]


def test_a_government_s_report_names_none() -> None:
    government = town.agency(slug="zf", name="青岚市人民政府", kind=AgencyKind.GOVERNMENT)

    assert registry.figures(government) == ()
    assert registry.values(government, YEAR, moment.now()) == {}
