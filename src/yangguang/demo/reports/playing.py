"""The annual reports of the city played through the actions, each step at its moment."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Final, NamedTuple

from django.utils import timezone

from yangguang.agencies.capabilities import Capability, Standing, holders
from yangguang.annual_report.form import Edition, table2
from yangguang.annual_report.form.sections import PREAMBLE
from yangguang.annual_report.reading import read_bytes
from yangguang.casework import moment
from yangguang.casework.models.approval import Decision
from yangguang.demo.desk import City, Do, Timed, working_day
from yangguang.demo.reports.figures import FIGURES
from yangguang.demo.reports.files import Column, cells_of, file, first_forward
from yangguang.demo.reports.words import words
from yangguang.law.calendar import published
from yangguang.reporting import drafting
from yangguang.reporting.actions import begin, decide, hand_over, send_up, write
from yangguang.reporting.actions.bring_in import bring_in
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.actions.set_scope import set_scope
from yangguang.reporting.compiling import compile_report
from yangguang.reporting.compiling.carrying import published_forward
from yangguang.reporting.first_drafts import first_preamble
from yangguang.reporting.gate import gate_of
from yangguang.reporting.life import PLAN
from yangguang.reporting.models import YearReport
from yangguang.reporting.recorded import registry
from yangguang.reporting.rolling_up.scope import Decided, tree
from yangguang.reporting.rolling_up.taking import Basis
from yangguang.reporting.rolling_up.tree import Preset
from yangguang.reporting.under_way import figures_under_way

_LICENCES: Final = table2.TABLE_2021.cell_id("licences", table2.DECISIONS.id)
_GOVERNMENT: Final = "zhengfu"
_TOWN: Final = "lutang"
_EXPLANATION: Final = "已经催报；尚未报送的部门报送后，编制更正版补入。"
_SOURCE: Final = "各科室年度台账汇总"
_FEES: Final = (
    "本年度发出信息处理费收费通知{收费通知}件，通知总金额{收费通知金额}元，"
    "实际收取{实际收费}元。没有其他需要报告的事项。"
)


class _Went(NamedTuple):
    """How an agency went with last year's report.

    Begun on that day of January to March, submitted `submitted` working days later; `returned`,
    `accepted` and `published`: so many working days after it was begun.
    """

    month: int
    day: int
    submitted: int | None = 9
    returned: int | None = None
    again: int | None = None
    accepted: int | None = None
    published: int | None = None


_WENT: Final[Mapping[str, _Went]] = {
    "jiaotong": _Went(1, 2, returned=11, again=12, accepted=16, published=17),
    "zhengfuban": _Went(1, 5, submitted=None, published=10),
    "ziran": _Went(1, 9, returned=13),
    "jiaoyu": _Went(1, 26, accepted=12, published=13),
    "lutang": _Went(1, 30, accepted=11, published=13),
    "zhengfu": _Went(3, 2, submitted=None, published=10),
}
"""The one is returned once, the next has nobody above it, nor has the government, which adds up
what its bureaus have filed by then; one stands returned, one was late.

The bureau that is not named has not begun.
"""


class Act(NamedTuple):
    """One thing that is done, and when; `order` among those of an agency."""

    moment: datetime
    agency: str
    order: int
    do: Do


def acts(city: City) -> list[Act]:
    """What happened to the reports until the day before the demo's, in the order of time."""
    found = [
        Act(_moment(one), slug, order, one.do)
        for slug in FIGURES
        for order, one in enumerate(_of_agency(_Office(city, slug)))
        if one.on < city.day
    ]
    return sorted(found, key=lambda act: act[:3])


def _moment(one: Timed) -> datetime:
    return timezone.make_aware(datetime.combine(one.on, time.fromisoformat(one.at)))


