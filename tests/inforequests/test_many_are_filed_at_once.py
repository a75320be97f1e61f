"""Many closed requests go into one box at once, each by itself, numbered as they were closed."""

from datetime import date, timedelta

import pytest

from tests import played, town
from tests.inforequests.disputing import decided, notified
from tests.portal.requests.working import standing
from tests.prepared import MONDAY
from yangguang.agencies.models import Role
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case
from yangguang.inforequests import archives, filing_classes
from yangguang.inforequests.actions import filing
from yangguang.inforequests.actions.filing import InBox
from yangguang.inforequests.overview import of
from yangguang.law.disputes import Ruling
from yangguang.law.filing import Box, RecordClass, Retention

LONG_AGO = MONDAY - timedelta(days=40)


def _seen(*cases: Case) -> list[tuple[str, int]]:
    return [(one.number, one.events.count()) for one in cases]


def test_items_are_numbered_as_they_were_closed_and_fill_the_catalogue(
    office: town.Office,
) -> None:
    late = played.answered(office, MONDAY - timedelta(days=20))
    early = played.withdrawn(office, LONG_AGO)
    people = town.may(office.handler)

    told = filing.file_each(_seen(late, early), office.agency, InBox(4), people)

    assert [one.place for one in told] == ["2026-10年-004-0001", "2026-10年-004-0002"]
    (box,) = archives.boxes(people, office.agency)
    assert (box.box, box.count, box.first, box.last) == (Box(2026, Retention.TEN_YEARS, 4), 2, 1, 2)
    assert box.kept_until == date(2036, 12, 31)
    lines = archives.catalogue(archives.inside(people, office.agency, box.box))
    assert [one.number for one in lines] == [early.number, late.number]
    issued = late.letters.get().issued
    assert [(one.letter, one.dated) for one in lines] == [
        ("", standing(early).closed_on),
        (issued.number, issued.dated),
    ]
    assert all("林晓" not in one.title for one in lines)


def test_each_has_the_class_that_fits_it(office: town.Office) -> None:
    plain = played.withdrawn(office, LONG_AGO)
    contested = played.answered(office, LONG_AGO)
    notified(contested, office)
    decided(contested, office, Ruling.UPHELD)

    filing.file_each(_seen(plain, contested), office.agency, InBox(1), town.may(office.handler))

    kept = [standing(one).filed for one in (plain, contested)]
    assert [one and one.retention for one in kept] == [
        Retention.TEN_YEARS,
        Retention.THIRTY_YEARS,
    ]


def test_what_cannot_be_filed_says_why_and_keeps_none_of_the_others_back(
    office: town.Office,
) -> None:
    still_open = played.handling(office, LONG_AGO)
    overtaken, sound = (played.withdrawn(office, LONG_AGO) for _ in range(2))
    elsewhere = played.withdrawn(town.office(slug="jiaoyu", name="青岚市教育局"), LONG_AGO)
    chosen = [(overtaken.number, 1), *_seen(still_open, sound, elsewhere)]

    told = filing.file_each(chosen, office.agency, InBox(2), town.may(office.handler))

    assert {one.number for one in told if one.place} == {sound.number}
    why = {one.number: one.why for one in told}
    assert "您的操作没有执行" in why[overtaken.number]
    assert "办结之后" in why[still_open.number]
    assert [one.number for one in told if not one.is_there] == [elsewhere.number]
    assert standing(elsewhere).filed is None


def test_an_agency_files_under_classes_of_its_own(office: town.Office) -> None:
    case = played.withdrawn(office, LONG_AGO)
    head = town.may(office.section_head)
    own = filing_classes.add(office.agency, "征收补偿类申请", Retention.PERMANENT, head)
    with pytest.raises(Mistakes):
        filing_classes.add(office.agency, " 征收补偿类申请 ", Retention.TEN_YEARS, head)
    with pytest.raises(NotAllowed):
        filing_classes.add(office.agency, "另一类", Retention.TEN_YEARS, town.may(office.handler))
    kind = filing_classes.kinds_of(office.agency)[f"own-{own.pk}"]

    filing.file_each(_seen(case), office.agency, InBox(1, kind), head)

    filed = standing(case).filed
    assert filed
    assert filed.retention is Retention.PERMANENT
    filing_classes.end(own, head)
    assert "征收补偿类申请" in of(case, head).entries[0].details
    assert f"own-{own.pk}" not in filing_classes.kinds_of(office.agency)


def test_nobody_files_under_another_agency_s_class(office: town.Office) -> None:
    case = played.withdrawn(office, LONG_AGO)
    elsewhere = town.agency(slug="jiaoyu", name="青岚市教育局")
    theirs = town.may(town.person("周科长", Role.SECTION_HEAD, elsewhere))
    own = filing_classes.add(elsewhere, "招生类申请", Retention.TEN_YEARS, theirs)

    with pytest.raises(Mistakes):
        filing.file(
            case,
            RecordClass.OWN,
            Retention.TEN_YEARS,
            1,
            town.may(office.handler),
            own=own.pk,
        )
