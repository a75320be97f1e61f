"""Art. 44 and principle 7: what everyone reads are the words that passed all levels, no others."""

from dataclasses import replace

import pytest

from tests import town
from tests.inforequests.opening_to_all import VERSION, answered, approved, decide
from tests.portal.requests.working import standing
from tests.prepared import unguarded
from yangguang.casework import ledger, moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Approval, Case, CaseText
from yangguang.casework.models.approval import Decision
from yangguang.casework.rebuilding import differences
from yangguang.inforequests import public_answers
from yangguang.inforequests.actions import publish, registry, unpublish
from yangguang.inforequests.events import VoidReason, What
from yangguang.inforequests.models import PublicAnswer
from yangguang.inforequests.proving import Left, altered


def _shown() -> list[str]:
    return [one.answered for one in public_answers.standing(PublicAnswer.objects.all())]


def test_the_approved_words_are_published_at_an_address_of_their_own(office: town.Office) -> None:
    case = approved(office)
    made = publish.publish(case, town.may(office.disclosure_head))

    assert _shown() == [VERSION.answered]
    assert made.address == "jiaotong-2026-1"
    assert list(differences()) == []
    assert list(altered(Left(), with_files=False)) == []


@pytest.mark.parametrize("levels", [0, 1, 2])
def test_not_before_every_level_has_agreed(office: town.Office, levels: int) -> None:
    case = answered(office)
    publish.offer(case, VERSION, town.may(office.handler))
    decide(case, *(office.section_head, office.disclosure_head)[:levels])

    with pytest.raises(NotAllowed, match="审批通过之后才能发布"):
        publish.publish(case, town.may(office.handler))


def test_a_version_that_was_returned_is_written_anew_and_decided_from_the_first_level(
    office: town.Office,
) -> None:
    case = answered(office)
    publish.offer(case, VERSION, town.may(office.handler))
    decide(case, office.section_head)
    decide(case, office.disclosure_head, decision=Decision.RETURNED)
    publish.offer(case, replace(VERSION, answered="改过。"), town.may(office.handler))

    decide(case, *office.approvers())
    publish.publish(case, town.may(office.handler))
    assert _shown() == ["改过。"]


def test_who_wrote_an_earlier_version_is_not_its_final_approver(office: town.Office) -> None:
    case = answered(office)
    publish.offer(case, VERSION, town.may(office.handler))
    decide(case, office.section_head, decision=Decision.RETURNED)
    publish.offer(case, VERSION, town.may(office.handler))

    (latest, *_) = Approval.objects.filter(subject__startswith="public").order_by("-pk")
    assert latest.authors == [office.handler.pk]
    assert latest.plan[-1] == "approve_final"


def test_what_is_left_of_a_person_is_removed_or_has_a_reason(office: town.Office) -> None:
    case, handler = answered(office), town.may(office.handler)
    telling = replace(VERSION, asked="林晓问", answered="请打 13800000000，或者到长宁路 1 号。")
    with pytest.raises(Mistakes) as refused:
        publish.offer(case, telling, handler)
    assert set(refused.value.fields) == {"asked", "answered"}

    kept = {"13800000000": "公开的服务电话"}
    with pytest.raises(Mistakes) as refused:
        publish.offer(case, replace(telling, asked="问", reasons=kept), handler)
    assert set(refused.value.fields) == {"answered"}

    kept["或者到长宁路 1 号"] = "办公地址"
    publish.offer(case, replace(telling, asked="问", reasons=kept), handler)
    version = public_answers.version(standing(case).public)
    assert version and [one.reason for one in version.kept] == ["公开的服务电话", "办公地址"]


def test_words_changed_after_the_approval_are_not_published(office: town.Office) -> None:
    case = approved(office)
    other = approved(office)
    version, sealed = standing(case).public, standing(other).public
    assert version and sealed
    with unguarded() as cursor:
        cursor.execute(
            "UPDATE casework_casetext SET sealed = %s WHERE id = %s",
            [bytes(CaseText.objects.get(pk=sealed.text).sealed), version.text],
        )

    with pytest.raises(NotAllowed, match="打不开"):
        publish.publish(case, town.may(office.handler))


