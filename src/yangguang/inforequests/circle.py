"""Who handles a request: who may see in full what is personal in it (law.md §7).

The handler it is assigned to, those who assign (section head, head of the disclosure office), and
who decides next on a letter of it, as long as that waits for them; each in an own post or another's
(AB岗). That someone could handle it, at the same agency, is not enough.
"""

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework.models import Case


def handles(people: Standing, agency: int, handler: int | None, waits_for: str) -> bool:
    """Whether these people are among them. `handler`: whose it is; `waits_for`: who decides next.

    `agency` is the agency's id, `handler` the person's, `waits_for` a capability or empty.
    """
    is_handler = any(
        one.post.person_id == handler
        and one.post.agency_id == agency
        and people.can(Capability.HANDLE, agency)
        for one in people.holdings
    )
    decides = bool(waits_for) and people.can(Capability(waits_for), agency)
    return is_handler or decides or people.can(Capability.ASSIGN, agency)


def handles_case(people: Standing, case: Case) -> bool:
    """The same, by how the case stands."""
    return handles(people, case.agency_id, case.state.handler_id, case.state.waits_for)
