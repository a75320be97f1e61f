"""The words by which prose says what a figure counts: data, in the order in which they are tried.

A word that is part of a longer one stands after it, or is guarded by what may not follow.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

from yangguang.annual_report.claims.model import Applicants, Quantity
from yangguang.law.disputes import DisputeResult
from yangguang.law.requests import ApplicantKind, RequestRow


class Topic(Enum):
    """The thing counted. A figure is a claim only where its topic is one of the form's."""

    REQUESTS = auto()
    REVIEWS = auto()
    SUITS = auto()
    SUITS_DIRECT = auto()
    SUITS_AFTER_REVIEW = auto()
    NORMATIVE = auto()
    RULES = auto()
    LICENCES = auto()
    PENALTIES = auto()
    COERCION = auto()
    CHARGES = auto()
    PROCESSING_FEES = auto()
    FOREIGN = auto()
    """Anything else that reports count."""


class Act(Enum):
    """What was done with it."""

    NEW = auto()
    RECEIVE = auto()
    HANDLE = auto()
    ANSWER = auto()
    ISSUE = auto()
    REPEAL = auto()
    LAPSE = auto()
    KEEP = auto()
    AMEND = auto()
    PUBLISH = auto()
    CLEAN_UP = auto()
    CARRY = auto()
    """结转 alone: over or forward, by what follows."""
    NARROW = auto()
    """Only some of them: by channel, in time, with delay, remitted."""
    CHANGE = auto()
    """The figure that follows is a difference from another year."""
    PLAN = auto()
    """Intended, not done: 拟废止."""


class Mark(Enum):
    """What else matters around a figure."""

    AMONG = auto()
    WHOLE_REGION = auto()
    OTHERS = auto()
    THIS_LEVEL = auto()
    BODY = auto()
    YEAR = auto()
    FULL_YEAR = auto()
    OTHER_TIME = auto()
    SOME_MOMENT = auto()
    NEUTRAL = auto()


Token = Topic | Act | Mark | Quantity | RequestRow | Applicants | ApplicantKind | DisputeResult


class Word(NamedTuple):
    """A token where it stands in a stretch of text."""

    token: Token
    start: int
    end: int


_ACTING: Final = (
    r"(?=名义|"
    r"[，,]?(?:20\d\d年度?)?[，,]?(?:全年|本年度?|年度|今年)?(?:共计?|累计|总共|一共|自行|单独)?新?"
    r"(?:收|受理|接到|办理|答复|制发|制定|印发|出台|作出|废止|清理|保留))"
)
"""What follows the name of a body that acts."""
_LAST_YEAR: Final = r"(?:上一?年度?|去年|往年)"
_NEXT_YEAR: Final = r"(?:下一?|次|明)(?:个)?(?:年|年度)"

