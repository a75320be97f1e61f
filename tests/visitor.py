"""A visitor who comes over HTTP to a site that is really served: one connection, own cookies."""

import http.client
import re
from collections.abc import Mapping
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlencode

from django.test.client import encode_multipart

from tests.portal.requests.asking import ANSWERS
from tests.portal.visiting import a_file

_BOUNDARY = "between-the-parts"
_PATIENCE_SECONDS = 60


class Page(NamedTuple):
    """What the site answered, and where that was."""

    address: str
    status: int
    text: str

    def held(self, name: str) -> str:
        """The value of a hidden field. LookupError where the page has none of that name."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        if found is None:
            raise LookupError(f"{self.status} {self.address} has no {name}")
        return found[1]


class Shown(NamedTuple):
    """What a receipt shows: the number and the query code."""

    number: str
    code: str


def connection_to(port: int) -> http.client.HTTPConnection:
    """A connection that opens by itself, and anew after it was closed."""
    return http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_SECONDS)


class Visitor:
    """Someone at a browser; follows where the site leads.

    Several can share a `connection`, one after the other.
    """

    def __init__(
        self,
        port: int,
        cookies: Mapping[str, str] | None = None,
        connection: http.client.HTTPConnection | None = None,
    ) -> None:
        self._connection = connection or connection_to(port)
        self._cookies = dict(cookies or {})

    @property
    def cookies(self) -> dict[str, str]:
        """What the browser keeps of the site."""
        return dict(self._cookies)

    def get(self, address: str) -> Page:
        """Open a page."""
        return self._ask("GET", address)

    def post(self, address: str, fields: Mapping[str, object], page: Page | None = None) -> Page:
        """Send a form of `page` (else one that is opened for it): fields, and files among them."""
        token = (page or self.get(address)).held("csrfmiddlewaretoken")
        filled = {"csrfmiddlewaretoken": token, **fields}
        if all(isinstance(value, str) for value in filled.values()):
            body, kind = urlencode(filled).encode(), "application/x-www-form-urlencoded"
        else:
            body = encode_multipart(_BOUNDARY, filled)
            kind = f"multipart/form-data; boundary={_BOUNDARY}"
        return self._ask("POST", address, body, kind)

    def leave(self) -> None:
        """Close the connection; the next page opens another."""
        self._connection.close()

    def fill_in(self, agency: str, wanted: str, file: bytes = b"") -> Page:
        """Fill in the form for the agency (its slug); gives the page to check before sending."""
        begin = f"/agencies/{agency}/request/"
        page = self.get(f"{begin}who")
        for name, answers in {**ANSWERS, "wanted": {"wanted": wanted}}.items():
            page = self.post(begin + name, answers, page)
        if file:
            fields = {"files": [a_file(file, "附件.png")], "add": "yes"}
            page = self.post(f"{begin}files", fields, page)
        return self.get(f"{begin}check")

    def send(self, page: Page) -> Shown:
        """Send the form from the page to check; gives what the receipt shows."""
        sent = self.post(page.address, {"carried": page.held("carried")}, page)
        return receipt_of(sent)

    def look_up(self, shown: Shown, page: Page | None = None) -> Page:
        """From number and code to how the request stands."""
        return self.post("/requests", {"number": shown.number, "code": shown.code}, page)

    def _ask(self, method: str, address: str, body: bytes = b"", kind: str = "") -> Page:
        while True:
            headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self._cookies.items())}
            if kind:
                headers["Content-Type"] = kind
            self._connection.request(method, address, body or None, headers)
            answer = self._connection.getresponse()
            text = answer.read().decode(errors="replace")  # a file, too
            for line in answer.headers.get_all("Set-Cookie", []):
                for name, morsel in SimpleCookie(line).items():
                    self._cookies[name] = morsel.value
            leads_to = answer.headers.get("Location")
            if leads_to is None:
                return Page(address, answer.status, text)
            method, address, body, kind = "GET", leads_to, b"", ""


def receipt_of(page: Page) -> Shown:
    """What the page of a receipt shows. LookupError where the page is no receipt."""
    found = re.findall(r'<dd class="big">(.*?)</dd>', page.text)
    if len(found) != 2:
        raise LookupError(f"{page.status} {page.address} is no receipt")
    return Shown(*found)
