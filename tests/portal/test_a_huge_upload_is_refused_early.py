from pathlib import Path

from django.test import Client, override_settings

from tests.portal.visiting import a_file, a_report, files_in, send, text_of, words_of

MB = 1_000_000


class Endless:
    """What a browser sends of a file of 200 MB, made as it is read."""

    def __init__(self) -> None:
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        self.given += size
        return bytes(size)

    readline = read


def test_200_mb_are_refused_without_being_stored(client: Client, var: Path) -> None:
    sent = Endless()

    answer = client.request(
        REQUEST_METHOD="POST",
        PATH_INFO="/checkups/new",
        CONTENT_TYPE="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(200 * MB),
        **{"wsgi.input": sent},
    )

    assert answer.status_code == 413
    assert "200.0 MB" in words_of(answer)
    assert "20 MB" in words_of(answer)
    assert files_in(var) == []
    assert sent.given >= 200 * MB, "a browser shows the answer only when it could send everything"


def test_a_length_that_is_a_lie_does_not_hold_us_up(client: Client) -> None:
    answer = client.request(
        REQUEST_METHOD="POST",
        PATH_INFO="/checkups/new",
        CONTENT_TYPE="text/plain",
        CONTENT_LENGTH=str(10**15),
    )

    assert answer.status_code == 413


@override_settings(UPLOAD_FILE_BYTES=2 * MB)
def test_one_file_over_the_limit_is_stopped_in_the_stream(client: Client, var: Path) -> None:
    answer = send(client, a_file(bytes(3 * MB), "big.txt"))

    assert answer.status_code == 413
    assert "big.txt" in text_of(answer)
    assert "超过了 2 MB" in words_of(answer)
    assert files_in(var) == []


@override_settings(UPLOAD_FILE_BYTES=2 * MB)
def test_the_others_beside_it_are_read(client: Client, tmp_path: Path) -> None:
    answer = send(client, a_report(tmp_path), a_file(bytes(3 * MB), "big.txt"))

    assert "林泽县水务局" in words_of(answer)


@override_settings(DATA_UPLOAD_MAX_NUMBER_FILES=3)
def test_too_many_files_at_once_are_refused_with_a_sentence(client: Client, var: Path) -> None:
    answer = send(client, *(a_file(b"x", f"{i}.txt") for i in range(5)))

    assert answer.status_code == 400
    assert "少选几份" in words_of(answer)
    assert files_in(var) == []
