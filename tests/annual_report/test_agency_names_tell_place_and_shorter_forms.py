import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.annual_report.agency_names import (
    is_same_agency,
    normalised,
    place_of,
    shorter_names,
)

NAMES = st.lists(
    st.sampled_from(["河南省", "新乡市", "红旗区", "市", "某", "石桥镇", "信访局", "人民政府"]),
    min_size=1,
    max_size=4,
).map("".join)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("云溪市信访局", "云溪市"),
        ("新乡市红旗区信访局", "新乡市红旗区"),
        ("青禾县市场监督管理局", "青禾县"),
        ("云溪市市政管理局", "云溪市"),
        ("云溪市城市管理局", "云溪市"),
        ("盐城市教育局", "盐城市"),
        ("青禾县住房和城乡建设局", "青禾县"),
        ("青禾县乡村振兴局", "青禾县"),
        ("广西壮族自治区财政厅", "广西壮族自治区"),
        ("白鹭镇人民政府", "白鹭镇"),
        ("云溪市人民政府", "云溪市"),
        ("信访局", None),
        ("", None),
    ],
)
def test_the_place_in_a_name(name: str, place: str | None) -> None:
    assert place_of(name) == place


@given(NAMES, NAMES)
def test_shorter_names_are_those_of_the_same_agency(one: str, other: str) -> None:
    short, long = sorted((normalised(one), normalised(other)), key=len)

    assert (short in shorter_names(long)) == (short != long and is_same_agency(one, other))
