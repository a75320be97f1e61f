"""The statutory frame: what stands in every report because the law and the form put it there.

Labels come from the form. The phrases of the Regulation are those of 条例 Art. 5 and 6; the
sentences of the frame are those of the preamble (whatever section they stand in) and the statement
about fees that the form asks for (国办公开办函〔2021〕30号; 国办函〔2020〕109号).
"""

import re
from typing import Final

from yangguang.annual_report.form import FORMS, SECTIONS

_SHORTEST_LABEL: Final = 4
_NUMBERING: Final = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)")

_OF_THE_REGULATION: Final = (
    "以?(?:公开|坚持公开)为常态[、,，]不公开为例外",
    "应公开(?:、)?尽公开|应公开尽公开",
    "公正、公平、合法、便民",
    "知情权、参与权(?:、表达权)?(?:[、和]监督权)?",
    "谁(?:公开|主管|起草|制作|发布)[、,，]?谁(?:负责|审查|清理)",
)
_OF_POLITICS: Final = (
    "习近平新时代中国特色社会主义思想",
    "党的[一二三四五六七八九十]{1,3}大(?:和[一二三四五六七八九十]{2,4}届[一二三四五六七中、]+全会)?(?:会议)?精神",
    "党的[一二三四五六七八九十]{2,4}届[一二三四五六七中、]+全会精神",
    "党中央、?国务院(?:决策部署)?",
    "以人民为中心的?(?:发展思想|工作导向)?",
)


def _labels() -> list[str]:
    """The words of the form: titles of sections, labels of rows and columns, without numerals."""
    found = set(SECTIONS.values())
    for form in FORMS.values():
        for table in form.tables.values():
            for row in table.rows:
                words = [row.label, row.group]
                words += [part for column in row.columns for part in (column.label, column.group)]
                found.update(_NUMBERING.sub("", word).split("（")[0] for word in words)
    long = (label for label in found if len(label) >= _SHORTEST_LABEL)
    return [re.escape(label) for label in sorted(long, key=lambda label: (-len(label), label))]


LEFT_OUT: Final = re.compile(
    "|".join(
        (
            "《[^《》\n]{1,80}(?:《[^《》\n]{1,60}》[^《》\n]{0,60})*》",
            "〈[^〈〉\n]{1,80}〉",
            r"[〔\[(（]?(?:19|20)\d\d[〕\])）]?\s*(?:年度?|号)?",
            "[二一][〇○零九][〇○零一二三四五六七八九]{2}年度?",
            r"(?P<figure>\d+(?:[,，.．]\d+)*)",
            r"[（(][一二三四五六七八九十]{1,3}[）)]",
            "(?<![\u4e00-\u9fff])(?:第?[一二三四五六七八九十]{1,3}(?:是|、|[,，]))",
            *_OF_THE_REGULATION,
            *_OF_POLITICS,
            *_labels(),
        )
    )
)
"""What is no text of a report's own, wherever it stands: titles of documents, years, figures
(group `figure`), numbering, the phrases of the law and of politics, the words of the form."""

_FORMULAS: Final = (
    # 根据《…条例》编制本报告; 现公布…年度报告; 现将…公布如下
    r"(?:根据|按照|依据|依照)[^。]{0,160}?(?:编制|编写|撰写|制作|形成|现予?(?:发布|公布|公开))"
    r"[^。]{0,40}(?:本(?:年度)?报告|年度报告|年报)",
    r"本(?:年度)?报告[^。]{0,100}(?:编制|编写|撰写|制作)",
    r"现将[^。]{0,80}(?:报告|公布|汇报|公开)如下",
    # the period, where the report can be had, whom to ask
    r"统计(?:期限|时限|时间|数据|截止)[^。]{0,40}12月31日",
    r"(?:报告|年报)[^。]{0,20}(?:电子版|全文)[^。]{0,80}(?:下载|查阅|查询|查看)",
    r"[如若][^。]{0,30}(?:疑问|意见|建议|问题)[^。]{0,40}(?:联系|致电|咨询|反映)",
    # the statement about fees, and that there is nothing to state
    r"^(?=.{0,60}$).*(?:未|没有|无)[^。,]{0,20}收取[^。,]{0,30}费",
    r"(?:没有|无)(?:其他)?需要(?:报告|说明)的(?:其他)?事项",
)
FORMULA: Final = re.compile("|".join(_FORMULAS))
"""A sentence of the frame: it is left out whole."""
LONGEST_FORMULA: Final = 220
"""A longer sentence says more than a formula does."""
