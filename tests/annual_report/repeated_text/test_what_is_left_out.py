"""The frame of the law and the form, names and years: no text of a report's own."""

import pytest

from tests.annual_report.repeated_text.written import a_text
from yangguang.annual_report.form import FORMS, SECTIONS
from yangguang.annual_report.repeated_text import DEFINITION, LONG, ReportText, repeated_from


def own(*paragraphs: str, agency: str = "青禾县水务局") -> int:
    text = a_text(*paragraphs, agency=agency)
    return repeated_from([], text).own


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《中华人民共和国政府信息公开条例》第五十条的规定和上级的统一要求，编制本年度报告。",
        "本年度报告中所列数据的统计期限自2022年1月1日起至2022年12月31日止。",
        "本报告的电子版可以在青禾县人民政府门户网站的信息公开专栏查阅和下载。",
        "如对本报告有疑问，请与青禾县水务局办公室联系，地址在滨河路十一号办公楼。",
        "2023年度本机关没有向任何申请人收取政府信息公开信息处理费，也没有减免的情形。",
    ],
)
def test_the_sentences_of_the_frame_are_left_out(sentence: str) -> None:
    assert own(sentence) == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "按照法定公开要求，及时公开机构设置、财政预决算和法治政府建设工作报告。",
        "对村民反映的停水问题，安排专人上门联系，逐户登记处理结果和回访意见。",
        "编印供水公报四期，同步将电子版上传网站，供沿线村民随时下载和查阅。",
        "没有照搬往年做法，而是逐户走访用水大户，核对计量设施并当场讲解水费构成，"
        "对多收取的水费全部清退，退费名单在村务公开栏张贴了三十天。",
    ],
)
def test_sentences_of_its_own_that_use_the_frame_s_words_count(sentence: str) -> None:
    assert own(sentence) >= LONG


@pytest.mark.parametrize("title", SECTIONS.values())
def test_titles_of_sections_are_left_out(title: str) -> None:
    assert own(f"{title}{title}{title}") == 0


def test_the_words_of_the_form_are_left_out() -> None:
    labels = [row.label for table in FORMS.values() for row in table.tables[3].rows if row.group]

    assert own("，".join(labels)) < LONG


def test_what_stands_before_section_one_is_left_out() -> None:
    preamble = "办公室按月核对栖霞片区的施工公告，及时更正了过期的联系电话和地址。"

    assert repeated_from([], ReportText("this", "青禾县水务局", 2023, ((0, preamble),))).own == 0


def test_titles_of_documents_are_left_out() -> None:
    title = "《青禾县农村饮水工程运行维护和水费收缴管理办法（试行）的补充通知》"

    assert own(f"印发{title}、{title}") == 0


@pytest.mark.parametrize("name", ["青禾县水务局", "县水务局", "水务局", "我局", "本机关", "青禾县"])
def test_the_agency_s_names_are_left_out(name: str) -> None:
    rest = "办公室按月核对栖霞片区的施工公告"

    assert own(f"{name}{rest}") == own(rest)


@pytest.mark.parametrize(
    ("agency", "name"),
    [
        ("新乡市红旗区信访局", "红旗区信访局"),
        ("新乡市红旗区信访局", "新乡市"),
        ("云溪市人民政府办公室", "市政府办"),
        ("云溪市人民政府办公室", "云溪市政府办公室"),
        ("云溪市人民政府", "市政府"),
        ("云溪市人民政府", "云溪市人民政府"),
        ("云溪市委", "云溪市委"),
        ("内蒙古自治区财政厅", "内蒙古"),
    ],
)
def test_short_forms_of_the_name_are_left_out(agency: str, name: str) -> None:
    rest = "按月核对栖霞片区的施工公告和停水通知"

    assert own(f"{name}{rest}", agency=agency) == own(rest, agency=agency)


@pytest.mark.parametrize(("agency", "word"), [("云溪市人民政府", "政府信息"), ("云溪市委", "委托")])
def test_words_that_only_look_like_the_name_count(agency: str, word: str) -> None:
    rest = "按月核对栖霞片区的施工公告和停水通知"

    assert own(f"{word}{rest}", agency=agency) == own(rest, agency=agency) + len(word)


def test_two_agencies_with_the_same_text_under_their_own_names_repeat_each_other() -> None:
    rest = "按月核对栖霞片区的施工公告，及时更正了过期的联系电话和地址。"
    one = a_text(f"云溪市水利局{rest}", agency="云溪市水利局", id="other")

    assert repeated_from([one], a_text(f"青禾县水务局{rest}")).share == 1


def test_the_definition_names_the_length_that_counts() -> None:
    assert f"连续{LONG}字" in DEFINITION
