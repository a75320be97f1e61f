"""What a reader of the package must know, in words: its file README.md."""

from collections.abc import Iterator
from typing import Final

from yangguang.reporting.data_package.describing import RESOURCES, Resource

PATH: Final = "README.md"
_HEAD: Final = """# 政府信息公开工作年度报告：全部数据

在 {address} 公布的各机关年度报告（《中华人民共和国政府信息公开条例》第四十九条）。
这些报告由各机关编制、公布；使用时请注明机关、年度和第几版。

这是一个 Frictionless 表格数据包：`datapackage.json` 说明每个文件的列、类型、主键、外键、
字节数和摘要，专门的工具可以直接读；用表格软件或者任何语言的 CSV 库也可以。

- 文件是 UTF-8 编码的 CSV，第一行是列名，换行是 CR LF。双击打开是乱码的，在 Excel 里用
  “数据 → 从文本/CSV”打开，编码选 UTF-8。
- 空着是没有数，不是零。
- 金额的单位见 `unit`；`unit` 空着的，单位是列名里印的，例如“单位：万元”。
- 以 = + - @ 开头的文字前面加了一个单引号，以免表格软件当作公式。
- 同样的内容，每次做出来的数据包一个字节也不差。
"""
_USE: Final = """
## 怎么用

- `report`（机关标识/年度）把各个文件连起来：`cells.report = reports.report`。
- `cell` 各年各机关相同，例如 `table3.new.total` 是第三部分的表里“一、本年新收”的总计。
- 报告格式有 2019、2021 两个版本（`edition`），有的格只在一个版本里有。
- 第三部分的表，每一列都应当：本年新收 + 上年结转 = 办理结果总计 + 结转下年度；报告自己对不上的，
  这里照原样。
- 一版公布以后不再改动。下载它的 JSON 文件（`address` 后面加 `/report.json`），算出的 SHA-256、SM3
  应当和 `versions` 里的相同。
"""


def readme(address: str) -> bytes:
    """For the site of this address; Markdown in UTF-8."""
    parts = [_HEAD.format(address=address), *(_of(one) for one in RESOURCES), _USE]
    return "".join(parts).encode()


def _of(resource: Resource) -> str:
    return "".join(line + "\n" for line in _lines(resource))


def _lines(resource: Resource) -> Iterator[str]:
    yield ""
    yield f"## {resource.path}：{resource.title}"
    yield ""
    yield "| 列 | 类型 | 是什么 |"
    yield "|---|---|---|"
    for field in resource.fields:
        known = f"（{'、'.join(field.values)}）" if field.values else ""
        yield f"| `{field.name}` | {field.type} | {field.title}{known} |"
