"""What an action refuses, with the sentence for the person who asked."""


class NotAllowed(Exception):
    """It may not be done: by this person, or not now. Its text is the sentence shown."""


class Mistakes(Exception):
    """What was filled in is not right yet: field → sentence.

    The exception's own text names the fields only: a sentence may quote what was filled in.
    """

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields
