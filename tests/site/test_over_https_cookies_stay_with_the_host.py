"""Over https a browser sends them to this host only, never in the clear (in a process of its own:
the settings are read when the site starts)."""

import json
import os
import subprocess
import sys
from pathlib import Path

ASK = """
import json, django
django.setup()
from django.test import Client
answer = Client().post("/display", {"switch": "large"}, secure=True)
page = Client().get("/checkups/new", secure=True)
print(json.dumps({
    "cookies": [morsel.OutputString() for one in (answer, page) for morsel in one.cookies.values()],
    "session": django.conf.settings.SESSION_COOKIE_NAME,
    "hsts": page.headers["Strict-Transport-Security"],
}))
"""


def test_each_has_the_prefix_and_subdomains_are_covered(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "yangguang.site.settings",
        "YANGGUANG_VAR": str(tmp_path),
        "YANGGUANG_HTTPS": "1",
        "YANGGUANG_PRODUCTION": "0",
        "YANGGUANG_HOSTS": "testserver",
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, check=True
    )

    said = json.loads(done.stdout)
    assert len(said["cookies"]) == 2
    for cookie in said["cookies"]:
        assert cookie.startswith("__Host-yangguang")
        assert {"Secure", "Path=/", "HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))
        assert "Domain" not in cookie
    assert said["session"] == "__Host-yangguang"
    assert said["hsts"] == "max-age=31536000; includeSubDomains"
