"""The files of a folder, one after the other, folder in folder."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from yangguang.annual_report.corpus.index import FoundFile, HiddenFolder

_LEFT_OUT: Final = (b".", b"~$")
"""Names that begin so are not reports: hidden files, and what Word keeps of an open document."""

NOT_LISTED: Final = "这个文件夹打不开（{why}），里面的文件没有清点。请取得权限后再运行一次 build。"


def walk(source: Path) -> Iterator[FoundFile | HiddenFolder]:
    """Every file below `source`, lazily, in no order; links to files count, to folders do not.

    A folder that cannot be listed is told. Nothing else of a folder is held in memory than the
    names of the folders in it that are still to be walked.
    """
    root = os.fsencode(source)
    folders = [b""]
    while folders:
        inner = folders.pop()
        try:
            with os.scandir(os.path.join(root, inner)) as entries:
                for entry in entries:
                    if entry.name.startswith(_LEFT_OUT):
                        continue
                    path = os.path.join(inner, entry.name)
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(path)
                    elif (state := _state(entry)) is not None:
                        yield FoundFile(path, state.st_size, state.st_mtime_ns)
        except OSError as fault:
            yield HiddenFolder(inner, NOT_LISTED.format(why=fault.strerror))


def _state(entry: os.DirEntry[bytes]) -> os.stat_result | None:
    """What is known of a file; None where it is no file: a device, a pipe, a link to nothing."""
    try:
        state = entry.stat()
    except OSError:
        return None
    return state if stat.S_ISREG(state.st_mode) else None
