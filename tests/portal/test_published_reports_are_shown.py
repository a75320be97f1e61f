import re

import pytest
from django.test import Client

from tests.portal.visiting import a_file, send, text_of
from tests.shared_reports import needs_shared_reports, seed


@needs_shared_reports
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_a_damaged_report_is_laid_out_and_every_link_leads_somewhere(
    client: Client, number: str
) -> None:
    path = seed(number)

    answer = send(client, a_file(path.read_bytes(), path.name))

    page = text_of(answer)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert answer.status_code == 200
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert page.count('class="official') == 3
