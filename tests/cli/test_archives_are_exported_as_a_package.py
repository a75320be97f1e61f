"""`yangguang archives export` writes a package that the usual tools verify."""

import subprocess
import zipfile
from pathlib import Path

from tests.cli.on_a_site import founded, ran

SCRIPT = """
import django; django.setup()
from tests import town
from yangguang.inforequests.actions import applicant, filing
from yangguang.law.filing import RecordClass, Retention
office = town.office()
case = town.request_at(office.agency).case
applicant.withdraw(case, "")
head = town.may(office.section_head)
filing.file(case, RecordClass.REQUEST, Retention.TEN_YEARS, 1, head)
"""


def test_it_is_written_once_and_its_digests_are_true(tmp_path: Path) -> None:
    site = founded(tmp_path, SCRIPT)
    out = tmp_path / "out"
    year = str(_year())

    def export(by: str, *more: str) -> subprocess.CompletedProcess[str]:
        arguments = ("archives", "export", "jiaotong", "--year", year, "--out", str(out))
        return ran(site, *arguments, "--by", by, *more)

    assert export("staff-1").returncode == 2
    assert export("staff-2", "--box", "1").returncode == 2
    assert not out.exists()
    written = export("staff-2")

    assert (written.returncode, written.stderr) == (0, "")
    (package,) = out.iterdir()
    assert package.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path / "read")
    checked = subprocess.run(
        ["sha256sum", "--quiet", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path / "read", check=False
    )
    assert checked.returncode == 0
    again = export("staff-2")
    assert again.returncode == 2
    assert "没有覆盖" in again.stderr


def _year() -> int:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo("Asia/Shanghai")).year
