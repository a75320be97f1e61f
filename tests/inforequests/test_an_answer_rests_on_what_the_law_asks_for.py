"""Arts 14–16, 30, 35–37: each disposition has its evidence, whoever drafts by whatever door."""

import pytest

from tests import town
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, Event
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import composing
from yangguang.inforequests.actions import applicant, letters, registry
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.events import LetterKind, What
from yangguang.law.dispositions import ON_THE_LEDGER, RULES, Disposition, Evidence

WORDS = {"title": "告知书", "addressee": "林晓：", "body": "正文"}
STATED = [
    one
    for one in Disposition
    if one not in composing.NOT_BY_LETTER and not set(RULES[one].evidence) & set(ON_THE_LEDGER)
]


def _assigned(office: town.Office) -> Case:
    case = town.request_at(office.agency).case
    assign(case, office.handler, town.may(office.section_head))
    return case


def _answer(case: Case, office: town.Office, terms: letters.Terms) -> None:
    letters.draft(case, LetterKind.ANSWER, WORDS, terms, town.may(office.handler))


def _refused(case: Case, office: town.Office, terms: letters.Terms) -> dict[str, str]:
    with pytest.raises(Mistakes) as refusal:
        _answer(case, office, terms)
    return refusal.value.fields


def _corrected(office: town.Office) -> Case:
    case, handler = _assigned(office), town.may(office.handler)
    asked = letters.draft(
        case, LetterKind.CORRECTION, WORDS, letters.Terms(correction_days=5), handler
    )
    letters.submit(case, handler)
    letters.decide(case, Decision.APPROVED, asked.digest, town.may(office.disclosure_head))
    letters.issue(case, handler)
    applicant.correct(case, "还是那些材料")
    return case


@pytest.mark.parametrize("disposition", STATED)
def test_with_all_that_it_rests_on_it_is_drafted(disposition: Disposition) -> None:
    office = town.office()
    case = _assigned(office)

    _answer(case, office, town.ends_as(disposition))

    assert case.letters.count() == 1


@pytest.mark.parametrize("disposition", STATED)
def test_what_is_not_stated_is_asked_for_by_its_name(disposition: Disposition) -> None:
    office = town.office()
    required = {
        one.name for one in composing.particulars(LetterKind.ANSWER, disposition) if one.required
    }
    blank = dict.fromkeys(required, "  ")

    found = _refused(_assigned(office), office, letters.Terms(disposition, facts=blank))
    assert set(found) == required
    assert Evidence.HOLDER not in required  # Art. 36(5): if known


@pytest.mark.parametrize(
    "disposition",
    [
        Disposition.INTERNAL_AFFAIRS,
        Disposition.PROCESS_INFORMATION,
        Disposition.ENFORCEMENT_FILES,
    ],
)
def test_article_16_withholds_with_reasons_that_the_applicant_reads(
    disposition: Disposition,
) -> None:
    (asked,) = composing.particulars(LetterKind.ANSWER, disposition)

    assert asked.required
    assert asked.sentence.format("是过程稿") == "理由：是过程稿"


@pytest.mark.parametrize("disposition", sorted(composing.NOT_BY_LETTER))
def test_what_comes_about_otherwise_is_no_answer(disposition: Disposition) -> None:
    office = town.office()

    assert set(_refused(_assigned(office), office, town.ends_as(disposition))) == {"disposition"}


def test_unclear_after_correction_takes_a_correction() -> None:
    office = town.office()
    terms = letters.Terms(Disposition.UNCLEAR_AFTER_CORRECTION)

    assert "第三十条" in _refused(_assigned(office), office, terms)["disposition"]
    _answer(_corrected(office), office, terms)


def test_if_the_correction_was_an_error_the_answer_is_not_issued() -> None:
    office = town.office()
    case = _corrected(office)
    handler = town.may(office.handler)
    _answer(case, office, letters.Terms(Disposition.UNCLEAR_AFTER_CORRECTION))
    letters.submit(case, handler)
    digest = case.letters.latest("pk").revisions.get().digest
    for person in office.approvers(disposition=Disposition.UNCLEAR_AFTER_CORRECTION):
        letters.decide(case, Decision.APPROVED, digest, town.may(person))
    corrected = Event.objects.get(case=case, kind=What.CORRECTED)
    registry.void_entry(case, corrected.seq, handler)

    with pytest.raises(NotAllowed, match="正在等申请人补正"):
        letters.issue(case, handler)


def test_excessive_takes_reasons_asked_for() -> None:
    office = town.office()

    found = _refused(_assigned(office), office, letters.Terms(Disposition.EXCESSIVE))

    assert "要求申请人说明理由" in found["disposition"]


def test_a_lapse_is_for_want_of_a_correction_only() -> None:
    from datetime import timedelta

    from tests.prepared import MONDAY
    from yangguang.casework import moment

    office = town.office()
    case, handler = _assigned(office), town.may(office.handler)
    asked = letters.draft(
        case, LetterKind.CORRECTION, WORDS, letters.Terms(correction_days=5), handler
    )
    letters.submit(case, handler)
    letters.decide(case, Decision.APPROVED, asked.digest, town.may(office.disclosure_head))
    letters.issue(case, handler)

    with moment.standing_at(MONDAY + timedelta(days=60)):
        with pytest.raises(Mistakes) as refusal:
            letters.draft(case, LetterKind.LAPSE, WORDS, letters.Terms(Disposition.UNPAID), handler)
        letters.draft(
            case, LetterKind.LAPSE, WORDS, letters.Terms(Disposition.UNCORRECTED), handler
        )

    assert set(refusal.value.fields) == {"disposition"}
