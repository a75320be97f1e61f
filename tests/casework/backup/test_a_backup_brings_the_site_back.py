"""Backup, wipe, restore, verify: by the commands, as an operator does it, on both databases."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.casework.backup.sites import MASTER, OTHER, Site
from yangguang.casework.backup.manifest import Unfit
from yangguang.casework.backup.restoring import restore
from yangguang.casework.models import Case

_FILL = """
from tests import town
from yangguang.casework.attachments import Upload
office = town.office()
for name in ("a", "b"):
    file = Upload(f"{name}.png", b"\\x89PNG\\r\\n\\x1a\\n" + name.encode() * 1000)
    town.request_at(office.agency, [file], token=name, wanted=f"文件 {name}")
"""
_ASK_ONCE_MORE = """
from tests import town
from yangguang.agencies.models import Agency
town.request_at(Agency.objects.get(), token="later")
"""
_ASK_AGAIN_AND_AGAIN = """
from tests import town
from yangguang.agencies.models import Agency
from yangguang.casework import anchors
from yangguang.casework.attachments import Upload
for count in range(10_000):
    file = Upload("c.png", b"\\x89PNG\\r\\n\\x1a\\n" + b"c" * 1000)
    town.request_at(Agency.objects.get(), [file], token=f"again {count}")
    print(count, flush=True)
"""
_CONTENTS = """
import json
from yangguang.casework import attachments, personal
from yangguang.casework.digests import digest
from yangguang.casework.models import Case
for case in Case.objects.order_by("pk"):
    file = case.attachments.get()
    print(json.dumps([
        case.number,
        personal.particulars_of(case.parties.get()).name,
        personal.words_of(case.texts.get(kind="request"))["wanted"],
        attachments.name_of(file),
        digest(attachments.content_of(file)),
    ], ensure_ascii=False))
"""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with two requests, each with a file, and an anchor."""
    site = Site("backed_up", tmp_path_factory.mktemp("site") / "var")
    site.wipe()
    assert site.ran("migrate").returncode == 0
    site.does(_FILL)
    assert site.ran("anchor").returncode == 0
    return site


