import json
from pathlib import Path

from django.test import Client

from tests.cli.published import balanced
from tests.portal.visiting import a_report, result_of


def test_it_is_the_object_that_the_command_line_prints(client: Client, tmp_path: Path) -> None:
    address = result_of(client, a_report(tmp_path, figures=balanced(new=7)))

    answer = client.get(f"{address}/report.json")

    report = json.loads(answer.content)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="report-2023.json"'
    assert report["agency"] == "云岭市林泽县水务局"
    assert report["table3"]["（一）予以公开"] == [7, 0, 0, 0, 0, 0, 7]
    assert report["findings"] is not None


def test_it_can_be_uploaded_again(client: Client, tmp_path: Path) -> None:
    from tests.portal.visiting import a_file, send, words_of

    address = result_of(client, a_report(tmp_path, figures=balanced(new=7)))
    kept = client.get(f"{address}/report.json").content

    answer = send(Client(), a_file(kept, "report.json"))

    assert "云岭市林泽县水务局" in words_of(answer)
