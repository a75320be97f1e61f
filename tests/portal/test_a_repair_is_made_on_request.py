import json
from pathlib import Path

from django.test import Client

from tests.cli.published import balanced
from tests.portal.visiting import a_report, result_of, text_of

WRONG = "table3.granted.natural_person"


def _a_result_with_one_wrong_cell(client: Client, folder: Path) -> str:
    return result_of(client, a_report(folder, figures={**balanced(new=7), WRONG: 9}))


def _cell(client: Client, address: str) -> str:
    page = text_of(client.get(address))
    return page.split(f'id="c-{WRONG}"')[1].split("</td>")[0]


def _errors(client: Client, address: str) -> int:
    report = json.loads(client.get(f"{address}/report.json").content)
    return sum(finding["severity"] == "error" for finding in report["findings"])


def test_nothing_is_repaired_unasked(client: Client, tmp_path: Path) -> None:
    address = _a_result_with_one_wrong_cell(client, tmp_path)

    assert ">9<" in _cell(client, address)
    assert "建议改为" in text_of(client.get(address))


def test_the_cell_then_holds_the_proposed_figure_and_is_marked(
    client: Client, tmp_path: Path
) -> None:
    address = _a_result_with_one_wrong_cell(client, tmp_path)

    client.post(f"{address}/repair", {"cell": WRONG})

    assert ">7<" in _cell(client, address)
    assert "修正" in _cell(client, address)
    assert _errors(client, address) == 0
    assert "修正后不再出现" in text_of(client.get(address))


def test_it_can_be_undone(client: Client, tmp_path: Path) -> None:
    address = _a_result_with_one_wrong_cell(client, tmp_path)
    errors = _errors(client, address)
    client.post(f"{address}/repair", {"cell": WRONG})

    client.post(f"{address}/unrepair", {"cell": WRONG})

    assert ">9<" in _cell(client, address)
    assert _errors(client, address) == errors > 0


def test_a_cell_without_a_proposal_is_left_alone(client: Client, tmp_path: Path) -> None:
    address = _a_result_with_one_wrong_cell(client, tmp_path)
    before = client.get(f"{address}/report.json").content

    client.post(f"{address}/repair", {"cell": "table3.new.total"})
    client.post(f"{address}/repair", {"cell": "no.such.cell"})

    assert client.get(f"{address}/report.json").content == before
