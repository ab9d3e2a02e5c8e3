"""Which columns of a list are personal and never kept, by their headings and by what is in them."""

import re
from collections.abc import Iterable

from portal.privacy.find import personal_numbers
from portal.spreadsheets.rows import plain_heading

# 《个人信息保护法》 art. 28 and the practice of disclosure: numbers, ways to reach a person,
# health, family, faith, exact address. Seen in the rolls of villages.
PERSONAL_HEADING = re.compile(
    r"身份证|证件|银行|卡号|账号|帐号|账户|存折|一卡通|社保|电话|手机|联系方式|微信|邮箱|住址|地址|门牌|户号|户口"
    r"|出生|年龄|性别|民族|病|残|致贫|贫困原因|健康|诊断|宗教|婚姻|家庭成员|成员姓名|配偶|子女姓名|监护人|学籍"
)


def is_personal(heading: str, cells: Iterable[object]) -> bool:
    """Whether a column must not be kept: its heading says so, or its cells do."""
    if PERSONAL_HEADING.search(plain_heading(heading)):
        return True
    return any(holds_number(str(cell)) for cell in cells if cell not in ("", None))


def holds_number(text: str) -> bool:
    """Whether a personal number stands in `text`."""
    return len(text) > 7 and bool(personal_numbers(text))
