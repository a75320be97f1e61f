"""The database itself refuses to change, replace or take away a row of the record, in SQL."""

from decimal import Decimal

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from tests import town
from tests.prepared import drop_triggers
from tests.reporting.years import published
from yangguang.casework import append_only, moment
from yangguang.casework.attachments import Upload
from yangguang.casework.models import DisposalList, Event, Party
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import exchanges
from yangguang.inforequests.actions import letters
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.models import Direction
from yangguang.reporting.actions import write
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.compiling import compile_report
from yangguang.reporting.models import CellComment, RollUpScope, Told, Urging

RECORD = [model._meta.db_table for model in append_only.models()]


def _case_with_a_row_in_every_table() -> None:
    office = town.office()
    file = Upload("附件.txt", "某路段的位置".encode())
    case = town.request_at(office.agency, [file]).case
    handler, head = town.may(office.handler), town.may(office.disclosure_head)
    assign(case, office.handler, town.may(office.section_head))
    terms = letters.Terms(correction_days=15)
    enclosed = list(case.attachments.all())
    revision = letters.draft(
        case, LetterKind.CORRECTION, {"body": "请补正"}, terms, handler, enclosed
    )
    letters.submit(case, handler)
    letters.decide(case, Decision.APPROVED, revision.digest, head, "同意")
    letters.issue(case, handler)
    from yangguang.casework.personal import Why, open_party

    open_party(case.parties.get(), office.handler, Why())
    DisposalList.objects.create(
        agency=office.agency,
        cases=[case.pk],
        digest="0" * 64,
        made_by=office.handler,
        made_at=moment.now(),
    )
    exchanges.put_on_record(Direction.EXPORT, handler, [office.agency.pk])
    licences = Entry("table2.licences.decisions", Decimal(17), "行政审批科台账")
    enter_figure(office.agency, 2025, licences, head, file)
    report = compile_report(office.agency, 2025, moment.now()).report
    version = published(office, report).version
    write.write(version.report, 1, "总体情况", head, None)
    write.explain(version.report, "0" * 16, "口径不同", head)
    CellComment.objects.create(
        version=version, text="请核对", said_by=office.leader, said_at=moment.now()
    )
    RollUpScope.objects.create(
        report=version.report,
        preset="own",
        basis="published",
        members=[],
        by=office.leader,
        at=moment.now(),
    )
    at = moment.now()
    Urging.objects.create(agency=office.agency, year=2025, day=at.date(), by=office.leader, at=at)
    Told.objects.create(person=office.handler, key="due", at=at)
    connection.check_constraints()


def _refused(statement: str) -> str:
    refused = pytest.raises(DatabaseError)
    with refused as refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    return str(refusal.value)


def _columns(table: str) -> str:
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
    return ", ".join(column.name for column in described)


def _key(table: str) -> str:
    model = next(one for one in apps.get_models() if one._meta.db_table == table)
    column: str = model._meta.pk.column
    return column


def _touching(table: str) -> list[str]:
    """The statements that would change, replace or take away rows of a table."""
    key, columns = _key(table), _columns(table)
    copied = f"INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE true"
    upsert = f"INSERT {copied} ON CONFLICT ({key}) DO UPDATE SET {key} = {table}.{key}"
    statements = [
        f"UPDATE {table} SET {key} = {key}",
        f"DELETE FROM {table}",
        upsert,
    ]
    if connection.vendor == "postgresql":
        return [*statements, f"TRUNCATE {table} CASCADE"]
    return [
        *statements,
        f"REPLACE {copied}",
        f"INSERT OR REPLACE {copied}",
        f"UPDATE OR REPLACE {table} SET {key} = 1",
        f"UPDATE OR IGNORE {table} SET {key} = {key}",
    ]


def test_no_statement_touches_a_row_of_the_record() -> None:
    _case_with_a_row_in_every_table()
    said = {statement: _refused(statement) for table in RECORD for statement in _touching(table)}

    assert {one: why for one, why in said.items() if append_only.REFUSED not in why} == {}
    assert all(model._base_manager.exists() for model in append_only.models())


@pytest.mark.skipif("connection.vendor == 'postgresql'", reason="REPLACE is SQLite's")
def test_replace_does_not_get_in_by_another_unique_value() -> None:
    town.request_at(town.office().agency)
    event = Event.objects.get()

    said = _refused(
        "REPLACE INTO casework_event (id, case_id, seq, kind, version, occurred_on, recorded_at,"
        f" payload, digest, previous) VALUES (999, {event.case_id}, 1, 'x', 1, '2026-01-01',"
        " '2026-01-01', '{}', '', '')"
    )

    assert append_only.REFUSED in said


@pytest.mark.django_db(transaction=True)
def test_the_triggers_are_there_after_migrating_from_zero() -> None:
    call_command("migrate", "casework", "zero", verbosity=0, skip_checks=True)
    call_command("migrate", verbosity=0, skip_checks=True)

    assert append_only.missing(connection) == []
    _case_with_a_row_in_every_table()
    assert append_only.REFUSED in _refused("DELETE FROM casework_event")


@pytest.mark.django_db(transaction=True)
def test_emptying_all_tables_is_refused_and_by_the_owner_leaves_them_guarded() -> None:
    town.request_at(town.office().agency)
    with pytest.raises(CommandError):
        call_command("flush", interactive=False, verbosity=0)
    assert Event.objects.count() == 1

    drop_triggers()
    call_command("flush", interactive=False, verbosity=0)

    assert append_only.missing(connection) == []
    assert not Event.objects.exists()


def test_a_trigger_that_is_missing_is_named_at_the_start() -> None:
    name = append_only.triggers(connection, Event)[0]
    on = " ON casework_event" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{on}")

    (found,) = append_only.tables_are_guarded(databases=["default"])

    assert name in found.msg


def test_a_trigger_that_does_nothing_is_no_trigger() -> None:
    name = append_only.triggers(connection, Event)[0]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE casework_event DISABLE TRIGGER {name}")
        else:
            cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE UPDATE ON casework_event BEGIN SELECT 1; END"
            )

    assert append_only.missing(connection) == [name]


def test_a_function_that_refuses_nothing_is_found() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no functions in SQL")
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION yangguang_append_only() RETURNS trigger "
            "LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$"
        )

    assert len(append_only.missing(connection)) == 2 * len(RECORD)


def test_migrating_mends_what_is_missing() -> None:
    drop_triggers()

    call_command("migrate", verbosity=0)

    assert append_only.missing(connection) == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no REPLACE")
def test_a_column_that_is_mostly_empty_lets_no_row_look_through_the_table() -> None:
    (guard,) = [
        statement
        for name, statement in append_only._statements(connection, Party)
        if name.endswith("no_replace")
    ]

    assert "NEW.replaces_id IS NOT NULL AND EXISTS" in guard
    assert guard.count("EXISTS") == 2
