"""The shapes of what the prose states: claims, breakdowns, shares, changes."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from yangguang.annual_report.claims.figures import Figure
from yangguang.annual_report.claims.prose import Sentence
from yangguang.annual_report.report import Span
from yangguang.law.disputes import DisputeResult
from yangguang.law.requests import ApplicantKind, RequestRow

_LONGEST_NAME: Final = 14
_DONE: Final = re.compile(r"办结|答复|回复|办理|涉及|属于|整改|完成|采纳|满意|原创|转载|阅读|点击")


class Quantity(StrEnum):
    """What is counted; `claims.cells` says which cells of the form hold it."""

    REQUESTS_NEW = "requests.new"
    """新收 in the strict sense: without what was carried over."""
    REQUESTS_RECEIVED = "requests.received"
    """收到, 受理: new ones only, or with those carried over; the words do not tell."""
    REQUESTS_WITH_CARRIED_OVER = "requests.with_carried_over"
    """共收办, 收到 … （含上年结转）: new and carried over."""
    REQUESTS_HANDLED = "requests.handled"
    """办理: new, new and carried over, or finished; the words do not tell."""
    REQUESTS_CARRIED_OVER = "requests.carried_over"
    REQUESTS_ANSWERED = "requests.answered"
    """办结, 答复: all that came to a result."""
    REQUESTS_GRANTED = "requests.granted"
    REQUESTS_PARTIALLY_GRANTED = "requests.partially_granted"
    REQUESTS_DENIED = "requests.denied"
    REQUESTS_UNABLE = "requests.unable"
    REQUESTS_NOT_EXISTING = "requests.not_existing"
    """信息不存在: no row of its own; the form counts it among those not held."""
    REQUESTS_UNPROCESSED = "requests.unprocessed"
    REQUESTS_OTHER = "requests.other"
    REQUESTS_RESULT = "requests.result"
    """One row of results, named by `Claim.row`."""
    REQUESTS_CARRIED_FORWARD = "requests.carried_forward"
    REVIEWS = "disputes.reviews"
    SUITS = "disputes.suits"
    """Both groups of lawsuits together."""
    SUITS_DIRECT = "disputes.suits_direct"
    SUITS_AFTER_REVIEW = "disputes.suits_after_review"
    DISPUTES = "disputes.all"
    """复议 and 诉讼 in one figure."""
    NORMATIVE_ISSUED = "normative.issued"
    NORMATIVE_PUBLISHED = "normative.published"
    NORMATIVE_REPEALED = "normative.repealed"
    NORMATIVE_LAPSED = "normative.lapsed"
    """失效 alone; the form counts it among the repealed."""
    NORMATIVE_IN_FORCE = "normative.in_force"
    NORMATIVE_AMENDED = "normative.amended"
    RULES_ISSUED = "rules.issued"
    RULES_PUBLISHED = "rules.published"
    RULES_REPEALED = "rules.repealed"
    RULES_LAPSED = "rules.lapsed"
    RULES_IN_FORCE = "rules.in_force"
    RULES_AMENDED = "rules.amended"
    LICENCES = "licences"
    PENALTIES = "penalties"
    COERCION = "coercion"
    CHARGES = "charges"
    """行政事业性收费, in units of 10,000 yuan as the form has it."""
    PROCESSING_FEES = "processing_fees"
    """信息处理费, in yuan; no cell holds it."""


class Applicants(StrEnum):
    """Whose requests a claim counts, where it does not count one of the form's six kinds."""

    ALL = "all"
    ORGANISATIONS = "organisations"


class Scope(StrEnum):
    """Whether a claim speaks of what the report's own tables count."""

    OWN = "own"
    DOUBTFUL = "doubtful"
    """Another moment of the same year (截至目前), or a clean-up's own population."""
    OTHER = "other"
    """Another body (全县, 各部门) or another year: not compared."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantity that the prose states.

    `span` is the sentence, `number` the figure with its unit (for an absence, its words).
    `value` is in the unit of the cell. `row` narrows REQUESTS_RESULT to one row, `outcome` a
    dispute to one result. `listed` says that it stands in a list after 其中.
    """

    quantity: Quantity
    value: Decimal
    span: Span
    number: Span
    subject: Applicants | ApplicantKind = Applicants.ALL
    row: RequestRow | None = None
    outcome: DisputeResult | None = None
    scope: Scope = Scope.OWN
    approximate: bool = False
    listed: bool = False


class Part(NamedTuple):
    """One part of a breakdown: its figure and the words before it."""

    figure: Figure
    words: str

    @property
    def is_plain(self) -> bool:
        """Whether the words only name a part, and do not tell what was done with some of it."""
        return len(self.words) <= _LONGEST_NAME and not _DONE.search(self.words)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """共 A，其中 B、C: a whole and its parts, all with the same unit.

    `earlier` are the figures of that unit before the whole in its sentence, which the parts may
    divide instead. `open_ended`: the words themselves leave the list open (等, 主要).
    """

    section: int
    whole: Figure
    parts: tuple[Part, ...]
    earlier: tuple[Figure, ...]
    open_ended: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage with what it is of. `part` is None where only the whole is stated."""

    section: int
    percent: Figure
    whole: Figure
    part: Figure | None


@dataclass(frozen=True, slots=True)
class Change:
    """A growth rate with its figures: from `before` to `now`, or `now` and the difference."""

    section: int
    percent: Figure
    now: Figure
    before: Figure | None
    difference: Figure | None
    falling: bool


@dataclass(frozen=True, slots=True)
class Statements:
    """All that the prose of a report states in figures, in the order of the text."""

    sentences: tuple[Sentence, ...]
    """Those that hold figures."""
    claims: tuple[Claim, ...]
    breakdowns: tuple[Breakdown, ...]
    shares: tuple[Share, ...]
    changes: tuple[Change, ...]
