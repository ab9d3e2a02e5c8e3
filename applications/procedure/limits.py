"""The limits of the procedure: those of the law, and those that a township sets itself."""

from dataclasses import dataclass

from portal.core.workdays.limits import DISCLOSURE_LIMIT, Limit, Unit

# 条例 art. 33: the same number of days as for active disclosure
ANSWER = DISCLOSURE_LIMIT
LONGEST_EXTENSION = 20
# 条例 art. 30
SUPPLEMENT_NOTICE = Limit(7)
# 条例 arts. 32 and 34: third parties and other organs
CONSULTATION = Limit(15)
# 国办函〔2020〕109号
PAYMENT = Limit(20)
# 行政复议法 arts. 20 and 62
REVIEW = Limit(60, Unit.CALENDAR_DAYS)
REVIEW_DECISION = Limit(60, Unit.CALENDAR_DAYS)
# 行政诉讼法 arts. 45, 46 and 85
LAWSUIT_MONTHS = 6
LAWSUIT_AFTER_REVIEW = Limit(15, Unit.CALENDAR_DAYS)
APPEAL = Limit(15, Unit.CALENDAR_DAYS)


@dataclass(frozen=True)
class OwnLimits:
    """What the law leaves to the township; its staff can change them."""

    receipt_check: Limit = Limit(2)
    office_answer: Limit = Limit(5)
    # so many working days are left to whoever approves the draft
    approval: Limit = Limit(3)
