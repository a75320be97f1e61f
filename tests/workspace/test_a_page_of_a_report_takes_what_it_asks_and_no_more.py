"""Fields that a page does not ask for change nothing: whose, by whom and when is not for sending.

Every row that the way of a report leaves behind is of its own agency, by who was signed in, and of
this moment, although every field of every such row is sent along with other contents.
"""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.db.models import Model

from tests import town
from tests.prepared import MONDAY
from tests.reporting.reported import YEAR, Reporting
from yangguang.agencies.models import Agency, Person
from yangguang.casework.models import ApprovalStep, Event
from yangguang.reporting.actions.begin import begin
from yangguang.reporting.models import YearReport

OF_REPORT = f"/workspace/reports/jiaotong/{YEAR}"
CELL = "table2.licences.decisions"
MADE: tuple[type[Model], ...] = (
    *apps.get_app_config("reporting").get_models(),
    Event,
    ApprovalStep,
)
OLD = "2001-01-01T00:00:00+08:00"


class Other:
    """Another office, of which every id is sent along."""

    def __init__(self) -> None:
        office = town.office(slug="shuiwu", name="青岚市水务局")
        self.agency, self.person = office.agency, office.leader
        self.report = begin(office.agency, YEAR, town.may(office.handler))

    def sent(self) -> dict[str, str]:
        """A content for every field of every kind of row, by the names that forms could bind."""
        said: dict[str, str] = {}
        for model in MADE:
            for field in model._meta.concrete_fields:
                said |= dict.fromkeys((field.name, field.attname), self._content(field))
        return said

    def _content(self, field: models.Field) -> str:
        if isinstance(field, models.DateTimeField | models.DateField):
            return OLD[: None if isinstance(field, models.DateTimeField) else 10]
        if field.related_model is Agency:
            return str(self.agency.pk)
        if field.related_model is Person:
            return str(self.person.pk)
        return str(self.report.pk)


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def _steps(reporting: Reporting) -> Iterator[tuple[Person, str, dict[str, object]]]:
    """Who sends what where, from the first word to a correction that is stopped."""
    office, way = reporting.office, f"{OF_REPORT}/way"
    file = SimpleUploadedFile("清单.txt", "许可决定 17 件".encode())
    entered = {"value": "17", "source": "审批科", "reason": "", "evidence": file}
    yield office.handler, "/workspace/reports/begin", {"agency": reporting.agency.pk, "year": 2024}
    yield office.handler, f"{OF_REPORT}/figures/{CELL}", entered
    yield office.handler, f"{OF_REPORT}/words/2", {"text": "主动公开。", "base": ""}
    yield office.handler, f"{OF_REPORT}/explain", {"finding": "a" * 16, "text": "口径"}
    yield office.handler, f"{way}/send_up", {"override": "期限将至。", "note": "", "seen": ""}
    digest = reporting.report.versions.get().digest
    for one in (office.section_head, office.disclosure_head, office.reviewer, office.leader):
        agreed = {"decision": "approved", "digest": digest, "comment": "同意", "seen": ""}
        yield one, f"{way}/decide", agreed
    yield office.handler, f"{way}/submit", {"seen": ""}
    yield reporting.supervisor, f"{way}/accept", {"seen": ""}
    yield office.handler, f"{way}/publish", {"seen": "", "checked": "on"}
    yield office.handler, f"{way}/correct", {"seen": ""}
    yield office.section_head, f"{way}/stop_correcting", {"seen": ""}


def _keys(model: type[Model]) -> set[int]:
    return set(model._default_manager.values_list("pk", flat=True))


def _objection(row: Model, reporting: Reporting, person: Person) -> Iterator[str]:
    """The fields of a new row that are not what they must be."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if field.related_model is Agency and value != reporting.agency.pk:
            yield field.name
        if field.related_model is Person and value not in (person.pk, None):
            yield field.name
        if isinstance(field, models.DateTimeField) and value not in (MONDAY, None):
            yield field.name
        if field.related_model is YearReport and value != reporting.report.pk:
            yield field.name


def test_every_row_of_a_report_s_way_is_as_the_site_makes_it(reporting: Reporting) -> None:
    other = Other()
    left = set()
    for person, address, asked in _steps(reporting):
        before = {model: _keys(model) for model in MADE}
        answer = reporting.browser(person).post(address, {**other.sent(), **asked})
        assert answer.status_code == 302, (address, answer.status_code)
        for model in MADE:
            for row in model._default_manager.exclude(pk__in=before[model]):
                left.add(model.__name__)
                assert list(_objection(row, reporting, person)) == [], (address, row)

    assert left >= {"SectionText", "EnteredFigure", "Evidence", "Explanation", "Version"}
    assert left >= {"Publication", "Event", "ApprovalStep", "YearReport"}
    assert not other.report.versions.exists()
    assert other.report.case.events.count() == 1
