"""名词解释: what the words of budgets mean, in plain ones, with the newest figure of each."""

from dataclasses import dataclass
from decimal import Decimal

from finance.budgets.tables import Table
from finance.budgets.unit_year import UnitYear


@dataclass(frozen=True)
class Term:
    word: str
    meaning: str
    told: str = ""


def terms_with(newest: UnitYear | None) -> list[Term]:
    """Every term; `told` is the newest figure, where there is one."""
    return [Term(word, meaning, _told(newest, what)) for word, meaning, what in TERMS]


TERMS: tuple[tuple[str, str, str], ...] = (
    (
        "预算",
        "年初定下来的账：这一年打算收多少、花多少、花在哪里，经人民代表大会批准才能执行。",
        "initial",
    ),
    (
        "预算调整",
        "年中情况变了，按程序批准后改预算。原来的预算照样公开，两份放在一起看。",
        "adjusted",
    ),
    ("决算", "一年过完以后的实际账：真正收了多少、花了多少。", "final"),
    ("收支总表", "全部收入和全部支出放在一张表上，两边应当相等。", ""),
    ("功能分类", "按“办什么事”分：教育、社会保障、农林水……同一笔钱还能按经济分类再看一遍。", ""),
    ("经济分类", "按“怎么花”分：发工资、买东西、给个人的补助、修建工程……合计与功能分类相等。", ""),
    ("类、款、项", "科目一层比一层细：类是大类（208 社会保障和就业），款、项是它下面的细目。", ""),
    ("一般公共预算", "主要来自税收，用于教育、民生、农业等公共开支。", Table.PUBLIC.value),
    ("政府性基金预算", "来自土地出让等专项收入，只能用于规定的用途。", Table.FUNDS.value),
    ("国有资本经营预算", "国有企业上交的利润等，单独编列。", Table.CAPITAL.value),
    ("财政拨款", "由财政直接拨付的钱；此外还有事业收入、其他收入等。", ""),
    ("基本支出", "维持机关运转和人员工资的开支。", Table.BASIC.value),
    ("项目支出", "为办某一件具体的事安排的开支，有绩效目标。", Table.PROJECTS.value),
    ("结转结余", "年底没有花完的钱：还要接着办的叫结转，事办完剩下的叫结余。", ""),
    (
        "“三公”经费",
        "因公出国（境）费、公务用车购置及运行维护费、公务接待费三项。会议费、培训费不算。",
        "",
    ),
)


def _told(newest: UnitYear | None, what: str) -> str:
    if newest is None or not what:
        return ""
    amount: Decimal | None
    if what in ("initial", "adjusted", "final"):
        amount = newest.total(what)
    else:
        amount = newest.latest.total(Table(what)) if newest.latest else None
    return f"{newest.name}{newest.year}年 {amount:,.2f} 元" if amount is not None else ""
