"""The site as a WSGI application: `application`. Refuses to start when a check fails."""

import io
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yangguang.site.settings")

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections

from yangguang.casework import append_only
from yangguang.demo.mark import SITE
from yangguang.portal import rooms
from yangguang.site import logs

logs.quote_nothing_elsewhere()
application = get_wsgi_application()
rooms.private(rooms.incoming_folder())
call_command("check", stdout=io.StringIO())
call_command(
    "check", tags=[append_only.TAG], databases=["default"], deploy=True, stdout=io.StringIO()
)
SITE.look()
connections.close_all()
rooms.purge_from_time_to_time()
