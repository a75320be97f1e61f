"""A run of digits is cut in every way in which the last figure is the sum of the others."""

from decimal import Decimal
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from yangguang.annual_report.interpret.cuts import adding_up, any_cut

figures = st.lists(st.one_of(st.just(0), st.integers(0, 40)), min_size=2, max_size=4)


def _every_cut(digits: str, parts: int) -> set[tuple[Decimal, ...]]:
    found = set()
    for places in combinations(range(1, len(digits)), parts - 1):
        edges = (0, *places, len(digits))
        pieces = [digits[a:b] for a, b in pairwise(edges)]
        if all(piece == "0" or piece[0] != "0" for piece in pieces):
            found.add(tuple(map(Decimal, pieces)))
    return found


@given(figures)
def test_all_cuts_that_add_up_are_found_and_no_other(parts: list[int]) -> None:
    digits = "".join(map(str, [*parts, sum(parts)]))
    wanted = {c for c in _every_cut(digits, len(parts) + 1) if sum(c[:-1]) == c[-1]}
    assert set(adding_up(digits, len(parts) + 1)) == wanted


@given(st.from_regex(r"[0-9]{2,9}", fullmatch=True), st.integers(2, 4))
def test_without_a_sum_every_cut_without_leading_zeros_is_found(digits: str, parts: int) -> None:
    assert set(any_cut(digits, parts)) == _every_cut(digits, parts)


def test_a_run_that_is_too_long_is_not_cut_at_all() -> None:
    assert adding_up("1" * 4000, 7) == ()
    assert any_cut("1" * 4000, 7) == ()
