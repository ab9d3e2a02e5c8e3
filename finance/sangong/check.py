"""The whole check of a 三公经费 statement: sums, changes, and the explanation against them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from finance.sangong.changes import Change, share
from finance.sangong.claims import Claim, Column, Meaning, claims_of
from finance.sangong.figures import Figures, money, read_figures
from finance.sangong.items import Item

NAMES = {
    Column.FINAL: "决算数",
    Column.BUDGET: "预算数",
    Column.LAST_FINAL: "上年决算数",
    Column.LAST_BUDGET: "上年预算数",
}
UNITS = {"元": Decimal(1), "万元": Decimal(10_000)}
AGAINST = (Column.BUDGET, Column.LAST_FINAL)


@dataclass(frozen=True)
class Statement:
    """What was handed in, as figures in one unit, and everything that is wrong with it."""

    unit: str
    columns: Mapping[Column, Figures]
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.problems

    def value(self, column: Column, item: Item) -> Decimal | None:
        figures = self.columns.get(column)
        return figures.amounts.get(item) if figures else None

    def change(self, item: Item, base: Column, column: Column = Column.FINAL) -> Change | None:
        """How `item` differs in `column` from `base`; None where one of them isn't known."""
        before, after = self.value(base, item), self.value(column, item)
        return None if before is None or after is None else Change(before, after)


def check_statement(given: Any) -> Statement:
    """`given` as the command line takes it: unit, final, budget, last_final and text."""
    if not isinstance(given, Mapping):
        return Statement(
            "万元", {}, ("文件应当是一个对象，含 unit、final、budget、last_final、text。",)
        )
    unit = str(given.get("unit", "万元"))
    if unit not in UNITS:
        return Statement(unit, {}, (f"不认识单位“{unit}”，请用“元”或“万元”。",))
    columns = {
        column: read_figures(name, given[column])
        for column, name in NAMES.items()
        if given.get(column) is not None
    }
    problems = [problem for figures in columns.values() for problem in figures.problems]
    if Column.FINAL not in columns and Column.BUDGET not in columns:
        problems.append("没有决算数（final），也没有预算数（budget），无法核对。")
    unknown = sorted(set(map(str, given)) - {"unit", "text", *map(str, NAMES)})
    problems += [f"不认识“{name}”这一部分，没有核对。" for name in unknown]
    statement = Statement(unit, columns, tuple(problems))
    text = given.get("text") or ""
    told = contradictions(statement, str(text))
    return Statement(unit, columns, (*problems, *told))


def contradictions(statement: Statement, text: str) -> Iterator[str]:
    """Each figure of `text` that the figures contradict, or that they can't prove."""
    for claim in claims_of(text):
        if sentence := _contradiction(statement, _settled(statement, claim)):
            yield sentence


def _settled(statement: Statement, claim: Claim) -> Claim:
    """上年 alone is last year's final account, and in a budget's explanation its budget."""
    budgets = Column.FINAL not in statement.columns and Column.LAST_BUDGET in statement.columns
    meant = Column.LAST_BUDGET if budgets else Column.LAST_FINAL
    column = meant if claim.column is Column.LAST_YEAR else claim.column
    base = meant if claim.base is Column.LAST_YEAR else claim.base
    return replace(claim, column=column, base=base)


def _later(statement: Statement, claim: Claim) -> Column:
    """Which column rose or fell: the final account where there is one and no budget is named."""
    budget = claim.column is Column.BUDGET or Column.FINAL not in statement.columns
    return Column.BUDGET if budget else Column.FINAL


def _contradiction(statement: Statement, claim: Claim) -> str:
    candidates = list(_candidates(statement, claim))
    if claim.or_item is not None:
        candidates += _candidates(statement, replace(claim, item=claim.or_item))
    if not candidates:
        missing = NAMES.get(claim.base or claim.column or Column.LAST_YEAR, "所比较的数")
        return f"“{claim.quote}”没有核对：数据里没有{claim.item.label}的{missing}。"
    if any(_agrees(claim, computed) for computed, _ in candidates):
        return ""
    told = "；".join(dict.fromkeys(words for _, words in candidates))
    return f"“{claim.quote}”与数据不符：{claim.item.label}{told}。{_wrong_base(statement, claim)}"


