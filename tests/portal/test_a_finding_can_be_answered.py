import re
from pathlib import Path

from django.test import Client

from tests.cli.published import balanced
from tests.portal.visiting import a_report, result_of, text_of

REASON = "台账核实无误 <b>"


def _a_result_with_findings(client: Client, folder: Path) -> tuple[str, str]:
    """The address, and the key of the first finding."""
    figures = {**balanced(new=7), "table3.granted.natural_person": 9}
    address = result_of(client, a_report(folder, figures=figures))
    key = re.search(r'name="finding" value="(\w+)"', text_of(client.get(address)))
    assert key
    return address, key[1]


def test_it_stays_listed_with_its_reason(client: Client, tmp_path: Path) -> None:
    address, key = _a_result_with_findings(client, tmp_path)
    before = text_of(client.get(address)).count('class="finding')

    client.post(f"{address}/answer", {"finding": key, "reason": REASON})

    page = text_of(client.get(address))
    assert "已说明" in page
    assert "台账核实无误 &lt;b&gt;" in page
    assert page.count('class="finding') == before


def test_the_answer_can_be_taken_back(client: Client, tmp_path: Path) -> None:
    address, key = _a_result_with_findings(client, tmp_path)
    client.post(f"{address}/answer", {"finding": key, "reason": REASON})

    client.post(f"{address}/reopen", {"finding": key})

    assert "台账核实无误" not in text_of(client.get(address))


def test_an_answer_needs_a_reason_and_a_finding(client: Client, tmp_path: Path) -> None:
    address, key = _a_result_with_findings(client, tmp_path)
    before = text_of(client.get(address)).count("撤销说明")

    client.post(f"{address}/answer", {"finding": key, "reason": "  "})
    client.post(f"{address}/answer", {"finding": "nothing", "reason": REASON})

    assert text_of(client.get(address)).count("撤销说明") == before == 0


def test_it_leads_back_to_the_finding(client: Client, tmp_path: Path) -> None:
    address, key = _a_result_with_findings(client, tmp_path)

    answer = client.post(f"{address}/answer", {"finding": key, "reason": REASON, "number": "1"})

    assert answer.headers["Location"] == f"{address}#f-1"