def test_an_entry_in_the_ledger_is_no_approval(office: town.Office) -> None:
    case = answered(office)
    publish.offer(case, VERSION, town.may(office.handler))
    version = standing(case).public
    assert version
    forged: dict[str, object] = {"letter": standing(case).answer, "approval": version.approval}
    forged |= {"step": 0, "decision": Decision.APPROVED, "waits_for": ""}
    ledger.record(
        case,
        What.OFFER_DECIDED,
        occurred_on=moment.today(),
        actor=ledger.Actor(office.handler),
        payload=forged,
    )

    with pytest.raises(NotAllowed, match="没有按现在的内容审批通过"):
        publish.publish(case, town.may(office.handler))


def _slipped_in(case: Case) -> PublicAnswer:
    return PublicAnswer.objects.create(
        case=case,
        agency=case.agency,
        address="jiaotong-2026-99",
        title="标题",
        asked="问",
        answered="答",
        dated=moment.today(),
        published_on=moment.today(),
    )


def _forged(case: Case, row: PublicAnswer, under: Approval) -> None:
    """An entry in the ledger as if the row had been published by that approval."""
    ledger.record(
        case,
        What.PUBLISHED,
        occurred_on=moment.today(),
        actor=ledger.Actor(None),
        payload={
            "letter": standing(case).answer,
            "approval": under.pk,
            "answer": row.pk,
            "content": public_answers.content_digest(row),
        },
    )


def test_a_row_put_in_around_the_engine_is_shown_to_nobody(office: town.Office) -> None:
    case = answered(office)
    publish.offer(case, VERSION, town.may(office.handler))
    row = _slipped_in(case)
    assert _shown() == []

    for under in Approval.objects.filter(case=case):  # the letter's is complete, this one is not
        _forged(case, row, under)
        assert _shown() == []


def test_words_changed_in_the_table_are_shown_to_nobody(office: town.Office) -> None:
    publish.publish(approved(office), town.may(office.handler))
    PublicAnswer.objects.update(answered="别的话")

    assert _shown() == []


def test_withdrawn_its_words_are_gone_and_a_new_version_may_follow(office: town.Office) -> None:
    case, handler = approved(office), town.may(office.handler)
    first = publish.publish(case, handler)
    with pytest.raises(Mistakes, match="reason"):
        unpublish.unpublish(case, "林晓不同意", handler)
    unpublish.unpublish(case, "内容有误", handler)
    first.refresh_from_db()
    assert (first.title, first.asked, first.answered) == ("", "", "")
    assert first.reason == "内容有误"

    publish.offer(case, VERSION, handler)
    decide(case, *office.approvers())
    assert publish.publish(case, handler).address != first.address


def test_what_is_public_is_rewritten_only_after_its_withdrawal(office: town.Office) -> None:
    case, handler = approved(office), town.may(office.handler)
    publish.publish(case, handler)

    with pytest.raises(NotAllowed, match="先撤下"):
        publish.offer(case, VERSION, handler)


def test_not_before_the_answer_has_left_nor_once_the_registration_is_void(
    office: town.Office,
) -> None:
    case, handler = town.request_at(office.agency).case, town.may(office.handler)
    with pytest.raises(NotAllowed, match="答复发出以后"):
        publish.offer(case, VERSION, town.may(office.section_head))
    case = approved(office)
    registry.void(case, VoidReason.TWICE, handler)
    with pytest.raises(NotAllowed, match="答复发出以后"):
        publish.publish(case, handler)


def test_erased_data_stop_a_new_version_and_not_what_is_public(office: town.Office) -> None:
    case, handler = approved(office), town.may(office.handler)
    publish.publish(case, handler)
    town.destroy(case)
    assert _shown() == [VERSION.answered]

    unpublish.unpublish(case, "内容有误", handler)
    with pytest.raises(NotAllowed, match="无法核对"):
        publish.offer(case, VERSION, handler)
