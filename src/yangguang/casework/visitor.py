"""What the person behind a request of the site may do today, looked up once a request."""

from typing import Any

from yangguang.agencies.capabilities import NOBODY, Standing, standing
from yangguang.casework import moment


def standing_of(request: Any) -> Standing:
    """What who has signed in may do today; NOBODY's for who has not."""
    if not request.user.is_authenticated:
        return NOBODY
    if not hasattr(request, "standing"):
        request.standing = standing(request.user, moment.today())
    found: Standing = request.standing
    return found
