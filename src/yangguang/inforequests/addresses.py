"""How requests are named in addresses; nothing personal ever is."""

from django.urls import register_converter
from django.urls.converters import StringConverter


class NumberConverter(StringConverter):
    """A request's number (`inforequests.actions.receive`)."""

    regex = r"[0-9]{4}-[0-9]{4,}-[0-9]{5,}"


def register() -> None:
    """Make `<number:…>` known to the rooms that have pages of requests."""
    from django.urls.converters import get_converters

    if "number" not in get_converters():
        register_converter(NumberConverter, "number")
