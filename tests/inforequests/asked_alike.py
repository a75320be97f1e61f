"""Requests that want much the same, of one person and of several."""

from yangguang.casework.personal import Particulars

TENDER = "2025 年长宁路改造工程的招标文件"
TENDER_AGAIN = "申请公开：长宁路改造工程 2025 年招标文件"
BUSES = "全市公交线路调整方案的听证会记录"


def someone(name: str, paper_number: str = "") -> Particulars:
    """An applicant of that name."""
    return Particulars(name=name, paper="passport", paper_number=paper_number, phone="13800000001")
