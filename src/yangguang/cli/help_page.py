"""The page that --help prints: in Chinese, and whole on a narrow terminal."""

from rich.text import Text
from typer import rich_utils


class _Folding(rich_utils.OptionHighlighter):
    """Chinese has no spaces to break a line at: what is too long is broken, not cut off."""

    def __call__(self, text: str | Text) -> Text:
        """The text with its options in colour."""
        found = super().__call__(text)
        found.overflow = "fold"
        return found


def prepare() -> None:
    """Have typer print its help so. Loads rich, which commands that print no help do without."""
    rich_utils.highlighter = _Folding()
    rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
    rich_utils.OPTIONS_PANEL_TITLE = "选项"
    rich_utils.DEFAULT_STRING = "[默认：{}]"
    rich_utils.REQUIRED_LONG_STRING = "[必填]"
