"""As in the workspace: the database, folders, a moment."""

from tests.workspace.conftest import _prepared

__all__ = ["_prepared"]
