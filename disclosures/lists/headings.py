"""What villages call the columns of their rolls, by the role that a column has."""

import re
from collections.abc import Mapping

USUAL: Mapping[str, tuple[str, ...]] = {
    "village": (
        "村",
        "村(居)",
        "村居",
        "行政村",
        "村(社区)",
        "所在村",
        "村名",
        "村委会",
        "村民委员会",
    ),
    "group": ("村民组", "组", "组别", "村组", "村民小组", "自然村", "小组", "组名"),
    "name": (
        "姓名",
        "户主",
        "户主姓名",
        "申请人",
        "补贴对象",
        "领款人",
        "享受人",
        "农户姓名",
        "对象姓名",
    ),
    "count": ("人数", "保障人数", "享受人数", "家庭人口", "人口数", "台数", "数量"),
    "area": (
        *("面积", "补贴面积", "面积(亩)", "补贴面积(亩)", "种植面积", "核定面积"),
        "种植面积(亩)",
    ),
    "standard": (
        *("标准", "补贴标准", "补贴标准(元/亩)", "发放标准", "保障标准", "每亩标准"),
        "补助标准",
    ),
    "amount": (
        *("金额", "补贴金额", "保障金额", "发放金额", "补助金额", "救助金额", "实发金额"),
        "应发金额",
    ),
    "period": ("时间", "期间", "年度", "月份", "发放时间", "所属时段", "享受时间"),
    "remark": ("备注", "说明"),
    "identity": (
        *("身份证号", "身份证号码", "身份证", "证件号码", "公民身份号码"),
        "居民身份证号",
    ),
}

# an amount in 万元 is another amount, never taken by its looks
UNIT = r"(?:[/,、]?(?:元|亩|人|户|台|口)(?:/(?:亩|人|户|台|月|年|学期|[0-9]+个?月))*)?"
# of the household that the row is about, not of somebody beside it
OTHERS = r"(?!.*(?:成员|配偶|监护|代理|代领|代办|经办|联系|家长|开户))"
# A heading that nobody foresaw is taken for the column it looks like, if no other does too; staff
# see it in the preview and can put it right.
LOOKS: Mapping[str, "re.Pattern[str]"] = {
    role: re.compile(pattern)
    for role, pattern in {
        "village": r"(?!自然)(?:所属|所在|户籍所在|户口所在)?(?:行政)?"
        r"(?:村|社区|村社区|村/社区|村居|居委会|村委会)(?:名称|名|别)?",
        "group": r"(?:所属|所在)?(?:村民?|居民)?(?:小?组|生产队)(?:名称|名|别)?",
        "name": rf"{OTHERS}.{{0,8}}(?:姓名|户主名?|农户|农户名称?|户名|对象|受益人|领取人|领款人"
        r"|收款人|补贴人|申请人|承包[方户人]|种植户)",
        "count": rf".{{0,6}}(?:人数|人口数?|对象数|台数|数量){UNIT}",
        "area": rf"(?!.*(?:住房|建筑|宅基)).{{0,6}}(?:面积|亩数){UNIT}",
        "standard": rf".{{0,6}}(?:标准|单价|每亩补贴|亩均补贴){UNIT}",
        "amount": r"(?!.*[万亿]元).{0,8}(?:金额|资金|金额合计|补贴款|补助款|补贴额|补助额|总额"
        r"|低保金|保障金|救助金|补助金|补贴金|供养金|津贴|补助水平|应发补贴|实发补贴|应发|实发|补差"
        rf"|合计|小计){UNIT}",
        "identity": rf"{OTHERS}.*(?:身份证|证件号|身份号).*",
    }.items()
}
