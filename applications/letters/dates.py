"""The days that a letter names, computed from the record and the calendar."""

from datetime import date

from applications.letters.material import Material
from applications.procedure.events import FeeNotified, OfficeAsked, OrganAsked, ThirdPartyAsked
from applications.procedure.limits import CONSULTATION, PAYMENT
from applications.procedure.standing import Standing
from applications.procedure.words import day
from portal.core.workdays.limits import Limit, deadline

PROVISIONAL = "（暂定）"  # counted through a year whose notice isn't known yet
SOON = "尽快"


def answer_due(material: Material) -> str:
    """Empty while nothing is owed."""
    return _due(material.after)


def answer_was_due(material: Material) -> str:
    return _due(material.before)


def until(material: Material) -> str:
    """The reasonable period that the event gives (条例 arts. 30, 35)."""
    return _before(getattr(material.what, "until", None))


def office_due(material: Material) -> str:
    what = material.what
    if isinstance(what, OfficeAsked) and what.until is None:
        limit = material.rules.own_limits.office_answer
        return f"{_limited(material, what.on, limit)}前"
    return until(material)


def consultation_due(material: Material) -> str:
    """条例 arts. 32, 34."""
    what = material.what
    asked = isinstance(what, ThirdPartyAsked | OrganAsked)
    return _limited(material, what.on, CONSULTATION) if asked and what else ""


def payment_due(material: Material) -> str:
    what = material.what
    return _limited(material, what.on, PAYMENT) if isinstance(what, FeeNotified) else ""


def _due(standing: Standing | None) -> str:
    if standing is None or standing.due is None:
        return ""
    return day(standing.due) + (PROVISIONAL if standing.provisional else "")


def _before(on: date | None) -> str:
    return f"{day(on)}前" if on else SOON


def _limited(material: Material, start: date, limit: Limit) -> str:
    counted = deadline(start, limit, material.calendar)
    return day(counted.due) + (PROVISIONAL if counted.provisional else "")
