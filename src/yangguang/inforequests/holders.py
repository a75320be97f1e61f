"""Who else holds what was asked for: an agency known here, or one that was typed (Art. 36(5))."""

from django.db.models import Q
from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency
from yangguang.agencies.models.agency import AgencyKind


def offered(but: int) -> list[str]:
    """The names of the agencies to choose from: those that can be asked, without one's own (id)."""
    can_be_asked = Agency.objects.exclude(pk=but).exclude(kind=AgencyKind.PUBLIC_ENTERPRISE)
    return list(can_be_asked.values_list("name", flat=True))


def as_told(words: str) -> str:
    """How the applicant is told: a known agency with its disclosure office, other words as typed.

    The name stands whole: 市教育局 is 青岚市教育局.
    """
    name = words.strip()
    known = Agency.objects.select_related("office").filter(Q(name=name) | Q(short_name=name))
    agency = known.first() if name else None
    office = getattr(agency, "office", None)
    if agency is None or office is None or known.count() > 1:
        return name
    return _("{name}（{office}，地址：{address}，电话：{phone}）").format(
        name=agency.name, office=office.name, address=office.address, phone=office.phone
    )


def fault(words: str, own: Agency) -> str:
    """What is wrong with naming this holder; empty where nothing is."""
    if words.strip() in (own.name, own.short_name):
        return _("这里要写负责公开的别的机关，{name}就是本机关。").format(name=own.name)
    return ""
