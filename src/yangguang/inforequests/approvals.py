"""Whether a letter is approved as it is: by the engine of approval, and on record in the ledger."""

from collections.abc import Sequence

from yangguang.agencies.capabilities import Capability
from yangguang.casework import approval, letters
from yangguang.casework.models import ApprovalStep, Case, LetterRevision
from yangguang.inforequests.events import What


def is_approved(case: Case, revision: LetterRevision, plan: Sequence[Capability]) -> bool:
    """Whether what the revision says now has passed the levels of `plan`.

    A decision counts that went the one way in: it was the person's to make, and the ledger, whose
    chain is anchored outside, says that they made it.
    """
    letter, content = revision.letter, letters.digest_now(revision)
    subject = letters.subject(letter)
    return (
        content == revision.digest
        and approval.is_approved(subject, content, plan, letters.authors(letter))
        and _is_on_record(case, subject, content)
    )


def _is_on_record(case: Case, subject: str, content: str) -> bool:
    """Whether every step over the content is an event of the case, by the person who decided."""
    steps = ApprovalStep.objects.filter(approval__subject=subject, approval__digest=content)
    kinds = (What.AGREED, What.APPROVED, What.RETURNED)
    events = case.events.filter(kind__in=kinds).values_list("payload", "actor")
    said = {(payload["step"], actor) for payload, actor in events}
    return set(steps.values_list("pk", "person")) <= said
