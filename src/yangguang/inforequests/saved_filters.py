"""What each person narrows the queue by again and again, kept under a name of their own."""

import re
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.inforequests.models import SavedFilter

MOST: Final = 12
LONGEST: Final = 20
"""Characters of a name."""

_TELLS_OF_SOMEONE: Final = re.compile(r"\d[\d\s-]{5,}")
"""What may be a telephone's or a paper's number."""


def of(people: Standing) -> list[SavedFilter]:
    """A person's own, in the order of their making."""
    return list(SavedFilter.objects.filter(person=people.person))


def save(people: Standing, name: str, query: str) -> SavedFilter:
    """Keep `query`, an address's, under a name; one of that name is replaced.

    Raises Mistakes; NotAllowed where there are too many.
    """
    plain = " ".join(name.replace("\0", "").split())
    if not plain:
        raise Mistakes({"name": _("请给这组条件起个名字，例如“本周到期的”。")})
    if len(plain) > LONGEST:
        said = _("名字有 {count} 字，最多 {most} 字。")
        raise Mistakes({"name": said.format(count=len(plain), most=LONGEST)})
    if _TELLS_OF_SOMEONE.search(plain):
        raise Mistakes({"name": _("名字里不要写电话、证件号码一类的长数字。")})
    assert people.person is not None
    with transaction.atomic():
        theirs = SavedFilter.objects.filter(person=people.person)
        if not theirs.filter(name=plain).exists() and theirs.count() >= MOST:
            raise NotAllowed(_("最多保存 {most} 组条件，请先删除不用的。").format(most=MOST))
        kept, _is_new = SavedFilter.objects.update_or_create(
            person=people.person, name=plain, defaults={"query": query}
        )
    return kept


def forget(people: Standing, pk: int) -> None:
    """Delete one of a person's own; one that is not there is gone already."""
    SavedFilter.objects.filter(person=people.person, pk=pk).delete()
