"""A report on a year, brought as far as a test needs it."""

from django.test import Client

from tests import town
from tests.signing_in import signed_in
from tests.town import may
from yangguang.agencies.models import Agency, AgencyKind, Person, Role
from yangguang.annual_report.form import FORMS, Edition
from yangguang.casework import moment
from yangguang.casework.models.approval import Decision
from yangguang.reporting import drafting, life
from yangguang.reporting.actions import begin, decide, hand_over, send_up, write
from yangguang.reporting.compiling import Compiled, compile_report
from yangguang.reporting.models import EnteredFigure, Version, YearReport

YEAR = 2025
WORDS = {
    1: "主动公开、依申请公开、政府信息管理、政府信息公开平台建设和监督保障工作都按规定开展。"
    "全年新收申请{新收申请}件。",
    5: "主要问题是解读形式单一。下一步丰富图解、视频等形式。",
    6: "本年度没有收取信息处理费。",
}


class Reporting:
    """An office that reports to its supervising office, and the people of both."""

    def __init__(self) -> None:
        self.above: Agency = town.agency(
            slug="zhengfuban", name="青岚市人民政府办公室", kind=AgencyKind.GOVERNMENT_OFFICE
        )
        self.office = town.office(supervising=self.above)
        self.supervisor: Person = town.person("顾监督", Role.SUPERVISOR, self.above)
        self._browsers: dict[int, Client] = {}
        self.report: YearReport = begin.begin(self.agency, YEAR, may(self.office.handler))

    @property
    def agency(self) -> Agency:
        """Whose report it is."""
        return self.office.agency

    @property
    def stage(self) -> life.Stage:
        """Where it stands."""
        return life.standing_of(self.report).stage

    def browser(self, person: Person) -> Client:
        """Where that person is signed in."""
        if person.pk not in self._browsers:
            self._browsers[person.pk] = signed_in(person)
        return self._browsers[person.pk]

    def figures(self, year: int = YEAR) -> Compiled:
        """The year compiled; what no record gives is nought."""
        EnteredFigure.objects.bulk_create(
            EnteredFigure(
                agency=self.agency,
                year=year,
                cell=cell,
                value=0,
                source="各科室汇总",
                by=self.office.handler,
                at=moment.now(),
            )
            for cell in FORMS[Edition.E2021].tables[2].cell_ids
        )
        return compile_report(self.agency, year, moment.now())

    def written(self) -> None:
        """Every section that needs words has them."""
        for section, text in WORDS.items():
            base = drafting.texts(self.report).get(section)
            write.write(
                self.report, section, text, may(self.office.handler), base.pk if base else None
            )

    def sent_up(self, note: str = "") -> Version:
        """Before the first level."""
        self.written()
        return send_up.send_up(
            self.report, self.figures(), may(self.office.handler), send_up.Words(note=note)
        )

    def approved(self, note: str = "") -> Version:
        """By all levels."""
        version = self.sent_up(note)
        office = self.office
        for one in (office.section_head, office.disclosure_head, office.reviewer, office.leader):
            decide.decide(self.report, Decision.APPROVED, version.digest, may(one))
        return version

    def submitted(self, note: str = "") -> Version:
        """To the supervising office."""
        version = self.approved(note)
        hand_over.submit(self.report, may(self.office.handler))
        return version

    def published(self, note: str = "") -> Version:
        """For everyone."""
        version = self.submitted(note)
        hand_over.publish(self.report, may(self.office.disclosure_head))
        return version

    def correcting(self) -> Version:
        """For everyone, and a corrected version of it begun."""
        version = self.published()
        hand_over.correct(self.report, may(self.office.handler))
        return version
