"""The definition, sentence by sentence: what counts as repeated, and to which figure."""

from tests.annual_report.repeated_text.written import a_text
from yangguang.annual_report.repeated_text import repeated_from

OLD = "办公室按月核对栖霞片区的施工公告，及时更正了过期的联系电话和地址。"


def test_a_sentence_taken_over_is_repeated_whole() -> None:
    found = repeated_from([a_text(OLD, id="last")], a_text(OLD))

    assert found.share == found.verbatim_share == 1
    assert found.repeated == sum(character.isalpha() for character in OLD)


def test_other_text_is_not_repeated() -> None:
    other = a_text("网站编辑会同社区补充了新桥市场的收费标准，方便来往商户随时查询。", id="last")

    found = repeated_from([other], a_text(OLD))

    assert found.share == 0
    assert not found.stretches


def test_a_sentence_with_other_figures_is_repeated_but_not_verbatim() -> None:
    last = a_text("全年编印栖霞片区施工公告31期，并向沿线商户发放明白纸450份。", id="last")

    found = repeated_from(
        [last], a_text("全年编印栖霞片区施工公告28期，并向沿线商户发放明白纸620份。")
    )

    assert found.share == 1
    assert found.verbatim_share == 0


def test_the_year_is_no_figure() -> None:
    last = a_text("2022年编印栖霞片区施工公告31期，并向沿线商户发放明白纸450份。", id="last")

    found = repeated_from(
        [last], a_text("2023年编印栖霞片区施工公告31期，并向沿线商户发放明白纸450份。")
    )

    assert found.verbatim_share == 1


def test_only_the_stretch_in_common_counts() -> None:
    last = a_text(OLD, id="last")
    kept = "办公室按月核对栖霞片区的施工公告"

    found = repeated_from([last], a_text(f"{kept}，会同村组补登了遗漏的水井位置。"))

    assert found.repeated == len(kept)
    assert 0 < (found.share or 0) < 1


def test_a_stretch_too_short_to_be_copied_does_not_count() -> None:
    last = a_text(OLD, id="last")

    found = repeated_from([last], a_text("专班走访了各村，核对栖霞片区的施工便道和排水沟渠走向。"))

    assert found.repeated == 0


def test_traditional_full_width_and_punctuation_make_no_difference() -> None:
    last = a_text("办公室按月核对栖霞片区的施工公告,及时更正了ＡＢ两处过期的联系电话;", id="last")

    found = repeated_from(
        [last], a_text("辦公室按月核對栖霞片區的施工公告，及時更正了AB两处过期的联系电话；")
    )

    assert found.verbatim_share == 1


def test_a_report_without_text_of_its_own_has_no_share() -> None:
    found = repeated_from([a_text(OLD, id="last")], a_text("没有其他需要报告的事项。"))

    assert found.own == 0
    assert found.share is None
    assert found.verbatim_share is None
