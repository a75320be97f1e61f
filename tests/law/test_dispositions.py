"""Every way a request can end is counted in exactly one row of Table 3, and can be explained."""

import pytest

from yangguang.annual_report.form import table3
from yangguang.law.dispositions import EVIDENCE_NAMES, RULES, WITHHOLDING, Disposition, row
from yangguang.law.requests import RequestRow


def test_every_disposition_has_its_row_among_those_of_results() -> None:
    assert set(RULES) == set(Disposition)
    assert {row(disposition) for disposition in Disposition} == set(table3.LEAVES)


@pytest.mark.parametrize("disposition", Disposition)
def test_each_names_its_article_its_grounds_and_what_must_be_on_file(
    disposition: Disposition,
) -> None:
    rule = RULES[disposition]

    assert rule.name
    assert rule.article.startswith(("第", "《", "国办"))
    assert rule.grounds
    assert all(EVIDENCE_NAMES[evidence] for evidence in rule.evidence)
    assert bool(rule.letter) is (disposition is not Disposition.WITHDRAWN)


def test_what_withholds_is_what_articles_14_to_16_withhold() -> None:
    articles = ("第十四条", "第十五条", "第十六条")

    named = {d for d, rule in RULES.items() if rule.article.startswith(articles)}

    assert named == WITHHOLDING
    assert Disposition.ADMINISTRATIVE_INQUIRY not in WITHHOLDING


@pytest.mark.parametrize(
    ("finer", "counted"),
    [
        ({Disposition.ALREADY_PUBLIC, Disposition.PROVIDED}, RequestRow.GRANTED),
        ({Disposition.DOES_NOT_EXIST, Disposition.NOT_OURS}, RequestRow.UNABLE_NOT_HELD),
        (
            {
                Disposition.WITHDRAWN,
                Disposition.NOT_GOVERNMENT_INFORMATION,
                Disposition.OWN_RECORD,
                Disposition.OTHER,
            },
            RequestRow.OTHER_OTHER,
        ),
    ],
)
def test_some_rows_count_several(finer: set[Disposition], counted: RequestRow) -> None:
    assert {d for d in Disposition if row(d) is counted} == finer
