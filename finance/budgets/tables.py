"""The set of tables that is published, and how a sheet's name tells which one it is.

收支总表 and 财政拨款收支总表 repeat what the others say: they are computed, never typed.
"""

from django.db import models


class Side(models.TextChoices):
    INCOME = "income", "收入"
    EXPENSE = "expense", "支出"


class Table(models.TextChoices):
    """预算公开表. The number is its place in the set."""

    INCOME = "02-income", "收入总表"
    EXPENSE = "03-expense", "支出总表（功能分类）"
    ECONOMIC = "04-economic", "支出总表（经济分类）"
    PUBLIC = "06-public", "一般公共预算支出表"
    BASIC = "07-basic", "一般公共预算基本支出表"
    FUNDS = "08-funds", "政府性基金预算支出表"
    CAPITAL = "09-capital", "国有资本经营预算支出表"
    PROJECTS = "10-projects", "项目支出和绩效表"

    @property
    def side(self) -> Side:
        return Side.INCOME if self is Table.INCOME else Side.EXPENSE


# computed from those above
OVERALL = "01-overall"
APPROPRIATION = "05-appropriation"
COMPUTED = {OVERALL: "收支总表", APPROPRIATION: "财政拨款收支总表"}
# what appropriations are spent from
APPROPRIATED = (Table.PUBLIC, Table.FUNDS, Table.CAPITAL)
# every unit publishes these two
REQUIRED = (Table.INCOME, Table.EXPENSE)

# words of a sheet's name or title, the first that fits; None: computed or published elsewhere
NAMES: tuple[tuple[str, Table | None], ...] = (
    ("三公", None),
    ("收支", None),
    ("封面", None),
    ("目录", None),
    ("说明", None),
    ("绩效", Table.PROJECTS),
    ("项目", Table.PROJECTS),
    ("基本支出", Table.BASIC),
    ("基金", Table.FUNDS),
    ("国有资本", Table.CAPITAL),
    ("经济", Table.ECONOMIC),
    ("一般公共预算", Table.PUBLIC),
    ("收入", Table.INCOME),
    ("支出", Table.EXPENSE),
)


def table_named(*words: str) -> Table | None:
    """The table that a sheet is by its name or title; None where none is meant."""
    for text in words:
        for name, table in NAMES:
            if name in text:
                return table
    return None


# 类款项; income has 目 too
DIGITS = {Table.INCOME: (3, 5, 7, 9)}
USUAL_DIGITS = (3, 5, 7)


def code_fault(table: Table, code: str) -> str:
    """What is wrong with a code, in words; "" where nothing is. A project may have any number."""
    digits = DIGITS.get(table, USUAL_DIGITS)
    if code and not (code.isascii() and code.isdecimal()):
        return f"“{code}”不是科目编码，请只写数字，如 20802。"
    if code and table is not Table.PROJECTS and len(code) not in digits:
        told = "、".join(map(str, digits))
        return f"“{code}”有 {len(code)} 位，科目编码应是 {told} 位数字。"
    return ""
