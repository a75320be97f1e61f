"""Commands that act for somebody at an agency: both by the names that are typed."""

from typing import TYPE_CHECKING, NoReturn

import typer

from yangguang.cli.site import UNABLE

if TYPE_CHECKING:
    from yangguang.agencies.capabilities import Standing
    from yangguang.agencies.models import Agency


def agency_called(slug: str) -> "Agency":
    """The agency of that slug; ends with a sentence where there is none."""
    from yangguang.agencies.models import Agency
    from yangguang.cli.terminal import one_line

    found = Agency.objects.filter(slug=slug).first()
    if found is None:
        refuse(f"没有代号为 {one_line(slug)} 的机关。")
    return found


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
