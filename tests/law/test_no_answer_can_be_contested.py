import pytest

from yangguang.law.remedies import NoPlaces, Places, of_silence


def test_silence_is_contested_by_review_or_in_court() -> None:
    said = of_silence(Places("青岚市人民政府", "青岚市中级人民法院"))

    assert "青岚市人民政府申请行政复议" in said
    assert "青岚市中级人民法院提起行政诉讼" in said


@pytest.mark.parametrize(
    "places", [Places("", "青岚市中级人民法院"), Places("青岚市人民政府", " ")]
)
def test_where_nobody_knows_the_places_nothing_is_made_up(places: Places) -> None:
    with pytest.raises(NoPlaces):
        of_silence(places)
