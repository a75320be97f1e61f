"""The whole file of a request on paper, for who handles it; that it was opened is on record."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.annual_report.writing import pdf
from yangguang.casework import moment, personal, sealing
from yangguang.casework.documents import case_file
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, Party
from yangguang.inforequests import case_file_parts


def make(case: Case, people: Standing, reason: str) -> bytes:
    """The file as a PDF, with everyone's particulars in full.

    `reason` is what for; it goes on record for each party before anything is shown. Raises
    NotAllowed, Mistakes (`reason`), and Unwritable where no PDF can be made here.
    """
    person = people.person
    if person is None or not people.can(Capability.OPEN_PERSONAL, case.agency_id):
        raise NotAllowed(_("案卷里有申请人的信息，只有承办这件申请的人能打开。"))
    if not reason.strip():
        raise Mistakes({"reason": _("请写明查看的理由，查看会留下记录。")})
    pdf.require()
    with transaction.atomic():
        opened: dict[Party, personal.Particulars | None] = {}
        for party in Party.objects.filter(case=case).select_related("key", "case").order_by("pk"):
            try:
                opened[party] = personal.open_party(party, person, _("案卷：") + reason.strip())
            except (personal.Erased, sealing.CannotOpen):
                opened[party] = None
        made = _("{name} 于 {moment} 生成，用途：{reason}").format(
            name=person,
            moment=timezone.localtime(moment.now()).strftime("%Y-%m-%d %H:%M"),
            reason=reason.strip(),
        )
        file = case_file_parts.gathered(case, people, opened, made)
    return case_file.write(file)
