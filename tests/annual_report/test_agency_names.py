"""What an agency's name says: which agency, of what kind, at what level."""

import pytest

from yangguang.annual_report.agency_kind import is_of_county_or_below, kind_of
from yangguang.annual_report.agency_names import is_same_agency
from yangguang.law.reporting import AgencyKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青禾市人民政府办公室", "青禾市政府办公室"),
        ("青禾市信访局", "青禾市 信訪局"),
        ("红旗区信访局", "甲市红旗区信访局"),
        ("青禾市林业局（本级）", "青禾市林业局"),
    ],
)
def test_two_writings_of_one_name_are_one_agency(one: str, other: str) -> None:
    assert is_same_agency(one, other)
    assert is_same_agency(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青禾市信访局", "白河市信访局"),
        ("信访局", "白河市信访局"),
        ("市信访局", "白河市信访局"),
        ("某机关", "某机关"),
        ("", ""),
        ("青禾市林业局", "青禾市林业和草原局"),
    ],
)
def test_names_that_do_not_say_the_same_are_not_one_agency(one: str, other: str) -> None:
    assert not is_same_agency(one, other)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("青禾市人民政府", AgencyKind.GOVERNMENT),
        ("甲省乙自治州人民政府", AgencyKind.GOVERNMENT),
        ("景德镇市人民政府", AgencyKind.GOVERNMENT),
        ("青禾市人民政府办公室", AgencyKind.DEPARTMENT),
        ("青禾县卫生健康委员会", AgencyKind.DEPARTMENT),
        ("甲自治区教育厅", AgencyKind.DEPARTMENT),
        ("国家税务总局青禾市税务局", AgencyKind.DEPARTMENT),
        ("青禾县柳河镇人民政府", AgencyKind.TOWN),
        ("柳河乡", AgencyKind.TOWN),
        ("青禾区东关街道办事处", AgencyKind.TOWN),
        ("柳河镇党政办公室", AgencyKind.TOWN),
        ("青禾高新区管理委员会", None),
        ("中共青禾市委办公室", None),
        ("青禾市公安局红旗分局", None),
        ("青禾市第一医院", None),
        ("某机关", None),
        ("", None),
    ],
)
def test_the_kind_is_told_from_the_name_or_not_at_all(name: str, kind: AgencyKind | None) -> None:
    assert kind_of(name) is kind


@pytest.mark.parametrize(
    "name", ["青禾县人民政府", "红旗区信访局", "柳河镇人民政府", "甲左旗教育局"]
)
def test_counties_districts_and_towns_are_told_by_name(name: str) -> None:
    assert is_of_county_or_below(name)


@pytest.mark.parametrize(
    "name",
    ["青禾市人民政府", "甲自治区教育厅", "青禾市高新区管理委员会", "青禾地区教育局", "某机关"],
)
def test_higher_or_unclear_levels_are_not_taken_for_counties(name: str) -> None:
    assert not is_of_county_or_below(name)
