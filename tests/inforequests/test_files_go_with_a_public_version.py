"""Art. 44: files are open to everyone only as they were approved, looked through like the words."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from tests import town
from tests.casework import authored
from tests.casework.authored import AUTHOR
from tests.inforequests.opening_to_all import VERSION, decide
from tests.portal.requests import working
from tests.prepared import unguarded
from yangguang.casework import attachments, erasure
from yangguang.casework.attachments import OPEN_TO_ALL, Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Attachment, Case
from yangguang.casework.rebuilding import differences
from yangguang.inforequests import public_answers, public_files
from yangguang.inforequests.actions import publish, unpublish
from yangguang.inforequests.actions.publish import Version
from yangguang.inforequests.models import PublicAnswer, PublicFile
from yangguang.inforequests.proving import Left, altered
from yangguang.inforequests.public_files import Checked


def _answered(office: town.Office, *files: Upload) -> Case:
    case = town.request_at(office.agency).case
    working.answer(case, office, uploads=files)
    return case


def _copies(case: Case) -> list[Checked]:
    """Copies of what went out with the answer."""
    found = public_files.enclosures(working.standing(case).answer)
    uploads = (public_files.upload_of(one) for one in found)
    return [public_files.checked(one, publish.names_in(case)) for one in uploads if one]


def _offered(office: town.Office, *files: Upload, **more) -> Case:
    case = _answered(office, *files)
    version = replace(VERSION, files=_copies(case), **more)
    publish.offer(case, version, town.may(office.handler))
    return case


def _published(office: town.Office, *files: Upload) -> tuple[Case, PublicAnswer]:
    case = _offered(office, *files)
    decide(case, *office.approvers())
    return case, publish.publish(case, town.may(office.handler))


def _said(case: Case, version: Version, office: town.Office) -> str:
    """What is said of the files, where the version is refused for them alone."""
    with pytest.raises(Mistakes) as refused:
        publish.offer(case, version, town.may(office.handler))
    (said,) = refused.value.fields.values()
    assert set(refused.value.fields) == {"files"}
    return str(said)


TENDER = Upload("招标文件.docx", authored.document("招标文件正文"))


def test_a_chosen_enclosure_is_open_as_a_copy_without_its_author(office: town.Office) -> None:
    _case, made = _published(office, TENDER)

    (shown,) = public_answers.standing([made])
    (file,) = shown.files.all()
    content = attachments.content_of(file.file)
    assert file.name == "招标文件.docx"
    assert docx.Document(BytesIO(content)).core_properties.author == ""
    assert AUTHOR in docx.Document(BytesIO(TENDER.content)).core_properties.author
    assert list(altered(Left(), with_files=True)) == []
    assert list(differences()) == []


def test_what_tells_of_a_person_in_a_file_has_a_reason_or_stays_out(office: town.Office) -> None:
    telling = Upload("林晓的合同.docx", authored.document("联系林晓，电话 13800000000"))
    case = _answered(office, telling)
    (copy,) = _copies(case)
    version = replace(VERSION, files=[copy])
    assert copy.name == "〔略〕的合同.docx"
    assert "有 2 处" in _said(case, version, office)

    reasons = {"林晓": "已经同意公开", "13800000000": "公开的服务电话"}
    publish.offer(case, replace(version, reasons=reasons), town.may(office.handler))

    shown = public_answers.version(working.standing(case).public)
    assert shown and {one.words: one.reason for one in shown.kept} == reasons


def test_what_cannot_be_read_is_said_and_somebody_says_that_they_looked(
    office: town.Office,
) -> None:
    case = _answered(office, Upload("图纸.png", authored.photo_png(b"x")))
    (copy,) = _copies(case)
    version = replace(VERSION, files=[copy])
    assert "请打开看过" in _said(case, version, office)

    looked = replace(version, looked=frozenset({copy.digest}))
    publish.offer(case, looked, town.may(office.handler))

    shown = public_answers.version(working.standing(case).public)
    assert shown and "查不了" in shown.files[0]["unread"]


def test_with_notes_in_it_a_file_is_refused(office: town.Office) -> None:
    part = b'<w:comments><w:comment w:author="Li"/></w:comments>'
    noted = authored.with_part(authored.document("正文"), "word/comments.xml", part)
    case = _answered(office, Upload("有批注.docx", noted))

    with pytest.raises(Mistakes) as refused:
        _copies(case)
    assert refused.value.fields["files"].startswith("“有批注.docx”里面有批注")


def test_another_file_in_its_place_is_another_version(office: town.Office) -> None:
    one = working.standing(_offered(office, TENDER)).public
    other = working.standing(_offered(office)).public

    assert one and other and one.digest != other.digest


def test_a_copy_that_was_changed_on_the_way_is_not_published(office: town.Office) -> None:
    case = _offered(office, TENDER)
    decide(case, *office.approvers())
    other = _offered(office, Upload("别的.docx", authored.document("别的内容")))
    (mine,), (theirs,) = (
        Attachment.objects.filter(case=one, kind=public_files.KIND) for one in (case, other)
    )
    columns = ("key_id", "name", "digest", "stored")
    said = ", ".join(f"{one} = %s" for one in columns)
    values = [getattr(theirs, one) for one in columns]
    with unguarded() as cursor:
        cursor.execute("UPDATE casework_attachment SET stored = %s WHERE id = %s", ["-", theirs.pk])
        cursor.execute(f"UPDATE casework_attachment SET {said} WHERE id = %s", [*values, mine.pk])

    with pytest.raises(NotAllowed, match="附件刚刚换过"):
        publish.publish(case, town.may(office.handler))


def test_a_file_exchanged_in_the_table_takes_its_answer_from_sight(office: town.Office) -> None:
    _case, made = _published(office, TENDER)
    PublicFile.objects.update(name="别的名字.docx")

    assert public_answers.standing([made]) == []


def test_withdrawn_the_copies_are_gone_for_good(office: town.Office) -> None:
    case, made = _published(office, TENDER)
    copy = Attachment.objects.select_related("key").get(case=case, kind=OPEN_TO_ALL)
    assert attachments.content_of(copy)

    unpublish.unpublish(case, "内容有误", town.may(office.handler))

    copy.key.refresh_from_db()
    assert copy.key.destroyed_at is not None
    assert list(made.files.all()) == []
    assert list(altered(Left(), with_files=False)) == []


def test_erasing_the_case_leaves_what_is_open(office: town.Office) -> None:
    case, made = _published(office, TENDER)

    town.destroy(case)

    (shown,) = public_answers.standing([PublicAnswer.objects.get(pk=made.pk)])
    assert attachments.content_of(shown.files.get().file)
    assert not any(erasure.held(case))
