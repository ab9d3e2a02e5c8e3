"""自查: the indicators of the inspection of government sites (国办秘函〔2019〕19号); the score."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Indicator(StrEnum):
    HOME_BROKEN = "home_broken"
    HOME_STALE = "home_stale"
    COLUMN_STALE = "column_stale"
    COLUMN_EMPTY = "column_empty"
    MESSAGE_FORGOTTEN = "message_forgotten"
    OVERDUE = "overdue"
    MISSED = "missed"
    NOTICE_UNDECIDED = "notice_undecided"
    UNEXPLAINED = "unexplained"
    MESSAGE_LATE = "message_late"
    RISKY_WORD = "risky_word"
    LABEL_MISSING = "label_missing"
    PAGE_BROKEN = "page_broken"
    LINK_BROKEN = "link_broken"

    @property
    def label(self) -> str:
        return RULES[self].label

    @property
    def rule(self) -> "Rule":
        return RULES[self]


@dataclass(frozen=True)
class Rule:
    """`points` are taken off for each finding, at most `most`; from `knock_out` findings on the
    site fails whatever else it does (单项否决)."""

    label: str
    points: int
    most: int
    knock_out: int | None = None


RULES = {
    Indicator.HOME_BROKEN: Rule("首页打不开", 0, 0, 1),
    Indicator.HOME_STALE: Rule("首页两周没有更新", 0, 0, 1),
    Indicator.COLUMN_STALE: Rule("栏目到期没有更新", 2, 20, 10),
    Indicator.COLUMN_EMPTY: Rule("栏目空白", 3, 15, 5),
    Indicator.MESSAGE_FORGOTTEN: Rule("留言超过三个月没有答复", 0, 0, 1),
    Indicator.OVERDUE: Rule("超过公开时限", 3, 15),
    Indicator.MISSED: Rule("例行信息没有按期公开", 1, 10),
    Indicator.NOTICE_UNDECIDED: Rule("公示期满没有写明结果", 1, 5),
    Indicator.UNEXPLAINED: Rule("政策文件没有解读", 1, 5),
    Indicator.MESSAGE_LATE: Rule("留言超过承诺时限没有答复", 2, 10),
    Indicator.RISKY_WORD: Rule("错误或者有风险的表述", 3, 15),
    Indicator.LABEL_MISSING: Rule("网站标签不全", 2, 6),
    Indicator.PAGE_BROKEN: Rule("网页打不开", 3, 15),
    Indicator.LINK_BROKEN: Rule("链接、附件打不开", 1, 10),
}
FULL = 100


@dataclass(frozen=True)
class Finding:
    """One thing to mend: where it is, what is wrong, what to do. `address` is a path of ours."""

    indicator: Indicator
    where: str
    address: str
    what: str
    cure: str


@dataclass(frozen=True)
class Score:
    """`points` of 100; 0 where an indicator knocks the site out, which `failed` names."""

    points: int
    failed: tuple[Indicator, ...]


def score_of(findings: Iterable[Finding]) -> Score:
    counts = Counter(finding.indicator for finding in findings)
    failed = tuple(
        one for one in Indicator if one.rule.knock_out and counts[one] >= one.rule.knock_out
    )
    lost = sum(min(one.rule.points * counts[one], one.rule.most) for one in Indicator)
    return Score(0 if failed else max(0, FULL - lost), failed)