_WORDS: Final[tuple[tuple[Token, str], ...]] = (
    # Rows of results, in the short forms of prose
    (RequestRow.DENIED_STATE_SECRET, r"属于国家秘密|涉及国家秘密"),
    (RequestRow.DENIED_PROHIBITED_BY_LAW, r"法律、?行政法规禁止公开"),
    (RequestRow.DENIED_ENDANGERS_SECURITY, r"危及“?三安全一稳定”?|三安全一稳定"),
    (RequestRow.DENIED_THIRD_PARTY_RIGHTS, r"第三方合法权益"),
    (RequestRow.DENIED_INTERNAL_AFFAIRS, r"内部事务(?:信息)?"),
    (RequestRow.DENIED_PROCESS_INFORMATION, r"过程性(?:信息)?"),
    (RequestRow.DENIED_ENFORCEMENT_FILES, r"行政执法案卷"),
    (RequestRow.DENIED_ADMINISTRATIVE_INQUIRY, r"行政查询事项"),
    (RequestRow.UNABLE_NOT_HELD, r"不掌握(?:相关)?(?:政府)?(?:信息)?"),
    (RequestRow.UNABLE_NEEDS_CREATION, r"没有现成信息(?:、?需要?另行制作)?|需要?另行制作"),
    (RequestRow.UNABLE_UNCLEAR_AFTER_CORRECTION, r"补正后(?:申请内容)?仍不明确"),
    (RequestRow.UNPROCESSED_PETITION, r"信访、?举报、?投诉类(?:申请)?|信访类申请"),
    (RequestRow.UNPROCESSED_REPEATED, r"重复申请"),
    (RequestRow.UNPROCESSED_PUBLICATION, r"提供公开出版物"),
    (RequestRow.UNPROCESSED_EXCESSIVE, r"无正当理由大量反复申请|大量反复申请"),
    (RequestRow.UNPROCESSED_REISSUE, r"确认或者?重新出具(?:已获取信息)?"),
    (
        RequestRow.OTHER_UNCORRECTED,
        r"逾期不补正(?:、行政机关不再处理其政府信息公开申请)?",
    ),
    (
        RequestRow.OTHER_UNPAID,
        r"逾期未(?:按收费通知要求)?缴纳?费用?(?:、行政机关不再处理其政府信息公开申请)?",
    ),
    (Quantity.REQUESTS_NOT_EXISTING, r"政府信息不存在|信息不存在|不存在"),
    (Quantity.REQUESTS_PARTIALLY_GRANTED, r"部分(?:予以|同意|准予|不予)?公开"),
    (Quantity.REQUESTS_GRANTED, r"予以公开|同意公开|准予公开"),
    (Quantity.REQUESTS_DENIED, r"不(?:予以?|同意|准予|宜)?公开(?!为例外)"),
    (Quantity.REQUESTS_UNABLE, r"无法提供"),
    (Quantity.REQUESTS_UNPROCESSED, r"不予处理"),
    (Quantity.REQUESTS_OTHER, r"其他处理"),
    # Carried over and forward; 20xx年结转 is told apart by the year
    (Act.CHANGE, rf"[较比]{_LAST_YEAR}(?:同期)?|[较比]20\d\d年度?|同比|环比"),
    (Act.CHANGE, r"增加|增长|减少|下降|上升|增幅|降幅|提高|降低"),
    (
        Quantity.REQUESTS_CARRIED_OVER,
        rf"[上去往]一?年度?(?:申请)?(?:结转|转入|遗留|未办结)|结转{_LAST_YEAR}|20\d\d年度?结转(?!至|到)",
    ),
    (
        Quantity.REQUESTS_CARRIED_FORWARD,
        rf"[结顺延转][转延续]?[至到入]?(?:{_NEXT_YEAR}|20\d\d年)|跨年度?(?:办理|答复)",
    ),
    (Act.CARRY, r"结转|顺延"),
    (Act.PLAN, r"拟(?=废止|修[改订]|制定|出台|保留)|建议(?=废止|修[改订]|保留)"),
    # Whose and when
    (Mark.SOME_MOMENT, r"20\d\d年以来|[今近多]年以来|截[至止]到?目前|截[至止]"),
    (Mark.FULL_YEAR, r"全年|今年|本年度?|年度内|12月31日|12月底|年底|年末"),
    (
        Mark.OTHER_TIME,
        r"去年|上年度?|上一年度?|[上下]半年|第[一二三四1-4]季度|[一二三四]季度|历年|近[两二三五]年",
    ),
    (Mark.YEAR, r"20\d\d年"),
    (Mark.SOME_MOMENT, r"目前|累计"),
    (
        Mark.OTHERS,
        r"各级|各(?:有关|相关|责任|成员)?(?:部门|单位|镇|乡|街道|县|区|市)|"
        r"[下所直省市县区旗局厅委]属(?!于)|作为(?:行政)?复议机关|作为第三人|"
        r"(?:各类|各种|其他)(?=行政(?:复议|诉讼|应诉))",
    ),
    (Mark.THIS_LEVEL, r"本级"),
    (Mark.WHOLE_REGION, r"[全我本](?:省|市|县|区|州|盟|旗|镇|乡|街道|自治区)(?!域)|全系统|全行业"),
    (
        Mark.BODY,
        rf"(?:局|办公室|政府办|公开办|委员会|委|厅|办事处|街道|镇|乡|政府|公司|中心|学校|医院|企业|单位|部门){_ACTING}|"
        r"政府(?=规章)",
    ),
    (Mark.AMONG, r"其中|包括|分别"),
    # Topics
    (
        Topic.FOREIGN,
        r"行政复议[和及与]?应诉|复议应诉|"
        r"行政(?:许可|复议|处罚|确认|裁决|赔偿|奖励|给付)(?:类|事项)?申请|各类(?:行政|政务)?申请|"
        r"(?:复议|诉讼|许可|登记|救助|补助|备案|注册|变更|援助|执行|认定|听证|仲裁|报装|入学|贷款|退税|"
        r"公证|鉴定|赔偿|补偿|补贴|购房|查询|用水|用电|业务|项目|资金|办证|审批)申请(?!人)",
    ),
    (
        Topic.REQUESTS,
        r"政府信息公开申请(?!人|表|书|材料|者|渠道|流程|平台|方式)|"
        r"信息公开申请(?!人|表|书|材料|者|渠道|流程|平台|方式)|"
        r"依申请(?:公开)?(?:政府)?信息(?:公开)?(?:事项)?|"
        r"依申请公开(?:申请)?(?:办理)?(?:事项)?|公开申请(?!人|表|书)|"
        r"申请(?!人|表|书|材料|者|办理规范|渠道|流程|平台|方式)",
    ),
    (Topic.SUITS_DIRECT, r"未经复议直接(?:起诉|诉讼)"),
    (Topic.SUITS_AFTER_REVIEW, r"复议后(?:起诉|诉讼)"),
    (Topic.REVIEWS, r"行政复议(?!机关|申请)|复议(?!机关|申请)"),
    (Topic.SUITS, r"行政诉讼|诉讼(?!请求)|应诉"),
    (Topic.FOREIGN, r"规范性文件(?:备案|解读|审查|审核)|政策性?文件"),
    (Topic.NORMATIVE, r"行政规范性文件|规范性文件"),
    (Topic.RULES, r"规章(?!制度)"),
    (Mark.NEUTRAL, r"行政执法|许可证"),
    (Topic.LICENCES, r"行政许可(?!事项)"),
    (Topic.PENALTIES, r"行政处罚(?!事项)"),
    (Topic.COERCION, r"行政强制(?!事项)"),
    (Topic.CHARGES, r"行政事业性收费(?!目录|项目|事项)"),
    (Topic.PROCESSING_FEES, r"信息(?:公开)?处理费"),
    (Mark.NEUTRAL, r"政府信息公开|信息公开|申请人|政务公开|不属于(?:政府信息|本机关)"),
    (
        Topic.FOREIGN,
        r"信息|解读|备案|提案|建议|议案|热线|留言|信箱|咨询|信访|投诉|举报|网站|公众号|微信|微博|"
        r"栏目|公报|培训|会议|文件|清单|工单|来信|来电|专栏|账号|服务|纠纷|仲裁|事项|条目|公文",
    ),
    (
        Mark.NEUTRAL,
        r"答复(?:情况|类型|内容|方式|结果|质量|期限|时限|规范)|办理(?:情况|结果|过程|质量|流程|时限|时间)",
    ),
    # What was done
    (Act.NARROW, r"(?:网上|网络|信函|邮寄|当面|现场|在线|邮件|书面|窗口|传真|电话)(?!等|、)"),
    (
        Act.NARROW,
        r"转来|转办|转交|移交|移送|交办|协办|补正|退回|驳回|[一二再]审|延期|超期|逾期|按期|按时|及时|当场|涉及|减免|减征|取消|撤回",
    ),
    (Act.NEW, r"新收|新增"),
    (Act.HANDLE, r"收办|办理|处理(?!费|决定)"),
    (Act.RECEIVE, r"收到|受理(?!点|窗口|机构|渠道|平台)|接收|接到|收件|共收"),
    (Act.ANSWER, r"办结|答复|回复|办复"),
    (Act.REPEAL, r"废止"),
    (Act.LAPSE, r"失效"),
    (Act.KEEP, r"现行有效|继续有效|保留"),
    (Act.AMEND, r"修改|修订"),
    (Act.ISSUE, r"制发|制定|新制作|制作|出台|印发"),
    (Act.PUBLISH, r"公开|公布|发布|公示|归集|报送|录入"),
    (Act.CLEAN_UP, r"清理"),
    # Results of disputes
    (DisputeResult.UPHELD, r"维持"),
    (DisputeResult.CORRECTED, r"纠正|撤销"),
    (DisputeResult.PENDING, r"尚未审结|未审结|正在审理|未办?结"),
    (DisputeResult.OTHER, r"其他结果|其他"),
    (Applicants.ORGANISATIONS, r"法人(?:或者?|和|及|、)?(?:其他|非法人)?组织|法人"),
    (ApplicantKind.NATURAL_PERSON, r"自然人|公民"),
    (ApplicantKind.BUSINESS, r"商业企业"),
    (ApplicantKind.RESEARCH, r"科研机构"),
    (ApplicantKind.PUBLIC_INTEREST, r"社会公益组织"),
    (ApplicantKind.LEGAL_SERVICES, r"法律服务机构"),
)


