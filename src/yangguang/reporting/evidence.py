"""Files that bear figures out: examined like any upload, kept with the figures."""

from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency
from yangguang.casework import attachments, moment
from yangguang.casework.attachments import Runs, Upload
from yangguang.casework.digests import digest
from yangguang.casework.errors import Mistakes
from yangguang.casework.examining import TEXT
from yangguang.reporting.models import Evidence

_LONGEST_NAME: Final = 200
_AS_TEXT: Final = ".txt"


def examined(upload: Upload) -> Evidence:
    """A file that can be kept, not yet saved. Raises Mistakes for what is not taken.

    A look inside is a child process: call it outside of transactions.
    """
    if len(upload.name) > _LONGEST_NAME:
        raise Mistakes({"evidence": _("文件名太长，请改短后再传。")})
    return Evidence(
        name=upload.name,
        media_type=attachments.examined(upload),
        content=upload.content,
        digest=digest(upload.content),
    )


def published_file(upload: Upload) -> Evidence:
    """A file that was published already, not yet saved. Raises Mistakes as `examined`.

    It may speak of 工作秘密: everyone has read it. A web page with scripts, as sites publish
    reports, is kept byte for byte, but as a text, so that nothing runs when it is opened again.
    """
    try:
        return examined(replace(upload, decided=True))
    except Runs:
        name = upload.name[: _LONGEST_NAME - len(_AS_TEXT)] + _AS_TEXT
        return Evidence(
            name=name, media_type=TEXT, content=upload.content, digest=digest(upload.content)
        )


def keep(evidence: Evidence, agency: Agency) -> Evidence:
    """Save it as an agency's."""
    evidence.agency, evidence.at = agency, moment.now()
    evidence.save(force_insert=True)
    return evidence