@pytest.fixture(scope="module")
def taken(original: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of it; what was said is beside it."""
    folder = tmp_path_factory.mktemp("backups") / "2026-02-09"
    done = original.ran("backup", folder)
    assert (done.returncode, done.stderr) == (0, "")
    folder.with_suffix(".said").write_text(done.stdout)
    return folder


@pytest.fixture
def copy(taken: Path, tmp_path: Path) -> Path:
    """A copy of the backup, to spoil."""
    return Path(shutil.copytree(taken, tmp_path / "copy"))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Site]:
    """A machine with nothing on it."""
    site = Site("restored", tmp_path / "var")
    site.wipe()
    yield site


def manifest_of(backup: Path) -> dict:
    return json.loads((backup / "manifest.json").read_text())


def refused(backup: Path) -> str:
    """Why this process's own site, which is empty, does not take a backup; it is as it was."""
    with pytest.raises(Unfit) as unfit:
        restore(backup, without_keys=True)
    assert not Case.objects.exists()
    assert not settings.ATTACHMENTS_FOLDER.parent.joinpath("attachments.restoring").exists()
    assert not settings.ATTACHMENTS_FOLDER.exists()
    return str(unfit.value)


def test_everything_is_there_again_and_the_ledger_holds(
    original: Site, taken: Path, empty: Site
) -> None:
    done = empty.ran("restore", taken)

    assert (done.returncode, done.stderr) == (0, "")
    assert "2 个案件、2 条记录、2 个附件" in done.stdout
    contents = empty.does(_CONTENTS)
    assert contents == original.does(_CONTENTS)
    assert [json.loads(line)[1:4] for line in contents.splitlines()] == [
        ["林晓", "文件 a", "a.png"],
        ["林晓", "文件 b", "b.png"],
    ]
    proved = empty.ran("verify-ledger", "--json")
    summary = json.loads(proved.stdout.splitlines()[-1])
    assert (proved.returncode, summary["faults"], summary["anchors"]) == (0, 0, 1)
    assert empty.ran("rebuild-state", "--verify").returncode == 0
    empty.does(_ASK_ONCE_MORE)  # numbers go on, triggers and sequences are there
    assert empty.ran("verify-ledger").stdout.startswith("3 个案件")


def test_rows_of_a_restored_site_are_guarded(taken: Path, empty: Site) -> None:
    empty.ran("restore", taken)

    found = empty.does(
        "from django.db import connection\n"
        "from yangguang.casework import append_only\n"
        "print(append_only.missing(connection))"
    )

    assert found == "[]\n"


def test_it_holds_no_key_and_names_those_it_needs(taken: Path) -> None:
    said = taken.with_suffix(".said").read_text()
    manifest = manifest_of(taken)

    (name,) = manifest["keys"]
    assert name in said
    assert any("主密钥" in one for one in manifest["left_out"])
    assert "主密钥" in said
    files = [path for path in taken.rglob("*") if path.is_file()]
    secrets = (MASTER.encode(), b"a key that signs")
    assert [p for p in files if any(one in p.read_bytes() for one in secrets)] == []
    assert [p for p in files if p.stat().st_mode & 0o077] == []
    assert {str(p.relative_to(taken)) for p in files} == {
        "manifest.json",
        *(one["path"] for one in manifest["files"]),
    }


def test_nothing_is_ever_overwritten(original: Site, taken: Path) -> None:
    before = manifest_of(taken)

    done = original.ran("backup", taken)

    assert done.returncode == 2
    assert "从不覆盖" in done.stderr
    assert manifest_of(taken) == before


def test_one_that_broke_off_is_known_by_its_missing_manifest(copy: Path) -> None:
    (copy / "manifest.json").unlink()

    assert "没有做完" in refused(copy)


def test_files_that_changed_are_named_before_anything_is_touched(copy: Path) -> None:
    changed, gone = sorted((copy / "attachments").glob("??/*"))
    changed.write_bytes(changed.read_bytes()[:-1] + b"x")
    gone.unlink()

    assert set(refused(copy).splitlines()) == {
        f"文件 {changed.relative_to(copy)} 与做备份时不同。",
        f"缺少文件 {gone.relative_to(copy)}。",
    }


def test_a_manifest_that_leads_out_of_the_backup_is_refused(copy: Path) -> None:
    manifest = manifest_of(copy)
    manifest["files"][0]["path"] = "attachments/../../elsewhere"
    (copy / "manifest.json").write_text(json.dumps(manifest))

    assert "缺少文件 attachments/../../elsewhere。" in refused(copy)


def test_a_backup_of_a_newer_program_is_refused(copy: Path) -> None:
    manifest = manifest_of(copy)
    manifest["migrations"].append("casework.0099_of_tomorrow")
    (copy / "manifest.json").write_text(json.dumps(manifest))

    assert "更新的版本" in refused(copy)


def test_without_the_master_key_it_says_which_one_is_missing(taken: Path, empty: Site) -> None:
    refused = empty.ran("restore", taken, YANGGUANG_MASTER_KEY=OTHER)
    forced = empty.ran("restore", taken, "--without-keys", YANGGUANG_MASTER_KEY=OTHER)

    assert refused.returncode == 2
    assert manifest_of(taken)["keys"][0] in refused.stderr
    assert forced.returncode == 0
    assert empty.ran("verify-ledger", YANGGUANG_MASTER_KEY=OTHER).returncode == 0


def test_a_site_in_use_is_replaced_only_when_told_and_what_was_there_is_put_aside(
    taken: Path, empty: Site
) -> None:
    empty.ran("restore", taken)
    empty.does(_ASK_ONCE_MORE)

    refused = empty.ran("restore", taken)
    before = empty.ran("verify-ledger").stdout
    done = empty.ran("restore", taken, "--replace")

    assert refused.returncode == 2
    assert "--replace" in refused.stderr
    assert before.startswith("3 个案件")
    assert done.returncode == 0
    assert empty.ran("verify-ledger").stdout.startswith("2 个案件")
    (aside,) = empty.folder.glob("before_restore_*")
    assert len(list((aside / "attachments").glob("??/*"))) == 2
    assert (aside / "anchors.jsonl").exists()


def test_an_attachment_lost_before_is_named(taken: Path, empty: Site, tmp_path: Path) -> None:
    empty.ran("restore", taken)
    lost = next((empty.folder / "attachments").glob("??/*"))
    lost.unlink()

    done = empty.ran("backup", tmp_path / "next")

    assert done.returncode == 1
    assert "有 1 个附件不在磁盘上" in done.stderr
    assert manifest_of(tmp_path / "next")["missing"] == [lost.name]


def test_a_backup_of_a_site_at_work_is_whole_in_itself(
    taken: Path, empty: Site, tmp_path: Path
) -> None:
    empty.ran("restore", taken)
    with empty.doing(_ASK_AGAIN_AND_AGAIN) as others:
        assert others.stdout
        assert others.stdout.readline() == "0\n"
        assert empty.ran("backup", tmp_path / "at work").returncode == 0
        assert others.poll() is None
    empty.ran("restore", tmp_path / "at work", "--replace")

    cases = manifest_of(tmp_path / "at work")["cases"]
    assert cases >= 3
    assert len(empty.does(_CONTENTS).splitlines()) == cases
    assert empty.ran("verify-ledger").returncode == 0
    assert empty.ran("rebuild-state", "--verify").returncode == 0
