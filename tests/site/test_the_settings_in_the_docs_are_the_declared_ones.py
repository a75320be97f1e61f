import os
import re

from tests.house.repository import ROOT
from yangguang.site.environment import declared

GUIDE = ROOT / "docs" / "operating.md"
PLACE = re.compile(r"(<!-- settings: .*? -->\n)(.*?)(<!-- end of settings -->)", re.DOTALL)


def table() -> str:
    rows = [
        f"| `{variable.name}` | {variable.meaning} | {variable.shown_default or '—'} |"
        for _, variable in declared()
    ]
    return "\n".join(("", "| variable | meaning | default |", "|---|---|---|", *rows, "", ""))


def test_the_guide_lists_every_setting_as_it_is_declared() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    if os.environ.get("WRITE_SETTINGS_TABLE"):
        text = PLACE.sub(lambda found: found[1] + table() + found[3], text)
        GUIDE.write_text(text, encoding="utf-8")

    found = PLACE.search(text)

    assert found
    assert found[2] == table()
