"""The port to an electronic seal (电子印章): a callable of the site's operator, named in settings.

The system holds no seal of its own. `settings.SEAL_PORT` names, by its dotted path, what is given a
letter's PDF and the agency that issues it and gives the PDF back with the seal on it; without one,
letters are sealed on paper and their scans are kept. It is called before the transaction in which a
letter is issued: it may be slow, and if it fails nothing is issued and nothing is lost.
"""

import logging
from typing import Protocol

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency
from yangguang.casework.examining import PDF, kind_of

_log = logging.getLogger(__name__)


class Seal(Protocol):
    """What puts an agency's seal on a letter."""

    def __call__(self, pdf: bytes, agency: Agency) -> bytes:
        """The PDF with the seal on it. May raise anything: then the letter is not issued."""


class NotSealed(Exception):
    """The seal was not put on; the text is the sentence for who issues the letter."""


def port() -> Seal | None:
    """The seal of this site; None where letters are sealed on paper. Raises ImportError."""
    if not settings.SEAL_PORT:
        return None
    found: Seal = import_string(settings.SEAL_PORT)
    return found


def sealed(pdf: bytes, agency: Agency) -> bytes | None:
    """The letter with the seal on it; None where there is no port. Raises NotSealed.

    What the port says of its failure may quote the letter: only its kind is logged.
    """
    try:
        put_on = port()
        if put_on is None:
            return None
        found = put_on(pdf, agency)
    except Exception as fault:  # whatever an operator's own code may raise
        _log.warning("the seal port failed: %s", type(fault).__name__)
        raise NotSealed(
            _(
                "电子印章没有盖上，文书没有印发，内容都在。请过一会儿再试；还不行，请管理员检查印章接口。"
            )
        ) from None
    if kind_of(found) != PDF:
        _log.warning("the seal port gave something else than a PDF")
        raise NotSealed(
            _("印章接口交回来的不是 PDF，文书没有印发，内容都在。请管理员检查印章接口。")
        )
    return found


def port_is_there(**_facts: object) -> list[CheckMessage]:
    """Check at start-up: the callable that settings name can be found."""
    try:
        port()
    except ImportError:
        return [
            Error(
                f"The seal port {settings.SEAL_PORT} cannot be imported.",
                hint="YANGGUANG_SEAL is the dotted path of a callable: package.module.name.",
                id="yangguang.E010",
            )
        ]
    return []
