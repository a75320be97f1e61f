"""Putting a backup in the place of the site: nothing is touched before all of it was examined.

What was there is not destroyed but put aside: into a folder beside the data, and on PostgreSQL into
a schema of that name.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from yangguang.agencies.models import Person
from yangguang.casework import moment, sealing
from yangguang.casework.backup import database
from yangguang.casework.backup.manifest import Manifest, Unfit, copied, damaged, read
from yangguang.casework.backup.taking import ANCHORS, ATTACHMENTS
from yangguang.casework.models import Case

_STAGED: Final = "attachments.restoring"


class Restored(NamedTuple):
    """What was restored, and the name under which what was there before was put aside, or ""."""

    manifest: Manifest
    aside: str


def restore(folder: Path, *, replace: bool = False, without_keys: bool = False) -> Restored:
    """Restore a backup. The tables are then those of the backup: migrate afterwards.

    `replace` where the site holds something; `without_keys` where the master keys are not at hand,
    which leaves personal data shut. Raises Unfit before anything is touched, or with the site as it
    was; OSError where the disk does not take it.
    """
    manifest = read(folder)
    holds_something = is_in_use()
    problems = [*_problems(folder, manifest)]
    if not without_keys:
        problems += _keys_not_at_hand(manifest)
    if holds_something and not replace:
        problems.append("这个网站里已经有数据，没有恢复。确实要换成备份，请加 --replace。")
    if problems:
        raise Unfit(*problems)
    aside = f"{database.ASIDE}{moment.now():%Y%m%d_%H%M%S}" if holds_something else ""
    staged = _stage(folder, manifest)
    beside = Path(settings.ANCHORS_FILE).parent / aside if aside else None
    if beside:
        beside.mkdir(mode=0o700)
        database.keep_aside(beside)
    database.load(folder / manifest.database, aside=aside)
    _swap(staged, Path(settings.ATTACHMENTS_FOLDER), beside)
    anchors = folder / ANCHORS
    _swap(anchors if anchors.exists() else None, Path(settings.ANCHORS_FILE), beside)
    return Restored(manifest, aside)


def is_in_use() -> bool:
    """Whether the site holds anything: people, cases, attachments, anchors."""
    tables = connection.introspection.table_names()
    if any(model._meta.db_table in tables and model.objects.exists() for model in (Person, Case)):
        return True
    files = (one for one in Path(settings.ATTACHMENTS_FOLDER).glob("??/*"))
    return any(files) or Path(settings.ANCHORS_FILE).exists()


def _problems(folder: Path, manifest: Manifest) -> Iterator[str]:
    if manifest.database != database.FILES[connection.vendor]:
        yield "备份来自另一种数据库（SQLite 或 PostgreSQL），请用同一种数据库恢复。"
    known = {".".join(one) for one in MigrationLoader(None).disk_migrations or ()}
    if not set(manifest.migrations) <= known:
        yield "备份来自更新的版本，请先更新程序再恢复。"
    yield from damaged(folder, manifest)


def _keys_not_at_hand(manifest: Manifest) -> Iterator[str]:
    at_hand = {sealing.name_of(key) for key in settings.MASTER_KEYS}
    for name in manifest.keys:
        if name not in at_hand:
            yield (
                f"缺编号 {name} 的主密钥，恢复后个人信息打不开。请在 YANGGUANG_MASTER_KEY 里补上；"
                "只想核对台账，可以加 --without-keys。"
            )


def _stage(folder: Path, manifest: Manifest) -> Path:
    """Copy the attachments beside where they will be, and see once more that they are whole."""
    target = Path(settings.ATTACHMENTS_FOLDER).with_name(_STAGED)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(mode=0o700, parents=True)
    for one in manifest.files:
        place = Path(one.path)
        if place.parts[0] == ATTACHMENTS:
            inside = target.joinpath(*place.parts[1:])
            if copied(folder / place, inside) != (one.size, one.sha256):
                raise Unfit(f"文件 {one.path} 与做备份时不同。")
    return target


def _swap(new: Path | None, place: Path, beside: Path | None) -> None:
    """Put the new in its place, and what was there beside."""
    if place.exists():
        if beside:
            place.rename(beside / place.name)
        elif place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink()
    if new is None:
        return
    if new.is_dir():
        new.rename(place)
    else:
        copied(new, place)