Candidate = tuple[Decimal, str]


def _candidates(statement: Statement, claim: Claim) -> Iterator[Candidate]:
    """What the figure may rightly be, in its unit, each with the words to say it."""
    if claim.meaning is Meaning.VALUE:
        yield from _values(statement, claim)
    elif claim.meaning is Meaning.DIFFERENCE:
        yield from _differences(statement, claim)
    elif claim.meaning is Meaning.SHARE:
        for column in _columns(statement, claim):
            whole, part = statement.value(column, Item.TOTAL), statement.value(column, claim.item)
            if (
                whole is not None
                and part is not None
                and (percent := share(part, whole)) is not None
            ):
                yield percent, f"占“三公”经费的 {percent}%"
    else:
        part = statement.value(Column.FINAL, claim.item)
        whole = statement.value(Column.BUDGET, claim.item)
        if whole is not None and part is not None and (percent := share(part, whole)) is not None:
            yield percent, f"为预算的 {percent}%（{money(part)} ÷ {money(whole)}）"


def _columns(statement: Statement, claim: Claim) -> tuple[Column, ...]:
    """What a figure is of that names neither year nor budget: the final account, if it is told."""
    if claim.column is not None:
        return (claim.column,)
    told = statement.value(Column.FINAL, claim.item) is not None
    return (Column.FINAL,) if told else tuple(NAMES)


def _values(statement: Statement, claim: Claim) -> Iterator[Candidate]:
    for column in _columns(statement, claim):
        value = statement.value(column, claim.item)
        if value is not None:
            yield (
                _in_unit(statement, claim, value),
                f"的{NAMES[column]}是 {money(value)}{statement.unit}",
            )


def _differences(statement: Statement, claim: Claim) -> Iterator[Candidate]:
    after = _later(statement, claim)
    for base in AGAINST if claim.base is None else (claim.base,):
        change = None if base is after else statement.change(claim.item, base, after)
        if change is None:
            continue
        words = f"比{NAMES[base]} {money(change.before)} {change}"
        if claim.unit != "%":
            yield _in_unit(statement, claim, change.amount), words
        elif change.percent is not None:
            yield change.percent, words
        else:
            yield Decimal("Infinity"), words


def _in_unit(statement: Statement, claim: Claim, amount: Decimal) -> Decimal:
    return amount * UNITS[statement.unit] / UNITS[claim.unit]


def _agrees(claim: Claim, computed: Decimal) -> bool:
    """Whether `computed`, rounded as the text is, is what it says, and in the same direction."""
    if not computed.is_finite():
        return False
    step = Decimal(1).scaleb(-claim.places)
    stated = claim.number * (claim.sign or 1)
    if claim.meaning is Meaning.DIFFERENCE and claim.sign == 0 and claim.number:
        computed = abs(computed)
    return computed.quantize(step, ROUND_HALF_UP) == stated


def _wrong_base(statement: Statement, claim: Claim) -> str:
    """The commonest slip: a percentage of the later figure instead of the earlier."""
    if claim.unit != "%" or claim.meaning is not Meaning.DIFFERENCE or claim.base is None:
        return ""
    change = statement.change(claim.item, claim.base, _later(statement, claim))
    if change is None or not change.after:
        return ""
    slip = share(abs(change.amount), change.after)
    step = Decimal(1).scaleb(-claim.places)
    if slip is None or slip.quantize(step, ROUND_HALF_UP) != claim.number:
        return ""
    return (
        f"百分比用错了基数：应除以原来的 {money(change.before)}，不是后来的 {money(change.after)}。"
    )
