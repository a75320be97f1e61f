from pathlib import Path

from django.test import Client, override_settings

from tests.portal.requests.asking import at, fill, send
from tests.portal.visiting import a_file, text_of, words_of
from yangguang.agencies.models import Agency
from yangguang.casework import attachments
from yangguang.inforequests import drafts
from yangguang.inforequests.models import DraftFile

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 10


def _add(client: Client, agency: Agency, *files):
    return client.post(at(agency, "files"), {"files": list(files), "add": "yes"}, follow=True)


def test_an_added_file_is_listed_and_sent(client: Client, agency: Agency) -> None:
    fill(client, agency)

    page = _add(client, agency, a_file(PNG, "身份证.png"), a_file("说明", "说明.txt"))
    case = send(client, agency, client.get(at(agency, "check"))).case

    assert "身份证.png" in words_of(page)
    kept = {attachments.name_of(one): attachments.content_of(one) for one in case.attachments.all()}
    assert kept == {"身份证.png": PNG, "说明.txt": "说明".encode()}
    assert not DraftFile.objects.exists()


def test_a_refused_file_is_named_and_the_others_stay(client: Client, agency: Agency) -> None:
    fill(client, agency)

    page = _add(client, agency, a_file(PNG, "好.png"), a_file(b"MZ\0\0", "坏.exe"))

    assert page.status_code == 422
    assert "“坏.exe”是程序" in words_of(page)
    assert "好.png" in words_of(page)


def test_a_file_with_a_mark_of_classification_is_refused(client: Client, agency: Agency) -> None:
    fill(client, agency)

    page = _add(client, agency, a_file("机密★十年", "a.txt"))

    assert "国家秘密标志" in words_of(page)
    assert not DraftFile.objects.exists()


def test_a_file_can_be_taken_out_again(client: Client, agency: Agency) -> None:
    fill(client, agency)
    _add(client, agency, a_file(PNG, "身份证.png"))

    page = client.post(at(agency, "files"), {"remove": DraftFile.objects.get().pk}, follow=True)

    assert "身份证.png" not in text_of(page)


def test_another_session_s_file_cannot_be_taken_out(client: Client, agency: Agency) -> None:
    fill(client, agency)
    _add(client, agency, a_file(PNG))
    stranger = Client()
    fill(stranger, agency)

    stranger.post(at(agency, "files"), {"remove": DraftFile.objects.get().pk})

    assert DraftFile.objects.exists()


def test_files_chosen_and_not_added_yet_go_along(client: Client, agency: Agency) -> None:
    fill(client, agency)

    answer = client.post(at(agency, "files"), {"files": a_file(PNG), "go": "yes"})

    assert answer["Location"] == at(agency, "check")
    assert DraftFile.objects.count() == 1


def test_a_file_too_large_is_named(client: Client, agency: Agency) -> None:
    fill(client, agency)

    with override_settings(UPLOAD_FILE_BYTES=2_000_000):
        page = _add(client, agency, a_file(bytes(2_000_001), "大.png"), a_file(PNG, "小.png"))

    assert "“大.png”超过了 2 MB，没有加上" in words_of(page)
    assert "小.png" in words_of(page)


def test_there_is_a_most_of_files(client: Client, agency: Agency) -> None:
    fill(client, agency)

    page = _add(client, agency, *[a_file(PNG, f"{n}.png") for n in range(drafts.MOST_FILES + 1)])

    assert f"最多放 {drafts.MOST_FILES} 份文件" in words_of(page)
    assert DraftFile.objects.count() == drafts.MOST_FILES


def test_all_drafts_together_have_a_limit(client: Client, agency: Agency) -> None:
    fill(client, agency)

    with override_settings(DRAFTS_BYTES=10):
        page = _add(client, agency, a_file(PNG))

    assert "暂时放不下" in words_of(page)


def test_nothing_of_an_upload_stays_in_the_folder_for_what_comes_in(
    client: Client, agency: Agency, var: Path
) -> None:
    fill(client, agency)

    _add(client, agency, a_file(PNG))

    assert list((var / "incoming").iterdir()) == []
