"""Taking a backup: first the anchors, then the database, then every attachment that it names.

In that order, for the site works meanwhile: the anchors cover no more than the database holds, and
attachments, once there, never change.
"""

import fcntl
import json
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from yangguang import __version__
from yangguang.casework import moment, rotation
from yangguang.casework.backup import database
from yangguang.casework.backup.database import Query
from yangguang.casework.backup.manifest import FORMAT, LEFT_OUT, Kept, Manifest, Unfit, copied
from yangguang.casework.backup.manifest import sha256 as digest_of
from yangguang.casework.backup.manifest import write as write_manifest
from yangguang.casework.models import Attachment, Case, DataKey, Event

ANCHORS = "anchors.jsonl"
ATTACHMENTS = "attachments"


def back_up(folder: Path) -> Manifest:
    """Put the whole site into a new folder; on the disk when this returns.

    Raises Unfit where something is in the folder, or the database cannot be had; OSError where the
    disk does not take it. What is there then has no manifest.
    """
    _begin(folder)
    begun = moment.now()
    anchors = _anchors(folder / ANCHORS)
    with database.dumped(folder) as query:
        path = database.file_in(folder)
        files, missing = _attachments(folder, query)
        manifest = Manifest(
            format=FORMAT,
            program=__version__,
            made_at=begun.isoformat(timespec="seconds"),
            database=path.name,
            server=database.server_version(),
            migrations=[".".join(one) for one in query("SELECT app, name FROM django_migrations")],
            cases=_count(query, Case),
            events=_count(query, Event),
            attachments=len(files),
            keys=sorted(_keys(query) | _keys_of(folder / ANCHORS)),
            missing=missing,
            left_out=list(LEFT_OUT),
            files=anchors + files,
        )
    # Only now is its file closed, and as it will stay.
    manifest.files.append(Kept(path.name, path.stat().st_size, digest_of(path)))
    write_manifest(folder, manifest)
    return manifest


def _begin(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_fresh = not any(folder.iterdir())
    except OSError:
        raise Unfit(f"{folder} 用不了，请换一个能写的文件夹。") from None
    if not is_fresh:
        raise Unfit(f"{folder} 里已经有东西，备份从不覆盖。请给一个新的文件夹，例如以日期为名。")
    folder.chmod(0o700)


def _anchors(target: Path) -> list[Kept]:
    source = Path(settings.ANCHORS_FILE)
    if not source.exists():
        return []
    with source.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_SH)  # no half line
        return [Kept(target.name, *copied(source, target))]


def _attachments(folder: Path, query: Query) -> tuple[list[Kept], list[str]]:
    """Copy every attachment whose key stands; those that are not there, by name."""
    kept, missing = [], []
    for place in _places(query):
        path = f"{ATTACHMENTS}/{place[:2]}/{place}"
        try:
            source = Path(settings.ATTACHMENTS_FOLDER) / place[:2] / place
            kept.append(Kept(path, *copied(source, folder / path)))
        except FileNotFoundError:
            (folder / path).unlink(missing_ok=True)
            erased = DataKey.objects.filter(attachments__stored=place, destroyed_at__isnull=False)
            if not erased.exists():  # else it was erased while we were at it
                missing.append(place)
    return kept, missing


def _places(query: Query) -> Iterator[str]:
    attachment, key = Attachment._meta.db_table, DataKey._meta.db_table
    rows = query(
        f"SELECT a.stored FROM {attachment} a JOIN {key} k ON k.id = a.key_id "
        "WHERE k.destroyed_at IS NULL ORDER BY a.id"
    )
    return (place for (place,) in rows)


def _count(query: Query, model: type[Case] | type[Event]) -> int:
    return int(query(f"SELECT count(*) FROM {model._meta.db_table}")[0][0])


def _keys(query: Query) -> set[str]:
    return {
        name
        for model in rotation.kept_keys()
        for (name,) in query(
            f"SELECT DISTINCT master FROM {model._meta.db_table} WHERE length(wrapped) > 0"
        )
    }


def _keys_of(anchors: Path) -> set[str]:
    """The key of the last anchor: through the chain of lines it vouches for all."""
    lines = anchors.read_bytes().splitlines() if anchors.exists() else []
    try:
        return {str(json.loads(lines[-1])["key"])} if lines else set()
    except (ValueError, KeyError, TypeError):
        return set()  # altered: verify-ledger says so, a backup keeps it as it is
