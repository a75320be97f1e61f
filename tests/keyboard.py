"""At a keyboard alone: what has the focus, and going on to something with Tab."""

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

_MOST = 80
"""Stops on a page before it is too long for a keyboard."""
_FOCUS = """() => {
  const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
  const label = it.getAttribute("aria-label") ?? it.labels?.[0]?.textContent ?? "";
  return {
    words: (it.textContent + label).trim(), href: it.getAttribute("href"), id: it.id,
    outline: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none",
    group: it.type === "radio"
      ? [...document.getElementsByName(it.name)].map((one) => one.labels[0].textContent) : [],
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def focus(page: "Page") -> dict[str, Any]:
    """What has the focus: its words, address and id, whether that is marked and in sight."""
    found: dict[str, Any] = page.evaluate(_FOCUS)
    return found


def tab_to(page: "Page", words: str, most: int = _MOST) -> dict[str, Any]:
    """Press Tab until the thing with these words has the focus; every stop on the way is seen."""
    page.wait_for_load_state()  # a page without its styles shows no focus
    for _ in range(most):
        page.keyboard.press("Tab")
        found = _seen(page)
        if words in found["words"]:
            return found
    pytest.fail(f"not reached by Tab: {words}")


def press(page: "Page", words: str) -> None:
    """To the thing with these words, and through it to another page."""
    tab_to(page, words)
    enter(page)


def enter(page: "Page") -> None:
    """Enter, which leads to another page."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def type_at(page: "Page", label: str, typed: str) -> None:
    """Fill in the field of that label."""
    tab_to(page, label)
    page.keyboard.type(typed)


def choose(page: "Page", words: str) -> None:
    """Into the group in which there is a choice with these words, and down to it."""
    for _ in range(_MOST):
        page.keyboard.press("Tab")
        found = _seen(page)
        if any(words in one for one in found["group"]):
            break
    else:
        pytest.fail(f"not reached by Tab: {words}")
    page.keyboard.press("Space")
    for _ in found["group"]:
        if words in focus(page)["words"]:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"not reached by the arrows: {words}")


def tick(page: "Page", words: str) -> None:
    """Tick the box with these words."""
    tab_to(page, words)
    page.keyboard.press("Space")


def _seen(page: "Page") -> dict[str, Any]:
    found = focus(page)
    assert found["outline"], f"no visible focus: {found}"
    assert found["seen"], f"focus out of sight: {found}"
    return found