@dataclass(frozen=True)
class _Office:
    """An agency that reports on the year before the demo's day, and its people."""

    city: City
    slug: str

    @property
    def year(self) -> int:
        """The year that is compiled here."""
        return self.city.day.year - 1

    def report(self, year: int | None = None) -> YearReport:
        """Its report."""
        return YearReport.objects.get(agency__slug=self.slug, year=year or self.year)

    def bring_in(self, index: int) -> None:
        """Read the file of one of the two years before, as it was published."""
        agency, year = self.city.agency(self.slug), self.year - 2 + index
        upload = file(agency, year, index, self._cells(index))
        by = self.city.holder(Capability.APPROVE_SECOND, self.slug)
        on = published().add(date(year + 1, 1, 14), 1)
        bring_in(agency, read_bytes(upload.name, upload.content), upload, by, on)

    def _cells(self, index: int) -> Mapping[str, Decimal]:
        """The figures of one of the two years before; the government's add up its bureaus'."""
        if self.slug != _GOVERNMENT:
            return self._own_cells(index)
        every = [_Office(self.city, one)._own_cells(index) for one in FIGURES if one != _TOWN]
        return {cell: sum((one[cell] for one in every), Decimal(0)) for cell in every[0]}

    def _own_cells(self, index: int) -> Mapping[str, Decimal]:
        forward = first_forward(self.slug) if index == 0 else self._forward()
        return cells_of(self.slug, index, forward)

    def _forward(self) -> Column:
        """What the ledger carries into the year that is compiled here."""
        compiled = compile_report(self.city.agency(self.slug), self.year - 1, moment.now())
        return published_forward(compiled.report)

    def begin(self, year: int) -> None:
        """Begin the report on a year."""
        begin.begin(self.city.agency(self.slug), year, self._writer())

    def figures(self) -> None:
        """What no record gives; where the report comes back, a figure is wrong at first."""
        for cell, value in FIGURES[self.slug].table_2(2).items():
            is_wrong = cell == _LICENCES and _WENT[self.slug].again
            self._enter(Entry(cell, value - 9 if is_wrong else value, _SOURCE))

    def mend(self) -> None:
        """Put right what it came back for."""
        value = FIGURES[self.slug].table_2(2)[_LICENCES]
        self._enter(Entry(_LICENCES, value, _SOURCE, "漏计十二月末办结的许可，按退回意见更正。"))

    def _enter(self, entry: Entry) -> None:
        enter_figure(self.city.agency(self.slug), self.year, entry, self._writer())

    def words(self) -> None:
        """All that it says."""
        agency = self.city.agency(self.slug)
        noticed = registry.values(agency, self.year, moment.now(), ("收费通知",))
        said = _FEES if any(noticed.values()) else ""
        preamble = first_preamble(self.year, Edition.E2021)[0]
        for section, text in {PREAMBLE: preamble, **words(self.slug, 2, said)}.items():
            write.write(self.report(), section, text, self._writer(), None)

    def first_words(self, year: int) -> None:
        """The beginning of this year's."""
        text = "（一）主动公开。\n（二）依申请公开。到目前新收申请{新收申请}件，办结{办结}件。"
        write.write(self.report(year), 1, text, self._writer(), None)

    def scope(self) -> None:
        """Whom the government's report adds up: its own bureaus, as far as they have filed."""
        government = self.city.agency(self.slug)
        chosen = tree().chosen(government.pk, Preset.OWN)
        decided = Decided(Preset.OWN, Basis.SUBMITTED, chosen)
        set_scope(self.report(), decided, self._writer())

    def send_up(self) -> None:
        """To the levels of approval, with what is to be said of what was found."""
        report = self.report()
        compiled = figures_under_way(report, moment.now())
        draft = drafting.draft(report, compiled)
        for one in gate_of(report, draft, compiled).unexplained:
            write.explain(report, one.key, _EXPLANATION, self._writer())
        send_up.send_up(report, compiled, self._writer())

    def agree(self, capability: Capability) -> None:
        """One level."""
        report = self.report()
        version = report.versions.order_by("number").last()
        assert version is not None
        by = self.city.holder(capability, self.slug)
        decide.decide(report, Decision.APPROVED, version.digest, by)

    def submit(self) -> None:
        """To the supervising office."""
        hand_over.submit(self.report(), self._writer())

    def give_back(self) -> None:
        """With comments on a figure and on the whole."""
        comments = {
            _LICENCES: "与行政许可和行政处罚等信用信息公示的件数不一致，请核对。",
            "": "第五部分的改进措施请写明完成时间。",
        }
        hand_over.give_back(self.report(), comments, self._supervisor())

    def more_words(self) -> None:
        """Say by when, as the comment asked."""
        before = drafting.texts(self.report())[5]
        text = f"{before.text}以上措施在今年六月底以前完成。"
        write.write(self.report(), 5, text, self._writer(), before.pk)

    def accept(self) -> None:
        """By the supervising office."""
        hand_over.accept(self.report(), self._supervisor())

    def publish(self) -> None:
        """For everyone."""
        hand_over.publish(self.report(), self._writer())

    def _writer(self) -> Standing:
        """Who approves no level, where there is such a person: nobody likes to judge their own."""
        agency = self.city.agency(self.slug).pk
        every = holders(Capability.REPORT, agency, moment.today())
        return min(
            (self.city.may(one.username) for one in every),
            key=lambda one: any(one.can(level, agency) for level in PLAN),
        )

    def _supervisor(self) -> Standing:
        return self.city.holder(Capability.TAKE_REPORTS, _GOVERNMENT)


