"""How a page writes a figure."""

from decimal import Decimal


def written(value: Decimal | None) -> str:
    """A figure as it can be copied: plain digits, no separators; empty where there is none."""
    if value is None:
        return ""
    return str(int(value)) if value == value.to_integral_value() else f"{value.normalize():f}"
