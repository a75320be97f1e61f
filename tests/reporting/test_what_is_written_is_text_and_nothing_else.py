"""Characters that no page and no database can hold are left out; what has no end is refused."""

import pytest

from tests.reporting.reported import Reporting
from tests.town import may
from yangguang.casework.errors import Mistakes
from yangguang.casework.models.approval import Decision
from yangguang.reporting import drafting
from yangguang.reporting.actions import decide, hand_over, send_up, write

ODD = "收到\0申请\x08三\u202e件\u2066。\ud800"
PLAIN = "收到申请三件。"


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def test_in_the_words_of_a_section(reporting: Reporting) -> None:
    write.write(reporting.report, 1, ODD, may(reporting.office.handler), None)

    assert drafting.texts(reporting.report)[1].text == PLAIN


def test_in_an_explanation(reporting: Reporting) -> None:
    write.explain(reporting.report, "a" * 16, ODD, may(reporting.office.handler))

    assert reporting.report.explanations.get().text == PLAIN


def test_in_the_reason_to_go_on_and_the_note_of_a_correction(reporting: Reporting) -> None:
    reporting.correcting()
    reporting.written()
    write.write(reporting.report, 2, "{没有这个数}", may(reporting.office.handler), None)

    version = send_up.send_up(
        reporting.report,
        reporting.figures(),
        may(reporting.office.handler),
        send_up.Words(override=ODD, note=ODD),
    )

    assert (version.override, version.note) == (PLAIN, PLAIN)


def test_in_the_comments_of_the_office_above(reporting: Reporting) -> None:
    version = reporting.submitted()

    hand_over.give_back(reporting.report, {"": ODD}, may(reporting.supervisor))

    assert version.comments.get().text == PLAIN


def test_nothing_but_such_characters_is_no_reason(reporting: Reporting) -> None:
    version = reporting.sent_up()

    with pytest.raises(Mistakes):
        decide.decide(
            reporting.report,
            Decision.RETURNED,
            version.digest,
            may(reporting.office.section_head),
            "\u202e\0 ",
        )


def test_words_without_end_are_refused(reporting: Reporting) -> None:
    endless = "长" * 5000
    people = may(reporting.office.handler)

    with pytest.raises(Mistakes, match="text"):
        write.explain(reporting.report, "a" * 16, endless, people)
    reporting.written()
    for said in (send_up.Words(override=endless), send_up.Words(note=endless)):
        with pytest.raises(Mistakes):
            send_up.send_up(reporting.report, reporting.figures(), people, said)
    reporting.submitted()
    with pytest.raises(Mistakes, match="comments"):
        hand_over.give_back(reporting.report, {"": endless}, may(reporting.supervisor))


def test_where_nothing_stands_in_the_way_no_reason_to_go_on_goes_along(
    reporting: Reporting,
) -> None:
    reporting.written()
    version = send_up.send_up(
        reporting.report,
        reporting.figures(),
        may(reporting.office.handler),
        send_up.Words(override="不需要的理由"),
    )

    assert version.override == ""
