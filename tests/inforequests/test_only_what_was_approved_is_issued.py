"""Principle 7: the words, the terms, the files and the author of a letter are what was approved."""

import pytest

from tests import town
from tests.prepared import at, unguarded
from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Post, Role
from yangguang.casework import moment, personal
from yangguang.casework.attachments import Upload, attach
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Attachment, Case, CaseState, DataKey, LetterRevision
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import letters
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.events import LetterKind
from yangguang.law.dispositions import Disposition

ANSWER = town.ends_as(Disposition.PROVIDED)
PNG = b"\x89PNG\r\n\x1a\n"


def _assigned(office: town.Office) -> tuple[Case, Attachment]:
    case = town.request_at(office.agency).case
    assign(case, office.handler, town.may(office.section_head))
    key = DataKey.objects.get(parties__case=case)
    return case, attach(case, key, "answer", Upload("a.png", PNG))


def _approved(office: town.Office) -> tuple[Case, LetterRevision]:
    case, file = _assigned(office)
    handler = town.may(office.handler)
    revision = letters.draft(case, LetterKind.ANSWER, {"body": "现提供"}, ANSWER, handler, [file])
    letters.submit(case, handler)
    for person in office.approvers():
        letters.decide(case, Decision.APPROVED, revision.digest, town.may(person))
    return case, revision


def test_a_file_slipped_in_after_the_approval_stops_the_issue() -> None:
    office = town.office()
    case, revision = _approved(office)
    key = DataKey.objects.get(parties__case=case)
    other = attach(case, key, "answer", Upload("b.png", PNG + b"other"))
    revision.enclosures.add(other)

    with pytest.raises(NotAllowed, match="没有按现在的内容审批通过"):
        letters.issue(case, town.may(office.handler))


def test_changed_terms_stop_the_issue() -> None:
    office = town.office()
    case, revision = _approved(office)
    with unguarded() as cursor:
        cursor.execute(
            "UPDATE casework_letterrevision SET terms = %s WHERE id = %s",
            ['{"disposition": "not_ours"}', revision.pk],
        )

    with pytest.raises(NotAllowed, match="没有按现在的内容审批通过"):
        letters.issue(case, town.may(office.handler))


def test_a_file_of_another_case_is_not_enclosed() -> None:
    office = town.office()
    case, _ = _assigned(office)
    _, foreign = _assigned(office)

    with pytest.raises(NotAllowed, match="附件不是这件申请的"):
        letters.draft(
            case, LetterKind.ANSWER, {"body": "现"}, ANSWER, town.may(office.handler), [foreign]
        )


def test_who_wrote_it_is_the_author_whoever_sends_it() -> None:
    office = town.office()
    case, _ = _assigned(office)
    Post.objects.create(
        person=office.leader, agency=office.agency, role=Role.HANDLER, since=town.LONG_AGO
    )
    leader = town.may(office.leader)
    heads = town.may(office.section_head)
    assign(case, office.leader, heads)
    revision = letters.draft(case, LetterKind.ANSWER, {"body": "现提供"}, ANSWER, leader)
    assign(case, office.handler, heads)
    letters.submit(case, town.may(office.handler))
    for person in office.approvers()[:-1]:
        letters.decide(case, Decision.APPROVED, revision.digest, town.may(person))

    with pytest.raises(NotAllowed, match="您是起草人"):
        letters.decide(case, Decision.APPROVED, revision.digest, leader)


def _head_writes_too(office: town.Office) -> tuple[Case, Standing]:
    case, _ = _assigned(office)
    Post.objects.create(
        person=office.disclosure_head, agency=office.agency, role=Role.HANDLER, since=town.LONG_AGO
    )
    head = town.may(office.disclosure_head)
    terms = letters.Terms(correction_days=5)
    letters.draft(case, LetterKind.CORRECTION, {"body": "全文由主任写"}, terms, head)
    return case, head


def test_who_wrote_it_does_not_approve_it_though_another_touched_a_full_stop() -> None:
    office = town.office()
    case, head = _head_writes_too(office)
    handler, terms = town.may(office.handler), letters.Terms(correction_days=5)
    words = {"body": "全文由主任写。"}
    revision = letters.draft(case, LetterKind.CORRECTION, words, terms, handler)
    letters.submit(case, handler)

    with pytest.raises(NotAllowed, match="您是起草人"):
        letters.decide(case, Decision.APPROVED, revision.digest, head)


def test_nor_though_it_was_laid_aside_for_another_letter_meanwhile() -> None:
    office = town.office()
    case, head = _head_writes_too(office)
    handler, terms = town.may(office.handler), letters.Terms(correction_days=5)
    letters.draft(case, LetterKind.ANSWER, {"body": "现提供"}, ANSWER, handler)
    words = {"body": "全文由主任写。"}
    revision = letters.draft(case, LetterKind.CORRECTION, words, terms, handler)
    letters.submit(case, handler)

    with pytest.raises(NotAllowed, match="您是起草人"):
        letters.decide(case, Decision.APPROVED, revision.digest, head)


def test_the_queue_knows_whose_move_it_is() -> None:
    office = town.office()
    case, _ = _assigned(office)
    handler = town.may(office.handler)
    revision = letters.draft(case, LetterKind.ANSWER, {"body": "现提供"}, ANSWER, handler)
    waits = [CaseState.objects.get(case=case).waits_for]
    letters.submit(case, handler)
    for person in office.approvers():
        waits.append(CaseState.objects.get(case=case).waits_for)
        letters.decide(case, Decision.APPROVED, revision.digest, town.may(person))
    waits.append(CaseState.objects.get(case=case).waits_for)

    levels = ["approve_first", "approve_second", "review_secrecy", "approve_final"]
    assert waits == ["", *levels, ""]


def test_the_facts_of_a_letter_are_sealed_with_its_words() -> None:
    office = town.office()
    case, _ = _assigned(office)
    facts = {"why_not_ours": "由教育部门制作", "holder": "青岚市教育局"}
    terms = letters.Terms(disposition=Disposition.NOT_OURS, facts=facts)

    revision = letters.draft(
        case, LetterKind.ANSWER, {"body": "不"}, terms, town.may(office.handler)
    )

    assert "facts" not in str(revision.terms)
    assert "教育局" not in str(revision.terms)
    words = personal.words_of(revision.text)
    assert isinstance(words, dict)
    assert words["facts"] == facts


def test_after_the_time_is_over_it_is_not_extended() -> None:
    office = town.office()
    case, _ = _assigned(office)

    with moment.standing_at(at(3, 16)), pytest.raises(NotAllowed, match="已过，不能再延长"):
        letters.draft(
            case, LetterKind.EXTENSION, {}, letters.Terms(days=5), town.may(office.handler)
        )
