"""What the letters to third parties and other organs say (Arts 32, 34), before anyone edits them.

They name neither the applicant nor their words: whoever is asked need not know who asks. `您` is
turned into `你单位` for an organisation where the letter is composed.
"""

from typing import Final

from yangguang.inforequests.events import LetterKind
from yangguang.law import periods

TITLES: Final = {
    LetterKind.THIRD_PARTY: "政府信息公开征求第三方意见书",
    LetterKind.CO_PRODUCER: "政府信息公开征求意见函",
    LetterKind.THIRD_PARTY_NOTICE: "政府信息公开第三方告知书",
    LetterKind.CO_PRODUCER_NOTICE: "政府信息公开决定告知函",
}
_OPENED: Final = (
    ("content", "决定公开的内容", "本机关决定公开的内容是：{}"),
    ("reason", "决定公开的理由", "决定公开的理由：{}"),
)
PARTICULARS: Final = {
    LetterKind.THIRD_PARTY: (
        ("concerned", "申请公开的信息中涉及对方的内容", "申请公开的信息中涉及您的内容是：{}"),
    ),
    LetterKind.CO_PRODUCER: (
        ("concerned", "与对方共同制作的信息", "申请公开的信息中，与你机关共同制作的是：{}"),
    ),
    LetterKind.THIRD_PARTY_NOTICE: _OPENED,
    LetterKind.CO_PRODUCER_NOTICE: _OPENED,
}
"""Name, label and sentence of what is filled in for each."""
_LEADS: Final = {
    LetterKind.THIRD_PARTY: (
        "本机关收到一件政府信息公开申请（编号：{}）。经审查，申请公开的信息可能涉及第三方的"
        "商业秘密、个人隐私，公开可能损害其合法权益。"
    ),
    LetterKind.CO_PRODUCER: (
        "本机关收到一件政府信息公开申请（编号：{}）。经审查，申请公开的信息由本机关牵头制作，"
        "其他行政机关共同参与制作。"
    ),
    LetterKind.THIRD_PARTY_NOTICE: (
        "本机关办理政府信息公开申请（编号：{}）时书面征求过意见，收到了不同意公开的意见。"
        "经审查，本机关认为不公开可能对公共利益造成重大影响。"
    ),
    LetterKind.CO_PRODUCER_NOTICE: (
        "本机关办理政府信息公开申请（编号：{}）时征求过你机关的意见，收到了不同意公开的意见。"
        "经审查，本机关认为该信息应当公开。"
    ),
}
_FOLLOWING: Final = {
    LetterKind.THIRD_PARTY: (
        "根据《中华人民共和国政府信息公开条例》第三十二条的规定，现书面征求您的意见。请您自收到"
        f"本征求意见书之日起 {periods.THIRD_PARTY} 个工作日内，书面告诉本机关是否同意公开；"
        "不同意或者只同意部分公开的，请说明理由。逾期没有提出意见的，由本机关依法决定是否公开。"
    ),
    LetterKind.CO_PRODUCER: (
        "根据《中华人民共和国政府信息公开条例》第三十四条的规定，现征求你机关的意见。请自收到"
        f"本函之日起 {periods.CO_PRODUCER} 个工作日内提出意见；逾期未提出意见的，视为同意公开。"
    ),
    LetterKind.THIRD_PARTY_NOTICE: (
        "根据《中华人民共和国政府信息公开条例》第三十二条的规定，本机关决定予以公开，现书面告知您。"
    ),
    LetterKind.CO_PRODUCER_NOTICE: (
        "根据《中华人民共和国政府信息公开条例》第三十四条的规定，本机关作为牵头制作的行政机关，"
        "决定予以公开，现书面告知你机关。"
    ),
}


def lead(kind: LetterKind, number: str) -> str:
    """The paragraph that the author edits; `number` is the request's."""
    return _LEADS[kind].format(number)


def following(kind: LetterKind) -> list[str]:
    """What the law has such a letter say."""
    return [_FOLLOWING[kind]] if kind in _FOLLOWING else []
