"""Commands that act for somebody at an agency: both by the names that are typed."""

from typing import TYPE_CHECKING, Final, NoReturn

import typer

from yangguang.cli.site import UNABLE

if TYPE_CHECKING:
    from yangguang.agencies.capabilities import Standing
    from yangguang.agencies.models import Agency


_NAMED: Final = 20
"""How many agencies a refusal names."""


def agency_called(slug: str) -> "Agency":
    """The agency of that slug; ends with a sentence where there is none."""
    from yangguang.agencies.models import Agency
    from yangguang.cli.terminal import one_line

    found = Agency.objects.filter(slug=slug).first()
    if found is None:
        refuse(f"没有代号为 {one_line(slug)} 的机关。{_there_are()}")
    return found


def _there_are() -> str:
    """Which agencies there are, by their slugs; of many only the first."""
    from yangguang.agencies.models import Agency

    known = list(Agency.objects.order_by("slug").values_list("slug", flat=True)[: _NAMED + 1])
    if not known:
        return "还没有登记机关，见 yangguang agencies --help。"
    more = "等" if len(known) > _NAMED else ""
    return f"登记过的有：{'、'.join(known[:_NAMED])}{more}。"


def standing_of(username: str) -> "Standing":
    """What the person of that name may do today; ends with a sentence where there is none."""
    from yangguang.agencies.capabilities import standing
    from yangguang.agencies.models import Person
    from yangguang.casework import moment
    from yangguang.cli.terminal import one_line

    person = Person.objects.filter(username=username).first()
    if person is None:
        refuse(f"没有用户名是“{one_line(username)}”的人。")
    return standing(person, moment.today())


def refuse(sentence: str) -> NoReturn:
    """Say why nothing was done, and end."""
    typer.echo(sentence, err=True)
    raise typer.Exit(UNABLE)
