"""What the invented agencies did in three years that no request tells; every figure is invented."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from yangguang.annual_report.form import table2
from yangguang.law.requests import RequestRow

Answered = Mapping[RequestRow, tuple[int, int]]
"""Row of Table 3 → answers to natural persons, to companies."""


class Done(NamedTuple):
    """Of a year: documents issued and repealed, decisions, fees in 万元."""

    issued: int
    repealed: int
    licences: int = 0
    penalties: int = 0
    coercion: int = 0
    fees: str = "0"


class Figures(NamedTuple):
    """Of an agency: documents in force before, three years, the answers of the two before.

    `upheld`: reviews that upheld what it had answered, in the earlier and the later of the two;
    `over`: requests of natural persons that each of the two took over from the year before.
    """

    in_force: int
    done: tuple[Done, Done, Done]
    answered: tuple[Answered, Answered]
    upheld: tuple[int, int] = (0, 0)
    over: tuple[int, int] = (0, 0)

    def table_2(self, index: int) -> dict[str, Decimal]:
        """Table 2 of one of the three years by cell: in force is what was, issued and repealed."""
        done = self.done[index]
        until = self.done[: index + 1]
        now = self.in_force + sum(one.issued - one.repealed for one in until)
        cell = table2.TABLE_2021.cell_id
        return {
            **{cell("rules", one): Decimal(0) for one in ("issued", "repealed", "in_force")},
            cell("normative_documents", "issued"): Decimal(done.issued),
            cell("normative_documents", "repealed"): Decimal(done.repealed),
            cell("normative_documents", "in_force"): Decimal(now),
            cell("licences", "decisions"): Decimal(done.licences),
            cell("penalties", "decisions"): Decimal(done.penalties),
            cell("coercion", "decisions"): Decimal(done.coercion),
            cell("fees", "amount"): Decimal(done.fees),
        }


_R: Final = RequestRow

FIGURES: Final[Mapping[str, Figures]] = {
    "zhengfu": Figures(
        21,
        (Done(9, 4), Done(7, 5), Done(8, 3)),
        (
            {_R.GRANTED: (11, 2), _R.UNABLE_NOT_HELD: (6, 1), _R.UNPROCESSED_PETITION: (2, 0)},
            {_R.GRANTED: (9, 3), _R.UNABLE_NOT_HELD: (7, 0), _R.UNPROCESSED_PETITION: (3, 0)},
        ),
        (1, 2),
        (1, 1),
    ),
    "zhengfuban": Figures(
        6,
        (Done(2, 1), Done(3, 1), Done(2, 2)),
        (
            {_R.GRANTED: (5, 1), _R.UNABLE_NOT_HELD: (2, 0)},
            {_R.GRANTED: (4, 0), _R.PARTIALLY_GRANTED: (1, 0), _R.UNABLE_NOT_HELD: (3, 0)},
        ),
    ),
    "jiaotong": Figures(
        12,
        (
            Done(3, 1, 4126, 812, 37, "18.6"),
            Done(4, 2, 3987, 765, 41, "17.25"),
            Done(3, 2, 4210, 798, 35, "16.9"),
        ),
        (
            {
                _R.GRANTED: (24, 5),
                _R.PARTIALLY_GRANTED: (4, 1),
                _R.DENIED_THIRD_PARTY_RIGHTS: (1, 1),
                _R.UNABLE_NOT_HELD: (9, 2),
                _R.UNPROCESSED_PETITION: (3, 0),
            },
            {
                _R.GRANTED: (28, 4),
                _R.PARTIALLY_GRANTED: (3, 2),
                _R.DENIED_INTERNAL_AFFAIRS: (2, 0),
                _R.UNABLE_NOT_HELD: (11, 1),
                _R.UNPROCESSED_REPEATED: (1, 0),
            },
        ),
        (2, 1),
        (2, 3),
    ),
    "ziran": Figures(
        15,
        (
            Done(4, 3, 1893, 126, 8, "2310.4"),
            Done(2, 1, 1760, 143, 11, "1985.75"),
            Done(3, 2, 1688, 131, 9, "2042.3"),
        ),
        (
            {
                _R.GRANTED: (36, 9),
                _R.PARTIALLY_GRANTED: (7, 2),
                _R.UNABLE_NOT_HELD: (15, 3),
                _R.UNABLE_NEEDS_CREATION: (2, 0),
            },
            {
                _R.GRANTED: (41, 7),
                _R.PARTIALLY_GRANTED: (6, 3),
                _R.UNABLE_NOT_HELD: (17, 2),
                _R.UNPROCESSED_EXCESSIVE: (4, 0),
            },
        ),
        (3, 2),
        (4, 2),
    ),
    "jiaoyu": Figures(
        9,
        (Done(2, 0, 214, 3), Done(1, 2, 198, 5), Done(2, 1, 207, 4)),
        (
            {_R.GRANTED: (7, 0), _R.UNABLE_NOT_HELD: (2, 0)},
            {_R.GRANTED: (8, 1), _R.UNABLE_NOT_HELD: (1, 0)},
        ),
    ),
    "tiyu": Figures(
        3,
        (Done(1, 0, 26, 1), Done(0, 1, 31, 0), Done(1, 0, 28, 2)),
        ({_R.GRANTED: (1, 0)}, {_R.GRANTED: (1, 1)}),
    ),
    "lutang": Figures(
        4,
        (Done(1, 1, 58, 12, 2), Done(2, 1, 63, 9, 1), Done(1, 0, 55, 11, 3)),
        (
            {_R.GRANTED: (6, 0), _R.UNABLE_NOT_HELD: (2, 0), _R.UNPROCESSED_PETITION: (1, 0)},
            {_R.GRANTED: (7, 0), _R.UNABLE_NOT_HELD: (3, 0)},
        ),
    ),
}
"""By agency; a public enterprise makes no report (Art. 55)."""
