"""The settings of the processes that are killed: the database and the folder of the test."""

import os
from pathlib import Path

from tests.settings import *  # noqa: F403

DATABASES["default"]["NAME"] = os.environ["KILLED_DATABASE"]  # noqa: F405
ATTACHMENTS_FOLDER = Path(os.environ["KILLED_FOLDER"])
