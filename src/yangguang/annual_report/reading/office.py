"""Older office files (DOC, WPS, XLS, ET, RTF), turned into DOCX or XLSX by LibreOffice.

LibreOffice runs as a process group of its own with bounded memory, time and file size, in a folder
that is deleted afterwards, with a profile that runs no macro and follows no link. Where it is not
installed, a sentence says what to do instead.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from yangguang.annual_report.errors import Unreadable, UnreadableHere

SECONDS: Final = 20
_MEMORY: Final = 2 * 1024 * 1024 * 1024
_LARGEST_FILE: Final = 64 * 1024 * 1024

_OLE: Final = b"\xd0\xcf\x11\xe0"
_RTF: Final = b"{\\rtf"
_STREAMS: Final = (
    ("EncryptedPackage", ""),
    ("WordDocument", "docx"),
    ("Workbook", "xlsx"),
    ("Book", "xlsx"),
)
"""Streams by which a compound file shows what it is, and what it is turned into."""

_KINDS: Final = {"docx": "旧版 Word（DOC、WPS）或 RTF", "xlsx": "旧版 Excel（XLS、ET）"}
ENCRYPTED: Final = "文件设了密码，读不了。请用 Word 或 WPS 打开，去掉密码后另存一份再选。"
NOT_INSTALLED: Final = (
    "这是{kind}文件，要装有 LibreOffice 才能读，这台机器没有装。"
    "请用 Word 或 WPS 打开，另存为 {ending} 后再选。"
)
NOT_CONVERTED: Final = (
    "这是{kind}文件，没有转换成功：文件可能设了密码，或已损坏。"
    "请用 Word 或 WPS 打开，另存为 {ending} 后再选。"
)
TOO_SLOW: Final = (
    "这是{kind}文件，转换了 {seconds:g} 秒还没有完，已经停下。"
    "请用 Word 或 WPS 打开，只留报告正文，另存为 {ending} 后再选。"
)
NO_DOCUMENT: Final = "这是旧版 Office 的文件，但里面没有 Word 文档或 Excel 表格。请确认选对了文件。"

_CONFINED: Final = 'ulimit -c 0; ulimit -v "$1"; ulimit -t "$2"; ulimit -f "$3"; shift 3; exec "$@"'
_PROFILE: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop>
</item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop>
</item>
</oor:items>
"""


def is_old(data: bytes) -> bool:
    """Whether `data` is a file of the older formats."""
    return data.startswith((_OLE, _RTF))


@contextmanager
def modern(path: Path, seconds: float = SECONDS) -> Iterator[Path]:
    """The file at `path`, or in its place, for a while, its newer form. Raises Unreadable."""
    with path.open("rb") as file:
        is_new = not is_old(file.read(len(_RTF)))
    if is_new:
        yield path
        return
    with TemporaryDirectory(prefix="yangguang-") as folder:
        newer = Path(folder) / "newer"
        newer.write_bytes(modernised(path.read_bytes(), seconds))
        yield newer


def modernised(data: bytes, seconds: float = SECONDS) -> bytes:
    """The same document as DOCX or XLSX. Raises Unreadable, with what to do."""
    ending = _ending(data)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UnreadableHere(NOT_INSTALLED.format(kind=_KINDS[ending], ending=ending.upper()))
    with TemporaryDirectory(prefix="yangguang-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "given"
        source.write_bytes(data)
        settings = folder / "profile" / "user"
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        _convert(program, folder, ending, seconds)
        try:
            return (folder / f"given.{ending}").read_bytes()
        except OSError:
            raise Unreadable(
                NOT_CONVERTED.format(kind=_KINDS[ending], ending=ending.upper())
            ) from None


def _ending(data: bytes) -> str:
    if data.startswith(_RTF):
        return "docx"
    for stream, ending in _STREAMS:
        if stream.encode("utf-16-le") in data:
            if not ending:
                raise Unreadable(ENCRYPTED)
            return ending
    raise Unreadable(NO_DOCUMENT)


def _convert(program: str, folder: Path, ending: str, seconds: float) -> None:
    limits = (str(_MEMORY // 1024), str(int(seconds) + 1), str(_LARGEST_FILE // 512))
    convert = (
        *(program, "--headless", "--norestore", "--nolockcheck", "--nodefault"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--convert-to", ending, "--outdir", str(folder), str(folder / "given")),
    )
    with subprocess.Popen(
        ["/bin/sh", "-c", _CONFINED, "sh", *limits, *convert],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,  # its words could quote the file
        env={"PATH": os.defpath, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"},
        cwd=folder,
        start_new_session=True,
    ) as child:
        try:
            child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise Unreadable(
                TOO_SLOW.format(kind=_KINDS[ending], ending=ending.upper(), seconds=seconds)
            ) from None
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)
