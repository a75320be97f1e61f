"""Arts 46–48: the supervising office reads the departments beside it, and everything under them."""

import pytest

from tests import town
from yangguang.agencies.capabilities import Capability
from yangguang.agencies.models import Agency, AgencyKind, Role

pytestmark = pytest.mark.django_db

READS, HANDLES = Capability.SEE_CASES, Capability.HANDLE


def _tree() -> dict[str, Agency]:
    """A government with its office, a department, a town; an enterprise under the department."""
    government = town.agency("zhengfu", "青岚市人民政府", AgencyKind.GOVERNMENT)
    office = town.agency("ban", "青岚市人民政府办公室", AgencyKind.GOVERNMENT_OFFICE, government)
    bureau = town.agency("jiaotong", parent=government, supervising=office)
    bus = town.agency("bus", "青岚市公交集团", AgencyKind.PUBLIC_ENTERPRISE, bureau, bureau)
    small = town.agency("lutang", "鹿塘镇人民政府", AgencyKind.TOWN, government, office)
    return {one.slug: one for one in (government, office, bureau, bus, small)}


def _read_by_a_supervisor_at(slug: str, tree: dict[str, Agency]) -> set[str]:
    someone = town.may(town.person("督察", Role.SUPERVISOR, tree[slug]))
    return {slug for slug, one in tree.items() if someone.can(READS, one.pk)}


def test_the_office_reads_whom_it_supervises_and_what_is_under_them() -> None:
    assert _read_by_a_supervisor_at("ban", _tree()) == {"ban", "jiaotong", "bus", "lutang"}


def test_the_government_reads_what_is_under_it() -> None:
    tree = _tree()

    assert _read_by_a_supervisor_at("zhengfu", tree) == set(tree)


def test_a_department_reads_neither_upwards_nor_sideways() -> None:
    assert _read_by_a_supervisor_at("jiaotong", _tree()) == {"jiaotong", "bus"}


def test_an_office_that_supervises_its_own_government_does_not_go_round_for_ever() -> None:
    tree = _tree()
    Agency.objects.filter(slug="zhengfu").update(supervising=tree["ban"])

    assert _read_by_a_supervisor_at("ban", tree) == set(tree)


def test_below_nothing_is_done_but_reading_and_taking_in_reports() -> None:
    tree = _tree()
    someone = town.may(town.person("督察", Role.SUPERVISOR, tree["ban"]))

    allowed = {one for one in Capability if someone.can(one, tree["jiaotong"].pk)}

    assert allowed == {READS, Capability.SEE_FIGURES, Capability.TAKE_REPORTS}


def test_who_handles_at_the_office_reads_nothing_of_the_departments() -> None:
    tree = _tree()
    someone = town.may(town.person("承办", Role.HANDLER, tree["ban"]))

    assert someone.can(HANDLES, tree["ban"].pk)
    assert not someone.can(READS, tree["jiaotong"].pk)


def test_the_tree_is_read_in_one_query(django_assert_num_queries) -> None:
    tree = _tree()
    someone = town.person("督察", Role.SUPERVISOR, tree["zhengfu"])

    with django_assert_num_queries(3):
        town.may(someone)
