"""The names by which a report calls its own agency and place: they are no text of its own."""

import re
from functools import lru_cache
from typing import Final

from yangguang.annual_report.agency_names import normalised

_DIVISION: Final = "(?:自治[区州县旗]|[省市州盟县区旗镇乡]|街道)"
_PLACE: Final = re.compile(rf"[\u4e00-\u9fff]{{2,8}}?{_DIVISION}")
_SELF: Final = (
    "[我本该](?:机关|单位|部门|系统|行政区域|地区|街道|办事处|办公室|"
    "[局委厅办院校所处会镇乡省市州盟县区旗](?![内外级]))"
)
_GOVERNMENT: Final = "(?:人民)?政府"
_OFFICE: Final = "办(?:公室|公厅)?"
_SHORTEST_STEM: Final = 2
_SHORTEST_BODY: Final = 3


@lru_cache(maxsize=1024)
def names_of(agency: str) -> re.Pattern[str]:
    """A pattern for the names of `agency`, full and short, of its places, and for 本机关, 我局.

    中卫市信访局 is also 市信访局 and 信访局; 中卫市 is also 中卫.
    """
    name = normalised(agency)
    places = []
    end = 0
    while (place := _PLACE.match(name, end)) is not None:
        places.append(place[0])
        end = place.end()
    body = name[end:]
    forms = []
    anywhere = f"(?:{'|'.join(map(_either, places))})" if places else _DIVISION
    if len(body) >= _SHORTEST_BODY:
        forms.append(f"{anywhere}*{_DIVISION}?{_body(body)}")
    elif body:
        # 政府 alone is no name, nor is 委; 市政府 and 青禾县委 are.
        forms.append(f"{anywhere}*(?:{anywhere}|{_DIVISION}){_body(body)}")
    if places:
        forms.append(f"{anywhere}+")
    return re.compile("|".join([*forms, _SELF]))


def _either(place: str) -> str:
    """A place with its division or, where enough is left of it, without."""
    stem = re.sub(f"{_DIVISION}$", "", place)
    if len(stem) < _SHORTEST_STEM:
        return re.escape(place)
    return f"{re.escape(stem)}{_DIVISION}?"


def _body(body: str) -> str:
    pattern = re.escape(body).replace("政府", _GOVERNMENT, 1)
    return re.sub("办公室$|办公厅$", lambda _: _OFFICE, pattern)