def _of_agency(office: _Office) -> Iterator[Timed]:
    brought = published().add(date(office.year, 1, 19), 1)
    yield Timed(brought, "09:10", partial(office.bring_in, 0))
    yield Timed(brought, "09:30", partial(office.bring_in, 1))
    if office.slug in _WENT:
        yield from _last_year(office, _WENT[office.slug])
    if office.slug == "jiaotong":
        yield from _this_year(office)


def _last_year(office: _Office, went: _Went) -> Iterator[Timed]:
    day = date(office.year + 1, went.month, went.day)

    def on(later: int) -> date:
        return published().add(day - timedelta(days=1), later + 1)

    yield Timed(on(0), "09:00", partial(office.begin, office.year))
    if office.slug == _GOVERNMENT:
        yield Timed(on(0), "09:30", office.scope)
    yield Timed(on(0), "10:00", office.figures)
    yield Timed(on(1), "15:00", office.words)
    yield from _approved(office, on, 4)
    if went.submitted:
        yield Timed(on(went.submitted), "09:20", office.submit)
    if went.returned:
        yield Timed(on(went.returned), "11:00", office.give_back)
    if went.again:
        yield Timed(on(went.again), "08:40", office.mend)
        yield Timed(on(went.again), "09:00", office.more_words)
        yield from _approved(office, on, went.again, is_quick=True)
        yield Timed(on(went.again + 2), "16:00", office.submit)
    if went.accepted:
        yield Timed(on(went.accepted), "10:20", office.accept)
    if went.published:
        yield Timed(on(went.published), "09:00", office.publish)


def _approved(
    office: _Office, on: Callable[[int], date], first: int, *, is_quick: bool = False
) -> Iterator[Timed]:
    """Sent up, and a level a day; or two where it is quick."""
    yield Timed(on(first), "09:40", office.send_up)
    for level, capability in enumerate(PLAN):
        day = first + (level // 2 if is_quick else level)
        yield Timed(on(day), f"{10 + level}:30", partial(office.agree, capability))


def _this_year(office: _Office) -> Iterator[Timed]:
    on = working_day(office.city.day, 6)
    if on.year == office.city.day.year:
        yield Timed(on, "14:30", partial(office.begin, on.year))
        yield Timed(on, "15:10", partial(office.first_words, on.year))
