"""Every test here has the database, a folder for files, and stands at a moment."""

from tests.prepared import prepared

__all__ = ["prepared"]
