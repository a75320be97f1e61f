"""Why a file cannot be read as an annual report."""


class Unreadable(Exception):
    """A file that gives no report. Its text is the Chinese sentence shown to the user.

    The sentence says what is wrong with the file and what to do about it, and ends with 。
    """


class Scanned(Unreadable):
    """A file that holds pictures of pages and no text: a reader of pictures could read it."""


class Unwritable(Exception):
    """A file that cannot be written here. Its text is the Chinese sentence shown to the user."""


class UnreadableHere(Unreadable):
    """A file that this machine, as it is now, cannot read: trying again elsewhere may succeed."""


class Unbuildable(Exception):
    """A corpus that cannot be built or asked. Its text is the sentence shown to the user."""
