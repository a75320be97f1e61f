"""Opening what is personal in a request: by who handles it, and each opening on record."""

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework import personal
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Attachment, Case, Party
from yangguang.casework.models.personal import Opened
from yangguang.casework.personal import Particulars, Why
from yangguang.inforequests import circle, freezing
from yangguang.inforequests.actions import dispute

FROM_APPLICANT = frozenset({"request", "correction", "reasons"})
"""The kinds of attachment that the applicant sent: they may show who asks."""
TELLS_OF_A_PARTY = FROM_APPLICANT | {personal.CONSULTED, dispute.FILE}
"""The kinds that it takes more to open: those, what came from who was consulted, and what is sent
to and fro in a dispute."""
_LETTERS = frozenset({freezing.KIND, freezing.SEALED})
"""The kinds in which the applicant's name stands, for it is they who are written to."""


def require_papers(case: Case, people: Standing) -> None:
    """Raise NotAllowed for who may not open an applicant's particulars and papers."""
    may = people.can(Capability.OPEN_PERSONAL, case.agency_id)
    if not may or not circle.handles_case(people, case):
        raise NotAllowed(
            _(
                "申请人的信息和材料只有承办这件申请的人和分办的负责人能打开。要办这件，请先分办给您。"
            )
        )


def require_letters(case: Case, people: Standing) -> None:
    """Raise NotAllowed for who may not read letters of a request in full."""
    if not circle.handles_case(people, case):
        raise NotAllowed(_("文书里有申请人的姓名，只有承办、分办和正在审批这件申请的人能打开。"))


def particulars(party: Party, people: Standing, why: Why) -> Particulars:
    """A party's particulars, to be shown. Raises NotAllowed, Mistakes, Erased, CannotOpen."""
    require_papers(party.case, people)
    assert people.person is not None
    return personal.open_party(party, people.person, why)


def letter(case: Case, people: Standing) -> None:
    """A letter is about to be read in full, on a page or as a file: put it on record.

    Of erased data there is nothing to read. Raises NotAllowed, CannotOpen.
    """
    require_letters(case, people)
    assert people.person is not None
    party = Party.objects.select_related("key", "case").filter(case=case).order_by("pk").first()
    if party is None or party.key.destroyed_at is not None:
        return
    personal.note_opening(party, people.person, Opened.LETTER, Why())


def file(found: Attachment, people: Standing) -> None:
    """A file of a request is about to be given out: on record where it tells of the applicant.

    What is enclosed with a letter does not. Raises NotAllowed, Erased, CannotOpen.
    """
    if found.kind in TELLS_OF_A_PARTY:
        require_papers(found.case, people)
    elif found.kind in _LETTERS:
        require_letters(found.case, people)
    else:
        return
    assert people.person is not None
    theirs = Party.objects.select_related("key", "case").filter(case=found.case)
    party = theirs.filter(key=found.key).order_by("pk").first() or theirs.order_by("pk").first()
    assert party is not None
    personal.note_opening(party, people.person, Opened.FILE, Why(), found)
