"""Setting an office up from a file: what the file says is so afterwards, and nothing is deleted."""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model

from yangguang.agencies.models import (
    Agency,
    ContestPlaces,
    Delegation,
    DisclosureOffice,
    Person,
    Post,
    Region,
    Rules,
)
from yangguang.agencies.office_file import (
    AgencyEntry,
    NotAnOffice,
    OfficeFile,
    PersonEntry,
    RegionEntry,
)

_Row = TypeVar("_Row", bound=Model)


@dataclass
class Loaded:
    """What became of a file: how many of each it names, has made new, has changed."""

    named: dict[str, int] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)


def load(file: OfficeFile) -> Loaded:
    """Make and change what the file says; a second time it changes nothing.

    New people have no password. Raises NotAnOffice with every mistake; then nothing is changed.
    """
    loading = _Loading(
        {(Region, one.code) for one in file.regions} | {(Agency, one.slug) for one in file.agencies}
    )
    with transaction.atomic():
        for region in file.regions:
            loading.region(region)
        for agency in file.agencies:
            loading.agency(agency)
        for agency in file.agencies:
            loading.place_in_tree(agency)
        loading.refuse_circles(file.agencies)
        for person in file.people:
            loading.person(person)
        for person in file.people:
            loading.stand_ins(person)
        if loading.mistakes:
            raise NotAnOffice(loading.mistakes)
    return loading.loaded


@dataclass
class _Loading:
    """One file being loaded, with the mistakes found so far.

    `in_file`: what is defined in the file; if it is not there, its own mistake has been noted.
    """

    in_file: Set[tuple[type[Model], str]]
    loaded: Loaded = field(default_factory=Loaded)
    mistakes: list[str] = field(default_factory=list)

    def region(self, entry: RegionEntry) -> None:
        said: dict[str, Any] = {"name": entry.name}
        if entry.parent:
            said["parent"] = self._found(Region, "code", entry.parent, f"{entry.where}parent")
        self._put(Region, {"code": entry.code}, said, entry.where)

    def agency(self, entry: AgencyEntry) -> None:
        region = self._found(Region, "code", entry.region, f"{entry.where}region")
        if region is None:
            return
        names = ("name", "short_name", "letter_code", "kind", "level")
        said = {name: getattr(entry, name) for name in names}
        agency = self._put(Agency, {"slug": entry.slug}, {**said, "region": region}, entry.where)
        if agency is None:
            return
        if entry.office:
            self._put(DisclosureOffice, {"agency": agency}, _said(entry.office), entry.office.where)
        rules = _said(entry.rules) if entry.rules else {}
        self._put(Rules, {"agency": agency}, rules, f"{entry.where}rules.")
        for one in entry.contest:
            said = _said(one)
            self._put(
                ContestPlaces, {"agency": agency, "since": said.pop("since")}, said, one.where
            )

    def place_in_tree(self, entry: AgencyEntry) -> None:
        """Once all agencies are there: under which it belongs, which supervises it."""
        agency = Agency.objects.filter(slug=entry.slug).first()
        if agency is None:
            return
        for name in ("parent", "supervising"):
            slug = getattr(entry, name)
            if slug is not None:
                above = self._found(Agency, "slug", slug, f"{entry.where}{name}") if slug else None
                if getattr(agency, f"{name}_id") != (above.pk if above else None):
                    setattr(agency, name, above)
                    agency.save(update_fields=[name])

    def refuse_circles(self, entries: Iterable[AgencyEntry]) -> None:
        above = dict(Agency.objects.values_list("slug", "parent__slug"))
        for entry in entries:
            seen, slug = {entry.slug}, above.get(entry.slug)
            while slug and slug not in seen:
                seen.add(slug)
                slug = above.get(slug)
            if slug == entry.slug:
                self.mistakes.append(f"{entry.where}parent：上级绕了一圈又回到自己，请改正。")

    def person(self, entry: PersonEntry) -> None:
        said = {"name": entry.name, "email": entry.email}
        person = self._put(Person, {"username": entry.username}, said, entry.where, _no_password)
        for one in entry.posts:
            agency = self._found(Agency, "slug", one.agency, f"{one.where}agency")
            if agency and person:
                self._put(
                    Post,
                    {"person": person, "agency": agency, "role": one.role, "since": one.since},
                    {"until": one.until},
                    one.where,
                )

    def stand_ins(self, entry: PersonEntry) -> None:
        """Once all people are there: who fills whose post for a while."""
        for post in entry.posts:
            key = {"agency__slug": post.agency, "role": post.role, "since": post.since}
            held = Post.objects.filter(person__username=entry.username, **key).first()
            for one in post.stand_ins if held else ():
                if one.to == entry.username:
                    self.mistakes.append(f"{one.where}to：自己不能代理自己的岗位。")
                elif to := self._found(Person, "username", one.to, f"{one.where}to"):
                    named = {"post": held, "to": to, "since": one.since}
                    said = {"until": one.until, "reason": one.reason}
                    self._put(Delegation, named, said, one.where)

    def _found(self, model: type[_Row], key: str, value: str, where: str) -> _Row | None:
        found = model._default_manager.filter(**{key: value}).first()
        if found is None and (model, value) not in self.in_file:
            self.mistakes.append(f"{where}：没有“{value}”，请先在文件里写上它。")
        return found

    def _put(
        self,
        model: type[_Row],
        key: Mapping[str, Any],
        said: Mapping[str, Any],
        where: str,
        begin: Callable[[Any], None] = lambda _: None,
    ) -> _Row | None:
        """The row with that key, as it is said to be; None where that cannot be."""
        row = model._default_manager.filter(**key).first()
        is_new = row is None
        if row is None:
            row = model(**key)
            begin(row)
        new = {name: value for name, value in said.items() if value is not None}
        differs = is_new or any(getattr(row, name) != value for name, value in new.items())
        _count(self.loaded.named, model)
        if not differs:
            return row
        for name, value in new.items():
            setattr(row, name, value)
        try:
            row.full_clean()
        except ValidationError as found:
            self._note(found, where)
            return None
        row.save()
        _count(self.loaded.made if is_new else self.loaded.changed, model)
        return row

    def _note(self, found: ValidationError, where: str) -> None:
        for name, sentences in found.message_dict.items():
            place = where.rstrip("的 .") if name == "__all__" else f"{where}{name}"
            self.mistakes += [f"{place}：{sentence}" for sentence in sentences]


def _said(entry: Any) -> dict[str, Any]:
    return {name: value for name, value in asdict(entry).items() if name != "where"}


def _no_password(person: Person) -> None:
    person.set_unusable_password()


def _count(numbers: dict[str, int], model: type[Model]) -> None:
    numbers[model.__name__] = numbers.get(model.__name__, 0) + 1
