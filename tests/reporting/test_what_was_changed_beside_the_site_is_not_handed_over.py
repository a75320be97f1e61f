"""What was approved is what is submitted and published: another content has another digest."""

import pytest

from tests.prepared import drop_triggers
from tests.reporting.reported import Reporting
from tests.town import may
from yangguang.casework.errors import NotAllowed
from yangguang.reporting.actions import hand_over
from yangguang.reporting.freezing import digest_of
from yangguang.reporting.life import Stage
from yangguang.reporting.models import Version

OTHERWISE = {
    "content": {},
    "counted": b"",
    "findings": [{"rule": "x"}],
    "changes": ["table3.new.total"],
    "rests_on": {"versions": {}},
    "override": "期限将至",
    "note": "更正",
}


def test_a_version_that_is_other_than_it_was_approved_goes_nowhere() -> None:
    reporting = Reporting()
    version = reporting.approved()
    rows = Version.objects.filter(pk=version.pk)
    drop_triggers()

    for field, value in OTHERWISE.items():
        rows.update(**{field: value})
        with pytest.raises(NotAllowed, match="摘要不符"):
            hand_over.submit(reporting.report, may(reporting.office.handler))
        rows.update(**{field: getattr(version, field)})
    hand_over.submit(reporting.report, may(reporting.office.handler))
    rows.update(override="期限将至")
    with pytest.raises(NotAllowed, match="摘要不符"):
        hand_over.publish(reporting.report, may(reporting.office.handler))

    assert reporting.stage is Stage.SUBMITTED


def test_as_it_is_kept_it_has_the_digest_that_it_had() -> None:
    reporting = Reporting()
    made = reporting.sent_up()

    kept = Version.objects.get(pk=made.pk)

    assert digest_of(kept) == kept.digest == made.digest
