"""The columns and formulas of a kind as staff write them: a line each, in Chinese.

`户主姓名｜姓名｜必填｜户主、姓名` is a column: what residents read above it, what it is for,
whether it must be filled (可多行: one person may have rows that differ here), what sheets call it.
`面积 × 标准 = 金额` is a formula.
"""

import re
from typing import Any

from disclosures.lists.kinds import Role

PURPOSES = {
    Role.VILLAGE: "村",
    Role.GROUP: "村民组",
    Role.NAME: "姓名",
    Role.COUNT: "数量",
    Role.AREA: "面积",
    Role.STANDARD: "标准",
    Role.AMOUNT: "金额",
    Role.PERIOD: "时段",
    Role.REMARK: "备注",
    Role.IDENTITY: "身份证（不保存）",
    Role.OTHER: "其他",
}
ROLES = {word: role for role, word in PURPOSES.items()}
BAR = re.compile(r"[|｜]")
REQUIRED, SEVERAL = "必填", "可多行"
MARKS = ("", REQUIRED, SEVERAL, f"{REQUIRED}、{SEVERAL}")


class BadLine(ValueError):
    """A line that says nothing; the message tells which and how to write it."""


def columns_told(columns: Any) -> str:
    """The JSON of columns as lines."""
    return "\n".join(_column_told(one) for one in columns or ())


def _column_told(one: dict[str, Any]) -> str:
    marks = [REQUIRED] * bool(one.get("required")) + [SEVERAL] * bool(one.get("several"))
    must = "、".join(marks)
    parts = [one["heading"], PURPOSES[Role(one["role"])], must, "、".join(one.get("aliases", ()))]
    return "｜".join(parts).rstrip("｜")


def columns_meant(text: str) -> list[dict[str, Any]]:
    """The lines as JSON. Raises BadLine."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [_column_meant(number, line) for number, line in enumerate(lines, start=1)]


def _column_meant(number: int, line: str) -> dict[str, Any]:
    parts = [part.strip() for part in BAR.split(line)] + [""] * 3
    heading, purpose, must, aliases = parts[:4]
    if not heading or purpose not in ROLES:
        known = "、".join(ROLES)
        raise BadLine(f"第 {number} 行“{line}”：第二格要写用途，可用的有 {known}。")
    if must not in MARKS:
        raise BadLine(f"第 {number} 行“{line}”：第三格写“{REQUIRED}”或者空着，也可写“{SEVERAL}”。")
    names = [name for name in re.split("[、,，]", aliases) if name.strip()]
    return {
        "role": ROLES[purpose].value,
        "heading": heading,
        "aliases": names,
        "required": REQUIRED in must,
        "several": SEVERAL in must,
    }


def formulas_told(formulas: Any, columns: Any) -> str:
    headings = {one["role"]: one["heading"] for one in columns or ()}
    return "\n".join(
        f"{' × '.join(headings[factor] for factor in one['factors'])} = {headings[one['result']]}"
        for one in formulas or ()
    )


def formulas_meant(text: str, columns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines as JSON; every name must be a column. Raises BadLine."""
    roles = {one["heading"]: one["role"] for one in columns}
    found = []
    for line in filter(str.strip, text.splitlines()):
        left, sign, right = line.partition("=")
        names = [name.strip() for name in re.split("[×*xX]", left)]
        unknown = [name for name in [*names, right.strip()] if name not in roles]
        if not sign or unknown:
            told = f"没有栏目“{unknown[0]}”" if unknown else "缺少等号"
            raise BadLine(
                f"公式“{line.strip()}”：{told}，请写成 面积 × 标准 = 金额，用上面的栏名。"
            )
        found.append({"factors": [roles[name] for name in names], "result": roles[right.strip()]})
    return found
