"""Giving someone a password: the first one, or another for one that was forgotten."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from yangguang.agencies.models import Person


class Refused(Exception):
    """The password cannot be taken; `sentences` say why."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(f"{len(sentences)} objections to a password")
        self.sentences = sentences


def set_password(person: Person, password: str) -> None:
    """Set it, if it is good enough. Whoever was signed in as the person no longer is.

    Raises Refused.
    """
    try:
        validate_password(password, person)
    except ValidationError as found:
        raise Refused(list(found.messages)) from None
    person.set_password(password)
    person.save(update_fields=["password"])
