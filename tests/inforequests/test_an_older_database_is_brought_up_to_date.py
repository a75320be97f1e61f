"""A database without what figures counted before has it once it was migrated."""

import pytest
from django.core.management import call_command
from django.db import connection

from tests import played, town
from tests.prepared import MONDAY
from yangguang.casework.models import FormerCount
from yangguang.casework.rebuilding import differences

pytestmark = pytest.mark.django_db(transaction=True)


def test_migrating_derives_what_the_tables_did_not_hold() -> None:
    played.disputed(town.office(), MONDAY)
    before = FormerCount.objects.count()
    call_command("migrate", "casework", "0002", verbosity=0, skip_checks=True)
    assert FormerCount._meta.db_table not in connection.introspection.table_names()

    call_command("migrate", verbosity=0, skip_checks=True)

    assert FormerCount.objects.count() == before > 0
    assert list(differences()) == []
