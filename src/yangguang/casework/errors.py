"""What an action refuses, with the sentence for the person who asked."""


class NotAllowed(Exception):
    """It may not be done: by this person, or not now. Its text is the sentence shown."""


class Mistakes(Exception):
    """What was filled in is not right yet: field → sentence."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__("；".join(fields.values()))
        self.fields = fields
