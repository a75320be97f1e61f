"""The official form of the annual report as data, in both editions.

Source: 国办公开办函〔2019〕60号 (reports for 2019 and 2020) and 国办公开办函〔2021〕30号
(reports for 2021 and later). Nothing else in the code repeats one of its labels or lists.
"""

from typing import Final

from yangguang.annual_report.form import table2, table3, table4
from yangguang.annual_report.form.model import Column, Edition, Form, Row, Table
from yangguang.annual_report.form.sections import SECTIONS, TOPICS

FORMS: Final[dict[Edition, Form]] = {
    Edition.E2019: Form(
        Edition.E2019,
        "国办公开办函〔2019〕60号",
        2019,
        2020,
        {2: table2.TABLE_2019, 3: table3.TABLE_2019, 4: table4.TABLE},
    ),
    Edition.E2021: Form(
        Edition.E2021,
        "国办公开办函〔2021〕30号",
        2021,
        None,
        {2: table2.TABLE_2021, 3: table3.TABLE_2021, 4: table4.TABLE},
    ),
}

FIRST_YEAR: Final = min(one.first_year for one in FORMS.values())
"""The first year whose reports have a form."""


def edition_for(year: int) -> Edition | None:
    """The edition prescribed for the reports of `year`; None before FIRST_YEAR: no form."""
    for form in FORMS.values():
        if form.first_year <= year and (form.last_year is None or year <= form.last_year):
            return form.edition
    return None


__all__ = [
    "FIRST_YEAR",
    "FORMS",
    "SECTIONS",
    "TOPICS",
    "Column",
    "Edition",
    "Form",
    "Row",
    "Table",
    "edition_for",
]
