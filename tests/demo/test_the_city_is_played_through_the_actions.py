"""The demonstration, built once for all the tests here: over a hundred letters are made as PDF."""

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone

from yangguang.agencies.capabilities import standing
from yangguang.agencies.models import ROLE_NAMES, Agency, Delegation, Person, Role
from yangguang.annual_report.checking import check
from yangguang.casework import moment, rebuilding, verification
from yangguang.casework.models import ApprovalStep, Case, CaseState, Event, IssuedLetter
from yangguang.demo import authenticators, building, mark, people
from yangguang.demo.reports.figures import FIGURES
from yangguang.inforequests import composing, queries, reminders, similar
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import KIND, What
from yangguang.inforequests.models import PublicAnswer
from yangguang.inforequests.queries import Tab
from yangguang.inforequests.reexamining import Finding
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import Ruling
from yangguang.law.receipt import Channel
from yangguang.law.requests import ApplicantKind
from yangguang.reporting import board, drafting, published
from yangguang.reporting.events import What as Happened
from yangguang.reporting.models import Publication, YearReport

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 16)


@pytest.fixture(scope="module", autouse=True)
def city(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The city as it is built on a day in September; gone from the database after these tests."""
    folder = tmp_path_factory.mktemp("demo")
    now = moment.standing_at(_at_nine(DAY))
    with django_db_blocker.unblock(), override_settings(ATTACHMENTS_FOLDER=folder), now:
        with transaction.atomic():
            building.build()
            yield
            transaction.set_rollback(True)
        mark.SITE.look()


def _at_nine(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))


def test_the_ledger_holds_and_the_states_are_what_it_says() -> None:
    assert list(verification.broken_chains()) == []
    assert list(rebuilding.differences(write=False)) == []


def test_every_stage_of_a_request_is_there() -> None:
    requests = CaseState.objects.filter(kind=KIND)
    assert set(requests.values_list("state", flat=True)) == set(Stage)


def test_every_part_of_the_queue_has_something_for_the_bureau_s_people() -> None:
    bureau = Person.objects.filter(posts__agency__slug="jiaotong")
    seen = [queries.counts(standing(one, DAY), DAY) for one in bureau]

    assert {tab for counts in seen for tab in Tab if counts[tab]} == set(Tab)


def test_everyone_who_approves_has_something_to_approve() -> None:
    for role in (Role.SECTION_HEAD, Role.DISCLOSURE_HEAD, Role.SECRECY_REVIEWER, Role.LEADER):
        one = Person.objects.get(posts__agency__slug="jiaotong", posts__role=role)
        assert queries.counts(standing(one, DAY), DAY)[Tab.TO_APPROVE], role


def test_requests_have_ended_in_every_way_there_is() -> None:
    ended = CaseState.objects.exclude(disposition="").values_list("disposition", flat=True)

    assert set(ended) == set(Disposition)


def test_what_no_answer_can_say_has_come_by_a_way_of_its_own() -> None:
    """Withdrawn by the applicant; dropped for want of a correction (Art. 30) or of the payment."""
    ways = {
        Disposition.WITHDRAWN: What.WITHDRAWN,
        Disposition.UNCORRECTED: What.LAPSED,
        Disposition.UNPAID: What.LAPSED,
    }
    assert set(ways) == composing.NOT_BY_LETTER

    for disposition, way in ways.items():
        for state in CaseState.objects.filter(disposition=disposition):
            happened = set(state.case.events.values_list("kind", flat=True))
            assert way in happened
            assert What.ISSUED not in happened


def test_every_turn_was_taken() -> None:
    """But that its agencies scan no seal, confirm by the receipt, and part nothing again.

    Nor are there the rarest: a fee that is waived or reduced, an organ overruled, a suit tried
    again, a public answer kept although its answer fell, a split after a correction.
    """
    happened = set(Event.objects.values_list("kind", flat=True))

    assert set(What) - happened == {
        What.SEALED,
        What.CONFIRMED,
        What.SEPARATED,
        What.FEE_WAIVED,
        What.FEE_REDUCED,
        What.CO_PRODUCER_TOLD,
        What.DISPUTE_RETRIED,
        What.KEPT_PUBLIC,
        What.CARRIED_OVER,
    }


def test_every_kind_of_applicant_and_every_channel_is_there() -> None:
    requests = CaseState.objects.filter(kind=KIND)
    assert set(requests.values_list("applicant_kind", flat=True)) == set(ApplicantKind)
    assert set(requests.values_list("channel", flat=True)) == set(Channel)


def test_third_parties_agreed_objected_were_silent_and_were_overruled() -> None:
    replies = Event.objects.filter(kind=What.THIRD_PARTY_ANSWERED)
    told = Event.objects.filter(kind=What.THIRD_PARTY_TOLD).values("case")
    asked = Event.objects.filter(kind=What.THIRD_PARTY_ASKED, case__state__closed_on__isnull=False)

    assert {one.payload["reply"] for one in replies} == set(Reply)
    assert asked.exclude(case__in=replies.values("case")).exists()
    assert Event.objects.filter(kind=What.ISSUED, case__in=told).exists()


def test_what_a_review_or_a_court_sent_back_was_answered_anew() -> None:
    rulings = {one.payload["ruling"] for one in Event.objects.filter(kind=What.DISPUTE_DECIDED)}
    anew = [one for one in Event.objects.filter(kind=What.ISSUED) if one.payload.get("orders")]

    assert {Ruling.UPHELD, Ruling.REVOKED, Ruling.REJECTED, Ruling.APPEAL_DISMISSED} <= rulings
    assert len(anew) >= 2


def test_what_was_withheld_once_is_open_to_all_now() -> None:
    gone = CaseState.objects.filter(reexamined=Finding.GONE).values("case")

    assert PublicAnswer.objects.filter(case__in=gone, withdrawn_on=None).exists()


def test_requests_were_open_at_the_end_of_either_year() -> None:
    for year in (DAY.year - 2, DAY.year - 1):
        last = date(year, 12, 31)
        open_then = CaseState.objects.filter(kind=KIND, received_on__lte=last)
        carried = open_then.filter(closed_on__gt=last)
        assert carried.count() > 1, year


def test_the_same_was_asked_by_so_many_that_it_is_suggested_to_open_it() -> None:
    bureau = Agency.objects.get(slug="jiaotong")

    assert similar.in_demand(bureau.pk, bureau.rules.asked_by_many)


def test_one_bureau_was_asked_nothing_last_year() -> None:
    asked = CaseState.objects.filter(kind=KIND, received_on__year=DAY.year - 1)
    quiet = Agency.objects.exclude(pk__in=asked.values("case__agency"))

    assert [one.slug for one in quiet if one.takes_requests] == ["tiyu"]


def test_somebody_stands_in_today_and_somebody_decided_in_another_s_place() -> None:
    lent = Delegation.objects.filter(since__lte=DAY, until__gte=DAY)

    assert lent.exists()
    assert ApprovalStep.objects.filter(instead_of__isnull=False).exists()


def test_the_handler_is_reminded_today_of_what_is_due_in_five_three_and_one_days() -> None:
    told = reminders.reminders(DAY).told[Person.objects.get(username="liwenjing")]

    assert {one.left for one in told.soon} == {5, 3, 1}
    assert told.overdue
    not_hers = {reminders.Part.TO_APPROVE, reminders.Part.DOUBT}  # she decides on none; none is
    assert set(told.parts) == set(reminders.Part) - not_hers


def test_numbers_follow_the_order_of_time_from_one_in_every_year() -> None:
    for agency in Agency.objects.all():
        cases = Case.objects.filter(agency=agency, kind=KIND).order_by("opened_at", "pk")
        letters = IssuedLetter.objects.filter(letter__case__agency=agency).order_by("issued_at")
        for year in (DAY.year - 2, DAY.year - 1, DAY.year):
            came = [one.number for one in cases if timezone.localdate(one.opened_at).year == year]
            assert came == [f"{year}-{agency.pk:04d}-{n:05d}" for n in range(1, len(came) + 1)]

            went = [one.number for one in letters if one.dated.year == year]
            said = f"{agency.letter_code}公开〔{year}〕"
            assert went == [f"{said}{n}号" for n in range(1, len(went) + 1)]


def test_three_years_of_reports_follow_each_other_and_but_two_are_without_a_finding() -> None:
    shown = {(one.agency.slug, one.year): one for one in published.current()}
    wrong = {key for key, one in shown.items() if one.version.findings}
    years = {DAY.year - 3, DAY.year - 2, DAY.year - 1}
    own = {slug for slug, year in shown if year == DAY.year - 1}

    assert {year for _, year in shown} == years
    assert {slug for slug, _ in shown} - own == {"tiyu", "ziran"}
    lacking_two_bureaus = ("zhengfu", DAY.year - 1)  # which is found, and explained
    assert wrong == {("lutang", DAY.year - 2), lacking_two_bureaus}
    explained = shown[lacking_two_bureaus].version.findings
    assert all(one["explanation"] for one in explained if one["severity"] != "note")
    for slug, year in shown.keys() - {(slug, DAY.year - 3) for slug in FIGURES}:
        before = published.as_report(shown[slug, year - 1])
        found = check(published.as_report(shown[slug, year]), before)
        assert (slug, year) in wrong or not found, (slug, year)


def test_what_is_wrong_on_purpose_is_found_in_the_table_and_in_the_words() -> None:
    wrong = Publication.objects.get(agency__slug="lutang", year=DAY.year - 2)
    rules = {one["rule"] for one in wrong.version.findings}

    assert {"table3.row_sum", "prose.contradicts_table"} <= rules


def test_one_report_was_late_one_stands_returned_and_one_is_not_begun() -> None:
    every = Agency.objects.values_list("pk", flat=True)
    lines = {one.agency.slug: one for one in board.board(every, DAY.year - 1, DAY)}

    assert [slug for slug, one in lines.items() if one.is_late and one.submitted_on] == ["jiaoyu"]
    by_state = {slug: one.filed for slug, one in lines.items() if one.filed != board.Filed.TAKEN}
    assert by_state == {"ziran": board.Filed.RETURNED, "tiyu": board.Filed.NOT_BEGUN}
    assert lines["lutang"].due == date(DAY.year, 3, 15)


def test_the_bureau_s_report_came_back_once_and_this_year_s_is_begun() -> None:
    last, this = YearReport.objects.filter(agency__slug="jiaotong", year__gte=DAY.year - 1)[::-1]

    assert last.case.events.filter(kind=Happened.RETURNED).count() == 1
    assert last.versions.count() == 2
    assert "{新收申请}" in drafting.texts(this)[1].text


def test_every_letter_that_went_out_is_frozen() -> None:
    assert IssuedLetter.objects.exists()
    assert not IssuedLetter.objects.filter(file__isnull=True).exists()


def test_every_agency_s_page_opens_and_says_that_it_is_invented(client: Client) -> None:
    for agency in Agency.objects.all():
        page = client.get(f"/agencies/{agency.slug}")
        assert page.status_code == 200
        assert "演示城市：人物、机关和申请都是虚构的" in page.content.decode()


def test_a_visitor_follows_a_request_as_its_applicant(client: Client) -> None:
    for one in people.requests():
        sent = {"number": one.case.number, "code": one.code}
        page = client.post("/requests", sent, follow=True)
        assert page.redirect_chain, one.shows
        assert page.status_code == 200
        client.post("/requests/leave")


def test_one_of_each_post_comes_in_by_password_and_the_digits_that_are_shown() -> None:
    assert {one.posts[0] for one in people.one_of_each()} == set(ROLE_NAMES.values())
    for one in people.one_of_each():
        client = Client()
        entered = {"login": one.username, "password": authenticators.PASSWORD}
        page = client.post("/account/login/", entered, follow=True)
        digits = page.context["demo_digits"]
        arrived = client.post("/account/2fa/authenticate/", {"code": digits}, follow=True)
        assert arrived.redirect_chain[-1][0] == "/workspace/", one


def test_who_comes_again_at_once_is_shown_other_digits() -> None:
    cache.clear()
    person = Person.objects.get(username="liwenjing")
    for _ in range(2):
        client = Client()
        entered = {"login": person.username, "password": authenticators.PASSWORD}
        page = client.post("/account/login/", entered, follow=True)
        digits = page.context["demo_digits"]
        arrived = client.post("/account/2fa/authenticate/", {"code": digits}, follow=True)
        assert arrived.redirect_chain[-1][0] == "/workspace/"


def test_it_is_not_built_a_second_time() -> None:
    with pytest.raises(building.NotOurs):
        building.build()
