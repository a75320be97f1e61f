"""The whole file of a request on paper, for who handles it; that it was opened is on record."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.annual_report.writing import pdf
from yangguang.casework import moment, personal, sealing
from yangguang.casework.documents import case_file
from yangguang.casework.models import Case, Party
from yangguang.casework.models.personal import Opened
from yangguang.casework.personal import Why
from yangguang.inforequests import case_file_parts
from yangguang.inforequests.actions import opening
from yangguang.inforequests.names import reason_in_words


def make(case: Case, people: Standing, why: Why) -> bytes:
    """The file as a PDF, with everyone's particulars in full.

    Why goes on record for each party before anything is shown. Raises NotAllowed, Mistakes, and
    Unwritable where no PDF can be made here.
    """
    opening.require_papers(case, people)
    why.require()
    person = people.person
    assert person is not None
    pdf.require()
    with transaction.atomic():
        opened: dict[Party, personal.Particulars | None] = {}
        for party in Party.objects.filter(case=case).select_related("key", "case").order_by("pk"):
            try:
                opened[party] = personal.open_party(party, person, why, Opened.CASE_FILE)
            except (personal.Erased, sealing.CannotOpen):
                opened[party] = None
        made = _("{name} 于 {moment} 生成，用途：{reason}").format(
            name=person,
            moment=timezone.localtime(moment.now()).strftime("%Y-%m-%d %H:%M"),
            reason=reason_in_words(why),
        )
        file = case_file_parts.gathered(case, people, opened, made)
    return case_file.write(file)
