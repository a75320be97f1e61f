"""Files as chance damages them: for the promise that no input raises anything but Unreadable."""

from random import Random

from tests.generator.archive import packed, unpacked

_SCRAPS = (
    *(
        "|",
        "||||",
        "\t",
        "\n",
        "  ",
        "-",
        "—",
        "+",
        ".",
        "1,",
        "１２",
        "（",
        "）",
        "(",
        "%",
        "{",
        '"',
    ),
    *("0", "00000000000000000000", "9" * 40, "-0", "1.2.3", "2022年", "件", "万元", "余", "二十"),
    *("一、", "三、", "（六）其他处理", "总计", "其他", "行政复议", "其中", "共"),
    *("<td>", "</table>", "<table>", "<tr rowspan='99'>", "colspan='-1'", "&#0;", "&nbsp;"),
    *("\x00", "\x1b", "\u202e", "\ufeff", "\U0002f800", "⼀", "內", "é", "🙂"),
)


_XML_SCRAPS = (
    *("<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tc>", "<w:tc><w:p/></w:tc>", "<w:vMerge/>", "<w:p/>"),
    *('<w:gridSpan w:val="99"/>', '<w:gridSpan w:val="-1"/>', '<w:vMerge w:val="restart"/>'),
    *('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:del>", "<w:r><w:br/></w:r>"),
    *('<c r="B2"><v>7</v></c>', '<c r="A0"/>', '<c t="s"><v>99</v></c>', '<row r="1"/>'),
    *('<mergeCell ref="A1:C9"/>', "<f>A1</f>", "&amp;", "&x;", "]]>", "<!--", "<x>", "</x>"),
)


def mutate(random: Random, data: bytes) -> bytes:
    """`data` after one to six accidents: to its lines, its characters or its bytes.

    Of an office file mostly the parts are damaged, so that the damage lies behind the packing.
    """
    if data.startswith(b"PK") and random.random() < 0.8:
        return _parts(random, data)
    for _ in range(random.randint(1, 6)):
        data = random.choice((_lines, _scrap, _scrap, _cut, _bytes))(random, data)
    return data


def _parts(random: Random, data: bytes) -> bytes:
    parts: dict[str, str | bytes] = dict(unpacked(data))
    with_words = [name for name in parts if "sheet" in name or "document.xml" in name]
    for _ in range(random.randint(1, 4)):
        name = random.choice(with_words if random.random() < 0.8 else sorted(parts))
        content = parts[name]
        assert isinstance(content, bytes)
        match random.randrange(8):
            case 0:
                parts[name] = mutate(random, content)
            case 1:
                parts[name] = _figure(random, content)
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


def _lines(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    first, second = (random.randrange(len(lines)) for _ in range(2))
    match random.randrange(4):
        case 0:
            del lines[min(first, second) : min(first, second) + random.randint(1, 8)]
        case 1:
            lines[first], lines[second] = lines[second], lines[first]
        case 2:
            lines[first:first] = lines[second : second + random.randint(1, 30)]
        case _:
            lines[first] = lines[first] * random.randint(2, 6)
    return b"\n".join(lines)


def _scrap(random: Random, data: bytes) -> bytes:
    text = data.decode(errors="replace")
    place = random.randint(0, len(text))
    scrap = random.choice(_SCRAPS) * random.choice((1, 1, 1, 3, 20))
    return (text[:place] + scrap + text[place + random.choice((0, 0, 1, 5)) :]).encode()


def _cut(random: Random, data: bytes) -> bytes:
    start = random.randint(0, len(data) // 4)
    return data[start : random.randint(start, len(data))]


def _bytes(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 12)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)
