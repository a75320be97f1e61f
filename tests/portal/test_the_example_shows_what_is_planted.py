import json
import re

from django.test import Client

from tests.portal.visiting import text_of

PLANTED = (
    "table3.located",
    "table3.row_sum",
    "table3.column_sum",
    "form.blank_cells",
    "prose.contradicts_table",
    "prose.change_does_not_follow",
    "wording.enumeration",
    "wording.fifteen_days",
)


def test_each_planted_mistake_is_found_and_nothing_else(client: Client) -> None:
    answer = client.post("/checkups/sample", follow=True)

    address = answer.redirect_chain[-1][0]
    report = json.loads(client.get(f"{address}/report.json").content)
    assert sorted(finding["rule"] for finding in report["findings"]) == sorted(PLANTED)


def test_every_link_on_the_page_leads_somewhere(client: Client) -> None:
    page = text_of(client.post("/checkups/sample", follow=True))

    ids = re.findall(r'\sid="([^"]+)"', page)
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert len(ids) == len(set(ids))
    assert targets - set(ids) == set()
    assert any(target.startswith("f-") for target in targets)
    assert any(target.startswith("c-") for target in targets)
    assert any(target.startswith("t-") for target in targets)
    assert any(target.startswith("s-") for target in targets)


def test_the_example_stays_where_it_is(client: Client) -> None:
    from yangguang.portal import example

    client.post("/checkups/sample", follow=True)

    assert example.REPORT.exists()
    assert example.PREVIOUS.exists()