def _alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, each beginning with a character or a class of characters.

    Splits where | stands outside brackets, and in a group that the pattern begins with.
    """
    start = depth = 0
    for at, character in enumerate(pattern + "|"):
        depth += (character == "(") - (character == ")")
        if character != "|" or depth:
            continue
        word, start = pattern[start:at], at + 1
        if word.startswith("(?:"):
            inside, rest = word[3 : (end := word.index(")"))], word[end + 1 :]
            yield from (choice + rest for choice in inside.split("|"))
        else:
            yield word


def _vocabulary() -> re.Pattern[str]:
    """All words in one pattern, gathered by their first character.

    So the search skips from one possible first character to the next and tries few words there.
    """
    words: dict[str, list[str]] = {}
    for _, pattern in _WORDS:
        for word in _alternatives(pattern):
            first, rest = word[0], word[1:]
            if first == "[":
                first, rest = word[1 : (end := word.index("]"))], word[end + 1 :]
            for character in first:
                words.setdefault(character, []).append(rest)
    return re.compile("|".join(f"{first}(?:{'|'.join(ws)})" for first, ws in words.items()))


_TOKENS: Final = tuple(token for token, _ in _WORDS)
_VOCABULARY: Final = _vocabulary()
_ONE_BY_ONE: Final = re.compile("|".join(f"({pattern})" for _, pattern in _WORDS))
_KNOWN: Final[dict[str, Token]] = {}
"""Words met so far; a vocabulary of some hundred, for a word means the same wherever it stands."""


def words_in(text: str) -> list[Word]:
    """The words of the vocabulary in `text`, which has neither spaces nor titles in it."""
    found = []
    for match in _VOCABULARY.finditer(text):
        said = match[0]
        if (token := _KNOWN.get(said)) is None:
            slow = _ONE_BY_ONE.match(text, match.start())
            token = _KNOWN[said] = _TOKENS[(slow.lastindex or 1) - 1] if slow else Mark.NEUTRAL
        found.append(Word(token, *match.span()))
    return found


_NOISE: Final = re.compile(r"\s+|《[^》]*》")


def bare(text: str) -> str:
    """`text` without spaces and without the titles of documents, which say nothing of figures."""
    return _NOISE.sub("", text)
