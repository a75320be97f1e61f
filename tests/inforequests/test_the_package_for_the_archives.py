import csv
import io
import zipfile
from datetime import UTC, datetime

from tests import played, town
from yangguang.casework import moment
from yangguang.casework.digests import digest
from yangguang.casework.models import Opening
from yangguang.casework.models.personal import Reason
from yangguang.casework.personal import Why
from yangguang.inforequests.actions import applicant, filing, packing
from yangguang.law.filing import RecordClass, Retention


def test_it_holds_the_case_file_every_file_the_catalogue_and_true_digests() -> None:
    office = town.office()
    with moment.standing_at(datetime(2026, 3, 2, 2, tzinfo=UTC)):
        case = town.request_at(office.agency, uploads=[played.PNG]).case
        applicant.withdraw(case, "已经从别处得到。")
    handler = town.may(office.section_head)
    filing.file(case, RecordClass.REQUEST, Retention.TEN_YEARS, 7, handler)

    made = zipfile.ZipFile(io.BytesIO(packing.of_case(case, handler, Why(Reason.FILING))))

    held = {name.partition("/")[2]: made.read(name) for name in made.namelist()}
    assert set(held) == {
        "案卷.pdf",
        "台账.json",
        "附件/001_身份证.png",
        "目录.csv",
        "SM3.txt",
    }
    assert held["附件/001_身份证.png"] == played.PNG.content
    rows = list(csv.DictReader(io.StringIO(held["目录.csv"].decode("utf-8-sig"))))
    assert [row["文件"] for row in rows] == ["案卷.pdf", "台账.json", "附件/001_身份证.png"]
    assert {row["档号"] for row in rows} == {"2026-10年-007-0001"}
    for line in held["SM3.txt"].decode().splitlines():
        mark, _, name = line.partition("  ")
        assert digest(held[name]) == mark
    assert {one.reason for one in Opening.objects.all()} == {Reason.FILING}
