"""One cell as the value that was meant; what can't be meant is refused in plain words."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal

DAY = re.compile(
    r"(\d{4})\s*(?:[-/.。、]|年)\s*(\d{1,2})\s*(?:[-/.。、]|月)\s*(\d{1,2})\s*[日号]?(?:[ T]\S+)?"
)
DAY_NUMBER = re.compile(r"[3-6]\d{4}")
PACKED_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
BLANK_DATE = "日期是空的，请写成 2025-01-02 的样子。"
FIRST_YEAR, LAST_YEAR = 1900, 2100
# Day numbers of Excel for 2000 to 2099; smaller numbers are more likely quantities.
EXCEL_EPOCH, FIRST_DAY, LAST_DAY = date(1899, 12, 30).toordinal(), 36_526, 73_051
# control characters that a copied cell brings along; no database and no XML takes them all
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?[Ee]\+(?:1[4-9]|2\d)")
# Excel keeps 15 digits: from here on a number is no longer the one that was typed.
FIRST_RUINED = 1e15
RUINED = (
    "这一格的长号码已被表格软件改成科学计数，后几位已丢失。"
    "请把这一列“设置单元格格式”为“文本”，再重新录入号码。"
)
NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]*)?|[+-]?\.[0-9]+")
CURRENCY = str.maketrans("", "", ",¥ \u3000\u00a0")
IN_WORDS = re.compile("^(?:人民币|RMB|CNY)|(?:元整?|圆整?)$", re.IGNORECASE)
MINUS = re.compile("^[\u2212\u2013\u2014]")  # the signs that word processors put for a hyphen


class BadCell(ValueError):
    """The cell doesn't hold what its column asks for; the message says what would do."""


def as_text(cell: object) -> str:
    """The cell as it reads on the screen: 3.0 is "3", a date 2025-01-02, nothing is ""."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, int | float):
        return _number_text(cell)
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d}" if _is_midnight(cell) else f"{cell:%Y-%m-%d %H:%M}"
    text = UNSEEN.sub("", str(cell)).strip()
    if SCIENTIFIC.fullmatch(text):
        raise BadCell(RUINED)
    return text


def _number_text(number: float) -> str:
    if abs(number) >= FIRST_RUINED:
        raise BadCell(RUINED)
    # 15 digits as the spreadsheet shows them, so that 0.1 + 0.2 is 0.3.
    return f"{Decimal(f'{number:.15g}'):f}"


def _is_midnight(moment: datetime) -> bool:
    return not (moment.hour or moment.minute or moment.second)


def as_date(cell: object) -> date:
    """The cell as a date: a real one, 2025.1.2, 2025/1/2, 2025-01-02, 2025年1月2日, 20250102."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = _plain(cell)
    number = int(text) if DAY_NUMBER.fullmatch(text) else cell  # in a CSV it is text
    if isinstance(number, int | float) and FIRST_DAY <= number < LAST_DAY:
        return date.fromordinal(EXCEL_EPOCH + int(number))
    parts = DAY.fullmatch(text) or PACKED_DAY.fullmatch(text)
    if parts is None:
        raise BadCell(f"“{text}”不是完整的日期，请写成 2025-01-02 的样子。" if text else BLANK_DATE)
    return _day(text, *(int(part) for part in parts.groups()))


def _day(text: str, year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadCell(f"“{text}”的年份不对，请核对。")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise BadCell(f"“{text}”不是日历上有的日子，请核对。") from error


def as_amount(cell: object, places: int = 2) -> Decimal:
    """The cell as an exact number of at most `places` decimals, in the unit of its column."""
    text = _plain(cell)
    amount = _decimal(_bare(text), text)
    if amount != round(amount, places):
        raise BadCell(f"“{text}”的小数超过 {places} 位，请四舍五入后再填。")
    return round(amount, places)


def _bare(text: str) -> str:
    """`text` without currency and separators; what stands in brackets is below nothing."""
    bare = IN_WORDS.sub("", text.translate(CURRENCY))
    if bare.startswith("(") and bare.endswith(")"):
        return f"-{IN_WORDS.sub('', bare[1:-1])}"
    return MINUS.sub("-", bare)


def _decimal(bare: str, shown: str) -> Decimal:
    if not bare:
        raise BadCell("金额是空的，没有发生请填 0。")
    if "万" in bare or "亿" in bare:
        raise BadCell(f"“{shown}”带了万、亿，请按本栏的单位只写数字。")
    # Decimal itself would also take 1_000, 1e3 and NaN.
    if not NUMBER.fullmatch(bare):
        raise BadCell(f"“{shown}”不是数字，请只写数字，没有发生请填 0。")
    return Decimal(bare)


def as_whole_number(cell: object) -> int:
    """The cell as a whole number: 3, 3.0 and "3" are 3."""
    number = as_amount(cell, places=6)
    if number != int(number):
        raise BadCell(f"“{as_text(cell)}”不是整数，请填整数。")
    return int(number)


def _plain(cell: object) -> str:
    """The cell's text with full-width digits and signs made plain."""
    return unicodedata.normalize("NFKC", as_text(cell)).strip()
