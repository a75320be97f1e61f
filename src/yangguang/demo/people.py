"""The people of the demonstration, for the page of signing in and for the terminal."""

from typing import NamedTuple

from yangguang.agencies.models import Person, Post
from yangguang.demo.models import DemoCity, DemoRequest


class Shown(NamedTuple):
    """Someone who can sign in, and as what."""

    username: str
    name: str
    agency: str
    posts: tuple[str, ...]


def shown() -> list[Shown]:
    """Everyone, in the order of the city's file. Two queries at most; none but a demo's people."""
    people = Person.objects.filter(
        pk__in=DemoCity.objects.filter(finished_at__isnull=False).values("people"), is_active=True
    )
    posts: dict[int, list[Post]] = {}
    for post in Post.objects.filter(person__in=people).select_related("agency").order_by("pk"):
        posts.setdefault(post.person_id, []).append(post)
    return [_shown(one, posts[one.pk]) for one in people.order_by("pk") if one.pk in posts]


def one_of_each() -> list[Shown]:
    """One for each role: enough to walk the whole way of a request."""
    found: dict[str, Shown] = {}
    for one in shown():
        found.setdefault(one.posts[0], one)
    return list(found.values())


def requests() -> list[DemoRequest]:
    """The requests that a visitor may follow as their applicant."""
    return list(DemoRequest.objects.select_related("case"))


def _shown(person: Person, posts: list[Post]) -> Shown:
    roles = tuple(dict.fromkeys(str(post.get_role_display()) for post in posts))
    return Shown(person.username, person.name, posts[0].agency.short_name, roles)
