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

# what a remark says of somebody's health; pests of crops, old film in the fields and a hard road
# are nobody's
HEALTH = re.compile(
    r"病(?!虫|害)|症(?!结)|残疾|残障|伤残|[重因致肢智视听]残|级残|残[一二三四1-4]级|癌|肿瘤|艾滋|HIV|透析|化疗|瘫"
    r"|脑梗|心梗|[脑胃内]出血|溢血|坏死|衰竭|肝硬化|[肝肾心髓]移植|癫痫|骨折|中风|痴呆|植物人|卧床|失能|高血压"
    r"|精神(?!文明)|智障|[智视听]力|失明|盲人|聋|哑|手术|住院|怀孕|流产",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"[(（【\[][^()（）【】\[\]]*[)）】\]]")


def is_personal(heading: str, cells: Iterable[object]) -> bool:
    """Whether a column must not be kept: its heading says so, or its cells do."""
    if PERSONAL_HEADING.search(plain_heading(heading)):
        return True
    return any(holds_number(str(cell)) for cell in cells if cell not in ("", None))


def holds_number(text: str) -> bool:
    """Whether a personal number stands in `text`."""
    return len(text) > 7 and bool(personal_numbers(text))


def tells_health(text: str) -> bool:
    """Whether a remark says something of a person's health, which no list may show."""
    return bool(HEALTH.search(text))


def tells_health_beside(text: str) -> bool:
    """Whether brackets behind a name tell of somebody's health: 方庆（精神残疾）. An allowance is
    called after what it is for; what it is called outside brackets is nobody's health."""
    inside = " ".join(BRACKETED.findall(text))
    return tells_health(inside) and not tells_health(BRACKETED.sub("", text))
