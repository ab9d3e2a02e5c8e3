"""The time that a service takes: what the law allows, what the office promises."""

from portal.core.workdays.limits import Limit, Unit

# five working days are a week
DAYS_OF_WEEK, WORKING_DAYS_OF_WEEK = 7, 5


def limit_of(amount: int | None, unit: str) -> Limit | None:
    """The limit that two fields say; None while the number is missing."""
    if unit == Unit.AT_ONCE:
        return Limit(0, Unit.AT_ONCE)
    return Limit(amount, Unit(unit)) if amount else None


def told(limit: Limit) -> str:
    """当场办结, 5 个工作日, 30 日: as people say it."""
    if limit.unit is Unit.AT_ONCE:
        return "当场办结"
    return f"{limit.amount} {'个工作日' if limit.unit is Unit.WORKING_DAYS else '日'}"


def longer(one: Limit, other: Limit) -> bool:
    """Whether `one` takes longer; working and calendar days are compared by whole weeks."""
    return _weight(one) > _weight(other)


def _weight(limit: Limit) -> int:
    if limit.unit is Unit.AT_ONCE:
        return 0
    working = limit.unit is Unit.WORKING_DAYS
    return limit.amount * (DAYS_OF_WEEK if working else WORKING_DAYS_OF_WEEK)
