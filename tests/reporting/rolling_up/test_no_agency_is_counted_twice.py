"""Whatever the tree: a roll-up counts every agency below it once, and none twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from yangguang.agencies.models import AgencyKind
from yangguang.reporting.rolling_up.tree import Chosen, Preset, Tree

ROOT = 0


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """A government with up to forty agencies below it, of any kind, at any depth."""
    rows: list[tuple[int, int | None, str]] = [(ROOT, None, AgencyKind.GOVERNMENT)]
    kinds = draw(st.lists(st.sampled_from(list(AgencyKind)), max_size=40))
    for one, kind in enumerate(kinds, 1):
        rows.append((one, draw(st.integers(0, one - 1)), kind))
    return Tree.of(rows)


def _governments(tree: Tree) -> list[int]:
    return [one for one in tree.below(ROOT) if tree.is_government(one)]


@settings(max_examples=150, deadline=None)
@given(st.data(), trees(), st.sampled_from(Preset))
def test_a_preset_counts_each_of_its_agencies_exactly_once(
    data: st.DataObject, tree: Tree, preset: Preset
) -> None:
    some = data.draw(st.sets(st.sampled_from(_governments(tree)))) if _governments(tree) else set()

    chosen = tree.chosen(ROOT, preset, some)

    assert dict(tree.times(chosen)) == dict.fromkeys(tree.domain(ROOT, preset), 1)
    assert tree.both(chosen) == []
    assert tree.left_out(ROOT, preset, chosen, ()) == frozenset()


@settings(max_examples=150, deadline=None)
@given(st.data(), trees())
def test_what_counts_an_agency_twice_is_named_and_only_that(
    data: st.DataObject, tree: Tree
) -> None:
    below = sorted(tree.below(ROOT))
    members = data.draw(st.sets(st.sampled_from(below))) if below else set()
    chosen = Chosen(frozenset(members))

    assert bool(tree.both(chosen)) is any(many > 1 for many in tree.times(chosen).values())


@settings(max_examples=100, deadline=None)
@given(st.data(), trees())
def test_who_is_neither_counted_nor_left_out_for_a_reason_is_named(
    data: st.DataObject, tree: Tree
) -> None:
    chosen = tree.chosen(ROOT, Preset.WHOLE)
    without = data.draw(st.sets(st.sampled_from(sorted(chosen.members)))) if chosen.members else ()
    fewer = Chosen(chosen.members - frozenset(without))

    named = tree.left_out(ROOT, Preset.WHOLE, fewer, ())

    assert named == frozenset(far for one in without for far in tree.stands_for(one))
    assert tree.left_out(ROOT, Preset.WHOLE, fewer, without) == frozenset()


@settings(max_examples=100, deadline=None)
@given(trees())
def test_the_own_ones_are_below_no_lower_government_and_no_town(tree: Tree) -> None:
    for one in tree.domain(ROOT, Preset.OWN):
        above = tree.nodes[one].parent
        while above != ROOT:
            assert above is not None
            assert tree.nodes[above].kind not in {AgencyKind.GOVERNMENT, AgencyKind.TOWN}
            above = tree.nodes[above].parent
