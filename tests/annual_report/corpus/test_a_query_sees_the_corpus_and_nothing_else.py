from pathlib import Path

import pytest

from tests.annual_report.corpus.building import asked, built, reports_in
from yangguang.annual_report.corpus.place import find
from yangguang.annual_report.corpus.query import ask, opened
from yangguang.annual_report.errors import Unbuildable


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = reports_in(tmp_path_factory.mktemp("reports"), 3)
    out = tmp_path_factory.mktemp("out") / "it's [a] *corpus?"
    built(folder, out)
    return out


def _everything_on_disk(corpus: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in corpus.rglob("*") if path.is_file()}


def test_joins_windows_and_structures_work(corpus: Path) -> None:
    rows = asked(
        corpus,
        "WITH new AS (SELECT report, value FROM cells WHERE cell = 'table3.new.total')"
        " SELECT agency, rank() OVER (ORDER BY value DESC) FROM reports JOIN new USING (report)",
    )

    assert len(rows) == 3


@pytest.mark.parametrize(
    "sql",
    [
        "FROM reports; FROM cells",
        "COPY (SELECT 1) TO '{corpus}/tables/x.csv'",
        "COPY (SELECT 1) TO '{generation}/x.csv'",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{generation}/x.csv'",
        "CREATE TABLE more AS SELECT 1",
        "DROP VIEW reports",
        "DELETE FROM reports",
        "ATTACH '{generation}/x.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "PRAGMA database_list",
        "EXPORT DATABASE '{generation}/x'",
        "SELECT * FROM read_text('{secret}')",
        "SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM '{secret}'",
        "SELECT * FROM glob('{secret}')",
        "SELECT * FROM read_parquet('{corpus}/parts/*/reports.parquet')",
        "SELECT * FROM read_csv('https://example.org/x.csv')",
        "SELECT * FROM sniff_csv('{secret}')",
        "SELECT * FROM parquet_metadata('{corpus}/parts/*/reports.parquet')",
        "SELECT * FROM query('COPY (SELECT 1) TO ''x.csv''')",
        "WITH x AS (COPY (SELECT 1) TO '{generation}/x.csv') FROM x",
        "SELECT * FROM secret",
        "SELECT getenv('HOME')",
        "SELEC 1",
        "",
        "SELECT no_such_column FROM reports",
        "SELECT error('stop') FROM reports",
    ],
)
def test_whatever_else_is_asked_is_refused_and_changes_nothing(
    corpus: Path, tmp_path: Path, sql: str
) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n1,2\n")
    before = _everything_on_disk(corpus)
    generation = find(corpus).generation()
    asking = sql.format(
        corpus=str(corpus).replace("'", "''"),
        generation=str(generation).replace("'", "''"),
        secret=secret,
    )

    with pytest.raises(Unbuildable, match="。"), opened(find(corpus)) as connection:
        list(ask(connection, asking).rows)

    assert _everything_on_disk(corpus) == before


def test_the_program_s_own_variables_cannot_be_asked(corpus: Path) -> None:
    table = [{"a": 1}]

    with pytest.raises(Unbuildable), opened(find(corpus)) as connection:
        ask(connection, "FROM table_of_the_caller")

    assert table


def test_what_is_larger_than_memory_allows_goes_to_disk(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yangguang.annual_report.corpus.query.MEMORY", "60MB")

    rows = asked(
        corpus,
        "SELECT count(*) FROM (SELECT i, md5(i::VARCHAR) AS m FROM range(1500000) t(i)"
        " ORDER BY m, i LIMIT 1400000)",
    )

    assert rows == [(1_400_000,)]


def test_a_generation_that_is_being_read_outlives_the_next_build(corpus: Path) -> None:
    source = find(corpus).source
    with opened(find(corpus)) as connection:
        old = find(corpus).generation()
        reports_in(source, 1, first=8)
        built(source, corpus)

        assert list(ask(connection, "SELECT count(*) FROM reports").rows) == [(3,)]
        assert old.is_dir()
        assert find(corpus).generation() != old

    assert asked(corpus, "SELECT count(*) FROM reports") == [(4,)]
    built(source, corpus)
    assert not old.is_dir()
