"""What a row that is no entry says of itself: a balance, a sum of others, or a remark."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from finance.ledger import columns as named
from portal.spreadsheets.cells import BadCell, as_amount, as_text

COUNTED = r"(?:[一二三四五六七八九十]、|\d[、.])?"
WHEN = "[上下前本当全原期年月季度份日页初末底一二三四五六七八九十半截至止自到起0-9.~—-]"
STANDS = "(?:累计|账面|现金|银行存款|资金)?(?:结转)?(?:余额|结余|结存|滚存)(?:结转|余额|数|金额)?"
NOTED = r"(?:\(.*\))?[::]?"
BALANCE = re.compile(
    rf"{COUNTED}(?:[承接]{WHEN}{{1,4}}(?:{STANDS})?|过次页|(?:结余|余额)?结?转[入至]?{WHEN}{{1,4}}"
    rf"(?:余额|结余)?|{WHEN}{{1,14}}(?:结转|转[来入])(?:数|金额)?|[期年月季][初末]数?"
    rf"|{WHEN}{{1,14}}库存(?:现金)?|{WHEN}{{0,14}}{STANDS}){NOTED}"
)
ONWARD = re.compile("转[入至]?下|过次页")
SUM = re.compile(
    rf"{COUNTED}{WHEN}{{0,14}}(?:收支|收入|支出|借方|贷方|发生)?"
    rf"(?:[合小总累共]计|[日月季年]计|发生额)(?:合计|累计|及余额|数|金额)?{NOTED}"
)
# 期初余额：1,000.50元 in a line above the table
OPENS = re.compile(
    r"(?:上[期月季年]|期初|年初|月初)\D{0,6}[::\s]\s*¥?(-?[\d,]+(?:\.\d+)?)(?!\d|\s*[年月日.])"
)
# amounts and days written as text
NUMBERS = re.compile(r"[\d.,()¥元\-—/年月日\s]*")
DAYLIKE = re.compile(r"[\d.。、\-/年月日号\s]*")
FIGURES = (named.INCOME, named.EXPENSE, named.AMOUNT, named.BALANCE)


@lru_cache(maxsize=4096)
def squeezed(cell: object) -> str:
    text = cell if isinstance(cell, str) else ""
    return "".join(unicodedata.normalize("NFKC", text).split())


def label_of(cells: Iterable[object], purpose: object) -> str:
    """The one thing that a row has to say; where it says more, what stands for the purpose."""
    words = [text for cell in cells if (text := squeezed(cell)) and not NUMBERS.fullmatch(text)]
    return words[0] if len(words) == 1 else squeezed(purpose)


def as_shown(cell: object) -> str:
    try:
        return as_text(cell)
    except BadCell:
        return str(cell)


def is_remark(cells: Sequence[object], values: Mapping[str, object]) -> bool:
    """Whether a row only holds words about the table: a title, who signed, where to complain."""
    if any(_is_amount(values[name]) for name in FIGURES if values.get(name)):
        return False
    filled = [text for cell in cells if (text := as_shown(cell))]
    day = as_shown(values.get(named.DATE))
    a_day = bool(day) and bool(DAYLIKE.fullmatch(squeezed(day)))
    if not a_day and filled and ":" in squeezed(filled[0]):
        return True
    if any(as_shown(values.get(name)) for name in FIGURES):
        return False
    alone = len(filled) == 1 and not as_shown(values.get(named.PURPOSE))
    return alone or (bool(day) and not a_day)


def _is_amount(cell: object) -> bool:
    try:
        as_amount(cell, places=6)
    except BadCell:
        return False
    return True
