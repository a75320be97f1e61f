"""Damage to office files that lies behind their packing, and to the package itself."""

import re
from random import Random

from tests.generator.archive import packed, unpacked
from tests.generator.mutation.plain import damaged

_VALUE = re.compile(rb'="([^"]*)"')
_XML_SCRAPS = (
    *("<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tc>", "<w:tc><w:p/></w:tc>", "<w:vMerge/>", "<w:p/>"),
    *('<w:gridSpan w:val="99"/>', '<w:gridSpan w:val="-1"/>', '<w:vMerge w:val="restart"/>'),
    *('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:del>", "<w:r><w:br/></w:r>"),
    *('<c r="B2"><v>7</v></c>', '<c r="A0"/>', '<c t="s"><v>99</v></c>', '<row r="1"/>'),
    *('<mergeCell ref="A1:C9"/>', "<f>A1</f>", "&amp;", "&x;", "]]>", "<!--", "<x>", "</x>"),
)


def damaged_package(random: Random, data: bytes) -> bytes:
    """A package with damaged parts, packed again; parts may be gone or swapped."""
    parts: dict[str, str | bytes] = dict(unpacked(data))
    with_words = [name for name in parts if "sheet" in name or "document.xml" in name]
    for _ in range(random.randint(1, 4)):
        name = random.choice(with_words if random.random() < 0.8 else sorted(parts))
        content = parts.get(name)
        if not isinstance(content, bytes):
            continue
        match random.randrange(12):
            case 0:
                parts[name] = damaged(random, content)
            case 1:
                parts[name] = _figure(random, content)
            case 2:
                parts[name] = _attribute(random, content)
            case 3:
                other = random.choice(sorted(parts))
                parts[name], parts[other] = parts[other], content
            case 4 if random.random() < 0.3:
                del parts[name]
            case 5 if random.random() < 0.3:
                parts[name] = _nested(random, content)
            case _:
                parts[name] = _element(random, content)
    return packed(parts)


def _element(random: Random, content: bytes) -> bytes:
    """An element taken out, doubled, or put in at another's beginning: mostly still well formed."""
    starts = [at for at in range(len(content)) if content.startswith((b"<w:", b"<c ", b"<row"), at)]
    if not starts:
        return content
    at = random.choice(starts)
    end = content.find(b">", at) + 1
    if content[end - 2 : end] != b"/>":
        name = content[at + 1 : end].split(b" ")[0].rstrip(b">")
        close = content.find(b"</" + name + b">", end)
        end = close + len(name) + 3 if close > 0 else end
    element = content[at:end]
    scrap = random.choice(_XML_SCRAPS).encode()
    changed = random.choice((b"", element * 2, element * 9, scrap + element, element + scrap))
    return content[:at] + changed + content[end:]


def _figure(random: Random, content: bytes) -> bytes:
    digits = [at for at, byte in enumerate(content) if 48 <= byte <= 57]
    at = random.choice(digits or [0])
    return content[:at] + random.choice((b"", b"-", b"9" * 12, b"0.5", b"x")) + content[at + 1 :]


def _attribute(random: Random, content: bytes) -> bytes:
    """The value of an attribute changed: a reference, a width, a style."""
    found = list(_VALUE.finditer(content))
    if not found:
        return content
    value = random.choice(found)
    new = random.choice((b"", b"0", b"-1", b"99999999999", b"x", b"A1:XFD9", b"../../x", b"rId1"))
    return content[: value.start(1)] + new + content[value.end(1) :]


def _nested(random: Random, content: bytes) -> bytes:
    """An element put into itself, again and again."""
    start = content.find(b"<w:p>") if b"<w:p>" in content else content.find(b"<c ")
    end = content.find(b">", start) + 1
    deep = random.choice((3, 50, 300, 3_000))
    name = content[start + 1 : end - 1].split(b" ")[0]
    opened, closed = b"<%s>" % name * deep, b"</%s>" % name * deep
    return content[:start] + opened + closed + content[start:]
