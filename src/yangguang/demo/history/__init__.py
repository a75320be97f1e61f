"""What was asked in the invented city, and what became of it; every text is invented.

What lies on the desks today is reckoned from the demo's day; what was asked last year and this year
has days of the calendar.
"""

from typing import Final

from yangguang.demo.history.charged import CHARGED
from yangguang.demo.history.contested import CONTESTED
from yangguang.demo.history.elsewhere import ELSEWHERE
from yangguang.demo.history.land_and_schools import LAND, SCHOOLS
from yangguang.demo.history.others_asked import OTHERS_ASKED
from yangguang.demo.history.reviewed import REVIEWED
from yangguang.demo.history.too_much import TOO_MUCH
from yangguang.demo.history.town_and_city import CITY, TOWN
from yangguang.demo.history.transport_closed import CLOSED
from yangguang.demo.history.transport_desk import DESK
from yangguang.demo.history.transport_last_year import LAST_YEAR
from yangguang.demo.history.transport_open import OPEN
from yangguang.demo.history.transport_this_year import THIS_YEAR
from yangguang.demo.story import Asked

HISTORY: Final[tuple[Asked, ...]] = (
    *CLOSED,
    *OPEN,
    *DESK,
    *TOO_MUCH,
    *ELSEWHERE,
    *LAST_YEAR,
    *THIS_YEAR,
    *OTHERS_ASKED,
    *CHARGED,
    *CONTESTED,
    *REVIEWED,
    *LAND,
    *SCHOOLS,
    *TOWN,
    *CITY,
)
