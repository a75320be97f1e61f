"""Every test here has the database, folders for files, and stands at a moment."""

from tests.prepared import folders, prepared

__all__ = ["folders", "prepared"]
