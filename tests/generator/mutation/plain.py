"""Accidents that any file can have: to its lines, its characters, its bytes, its length."""

from random import Random

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


def damaged(random: Random, data: bytes) -> bytes:
    """`data` after one to six accidents."""
    for _ in range(random.randint(1, 6)):
        data = random.choice((_lines, _scrap, _scrap, _cut, _bytes, _bits, _again))(random, data)
    return data


def damaged_below(random: Random, data: bytes) -> bytes:
    """`data` with bytes or bits changed, or cut short: what packing and storing do."""
    return random.choice((_bytes, _bits, _cut, _again))(random, data)


def spliced(random: Random, one: bytes, other: bytes) -> bytes:
    """The head of one file with the tail of another, or one behind the other."""
    if random.random() < 0.2:
        return one + other
    return one[: random.randint(0, len(one))] + other[random.randint(0, len(other)) :]


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


def _bits(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 4, 40))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _again(random: Random, data: bytes) -> bytes:
    """A stretch of the file repeated."""
    start = random.randint(0, len(data))
    stretch = data[start : start + random.choice((9, 100, 4_000))]
    return data[:start] + stretch * random.choice((2, 10, 40)) + data[start:]
