"""An account keeps one's requests together; a request never needs one."""

from yangguang.agencies.models import Person
from yangguang.casework import moment
from yangguang.casework.models import Case, Keeping


def keep(case: Case, person: Person) -> None:
    """Keep a request among an account's; for whom number and code have been shown already."""
    Keeping.objects.get_or_create(person=person, case=case, defaults={"since": moment.now()})


def let_go(case: Case, person: Person) -> None:
    """The account keeps the request no more; number and code open it as before."""
    Keeping.objects.filter(person=person, case=case).delete()
