"""The settings for tests: keys that are no secret, a folder that goes with the process."""

import atexit
import os
import shutil
import tempfile

_FOLDER = tempfile.mkdtemp(prefix="yangguang-tests-")
os.mkdir(os.path.join(_FOLDER, "incoming"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)

# Playwright keeps an event loop in the thread of the tests; they ask the database all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
os.environ["YANGGUANG_VAR"] = _FOLDER
os.environ["YANGGUANG_SECRET_KEY"] = "a key for tests only"
os.environ["YANGGUANG_MASTER_KEY"] = "a master key for tests only"
# The driver of the browser leaves an event loop in this thread; nothing of ours is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from yangguang.site.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
"""Real ones are slow on purpose."""

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, as in use: a database in memory knows neither the log nor writers that wait.
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(_FOLDER, "test.sqlite3")}  # noqa: F405
