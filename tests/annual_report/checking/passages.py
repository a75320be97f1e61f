"""Invented passages of reports whose figures agree with one set of cells.

{name} stands for the figure of FIGURES that the passage claims; all other figures are of other
bodies, other years, other matters, or of a part only.
"""

from typing import Final

CELLS: Final = {
    "new": ("table3.new.total", 102),
    "new_of_persons": ("table3.new.natural_person", 93),
    "new_of_firms": ("table3.new.business", 9),
    "over": ("table3.carried_over.total", 6),
    "granted": ("table3.granted.total", 42),
    "partial": ("table3.partially_granted.total", 7),
    "third": ("table3.denied.third_party_rights.total", 3),
    "process": ("table3.denied.process_information.total", 4),
    "not_held": ("table3.unable.not_held.total", 20),
    "creation": ("table3.unable.needs_creation.total", 6),
    "petition": ("table3.unprocessed.petition.total", 4),
    "repeated": ("table3.unprocessed.repeated.total", 2),
    "other": ("table3.other.other.total", 11),
    "total": ("table3.total.total", 99),
    "forward": ("table3.carried_forward.total", 9),
    "reviews": ("table4.review.total", 20),
    "upheld": ("table4.review.upheld", 11),
    "corrected": ("table4.review.corrected", 9),
    "suits": ("table4.suit.total", 13),
    "issued": ("table2.normative_documents.issued", 5),
    "repealed": ("table2.normative_documents.repealed", 3),
    "in_force": ("table2.normative_documents.in_force", 23),
    "licences": ("table2.licences.decisions", 1286),
    "penalties": ("table2.penalties.decisions", 347),
}
"""What a name in a passage means: its cell, and the figure in it."""

FIGURES: Final = {name: figure for name, (_, figure) in CELLS.items()} | {
    "all": 108,
    "denied": 7,
    "unable": 26,
    "unprocessed": 6,
}
"""Every name with its figure, sums of several cells too."""

AGENCY: Final = "云溪市住房和城乡建设局"

PASSAGES: Final = (
    "2022年主动公开信息4213条，较上年增长12.6%。\n全年共收到政府信息公开申请{new}件，其中自然人"
    "{new_of_persons}件、法人或其他组织{new_of_firms}件；上年结转{over}件。办结{total}件，结转"
    "下年度继续办理{forward}件。在办结的申请中，予以公开{granted}件，部分公开{partial}件，不予公开"
    "{denied}件，无法提供{unable}件，不予处理{unprocessed}件，其他处理{other}件。",
    "我局全年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。以市政府名义"
    "出台规范性文件4件，印发政策性文件38件，发布解读27篇，备案审查规范性文件6件，拟废止规范性文件2件。",
    "本年度新收政府信息公开申请{new}件，同比增加14件；加上上年度结转的{over}件，共办理{all}件。"
    "从渠道看，网络申请68件、信函申请27件、当面申请7件。",
    "作出行政许可决定{licences}件，行政处罚决定{penalties}件。通过信用平台公示行政许可1102件、"
    "行政处罚298件。全市住建领域行政处罚案件1123件。",
    "2022年共受理依申请公开{new}件，2021年受理81件。已答复{total}件，答复率100%，转2023年办理"
    "{forward}件。全年受理热线工单5632件，办结5601件；局长信箱收到来信413封。",
    "因政府信息公开被申请行政复议{reviews}件，其中维持{upheld}件，纠正{corrected}件。行政诉讼"
    "{suits}件。另有因行政处罚引发的行政复议9件，因行政许可引发的行政诉讼4件。",
    "全市住建系统共收到信息公开申请214件，各区县住建部门收到119件，局属16家单位共收到12件，"
    "市住建局共收到{new}件。上级转来申请6件，市政府交办申请3件。",
    "所答复的政府信息公开申请中，不予公开{denied}件（其中保护第三方合法权益{third}件、属于四类过程性信息{process}件），"
    "无法提供{unable}件（其中本机关不掌握相关政府信息{not_held}件、没有现成信息需要另行"
    "制作{creation}件），不予处理{unprocessed}件（其中信访举报投诉类申请{petition}件、重复申请"
    "{repeated}件）。政府信息公开申请均按期答复。",
    "政府信息公开受理总量为{new}件申请。政务服务窗口受理行政许可申请1326件，办结1301件，"
    "不予受理25件，办理不动产登记申请2224件。",
    "制定印发文件412件，其中公开属性为主动公开的98件、依申请公开的133件、不予公开的181件。"
    "全年政府信息公开申请量为{new}件，其中第一季度21件，第二季度30件，第三季度19件，第四季度32件。",
    "（二）依申请公开情况\n2022年，共收到{new}件，其中网上提交68件、邮寄27件、当面7件；上年结转"
    "{over}件。\n办理结果：予以公开{granted}件，部分公开{partial}件，不予公开{denied}件。",
    "今年以来，市住建局共受理信息公开申请{new}件，去年同期受理87件。累计处理申请1236件的数据库"
    "已建成。我局历年共制定行政规范性文件61件。年末现行有效的规范性文件{in_force}件。",
)
