"""As in the workspace: the database, folders, a moment; check-ups are read while one waits."""

from tests.prepared import patience
from tests.workspace.conftest import _prepared

__all__ = ["_prepared", "patience"]
