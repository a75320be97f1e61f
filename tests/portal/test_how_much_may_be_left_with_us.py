"""Results pile up: a session keeps so many, all sessions together so many bytes."""

from pathlib import Path

from django.test import Client, override_settings

from tests.portal.visiting import a_file, a_report, files_in, result_of, send, text_of, words_of

MB = 1_000_000


@override_settings(CHECKUPS_PER_SESSION=2)
def test_a_session_s_oldest_result_goes_first(client: Client, tmp_path: Path) -> None:
    years = (2020, 2021, 2022)

    oldest, *kept = [result_of(client, a_report(tmp_path, year=year)) for year in years]

    assert client.get(oldest).status_code == 404
    assert [client.get(address).status_code for address in kept] == [200, 200]
    assert "最多保留 2 份" in words_of(client.get("/checkups"))


@override_settings(CHECKUPS_SESSION_BYTES=1)
def test_the_newest_result_stays_however_large(client: Client, tmp_path: Path) -> None:
    first, second = (result_of(client, a_report(tmp_path, year=year)) for year in (2021, 2022))

    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200


def test_another_session_s_results_are_not_counted(client: Client, tmp_path: Path) -> None:
    other = Client()
    with override_settings(CHECKUPS_PER_SESSION=1):
        addresses = [
            (visitor, result_of(visitor, a_report(tmp_path))) for visitor in (other, client)
        ]

    assert [visitor.get(address).status_code for visitor, address in addresses] == [200, 200]


def test_where_there_is_no_space_nothing_is_stored(client: Client, var: Path) -> None:
    (var / "checkups" / "f" / "x").parent.mkdir(parents=True)
    (var / "checkups" / "f" / "x").write_bytes(bytes(2 * MB))
    before = files_in(var)

    with override_settings(CHECKUPS_BYTES=2 * MB):
        answer = send(client, a_file(b"x" * 1000, "a.txt"))

    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert "请过一会儿再试" in words_of(answer)
    assert files_in(var) == before


def test_the_visitor_s_own_oldest_result_makes_space(
    client: Client, var: Path, tmp_path: Path
) -> None:
    first, second = (result_of(client, a_report(tmp_path, year=year)) for year in (2019, 2021))
    taken = sum(path.stat().st_size for path in files_in(var))

    with override_settings(CHECKUPS_BYTES=taken + 1000):
        third = result_of(client, a_report(tmp_path, year=2023))

    assert client.get(first).status_code == 404
    assert [client.get(address).status_code for address in (second, third)] == [200, 200]


def test_the_sample_needs_space_too(client: Client) -> None:
    with override_settings(CHECKUPS_BYTES=-1):
        assert client.post("/checkups/sample").status_code == 503


def test_deleting_needs_no_space(client: Client, tmp_path: Path) -> None:
    address = result_of(client, a_report(tmp_path))

    with override_settings(CHECKUPS_BYTES=0):
        answer = client.post("/checkups/delete", "", "application/x-www-form-urlencoded")

    assert "已经删除" in text_of(answer)
    assert client.get(address).status_code == 404
