"""An application about which an office is asked."""

from datetime import date
from typing import Any

from applications.cases.models import Application
from applications.consult.ask import Paper, ask_office
from applications.consult.models import Consultation
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.applications.decided import on_the_desk
from tests.cast import Cast

QUESTION = "青禾村通组路的施工合同是否在你所，能不能公开？"
ASKED, UNTIL = date(2026, 9, 28), date(2026, 10, 12)


def finance_office(cast: Cast) -> Organisation:
    return factories.organisation(cast.town, name="财政所")


def clerk_of(office: Organisation, role: Role = Role.CLERK, **fields: Any) -> Staff:
    return factories.staff(office, role, **fields)


def asked(
    cast: Cast,
    office: Organisation,
    application: Application | None = None,
    *,
    papers: tuple[Paper, ...] = (),
    until: date | None = UNTIL,
    looked: bool = False,
) -> Consultation:
    return ask_office(
        application or on_the_desk(cast),
        office,
        question=QUESTION,
        until=until,
        by=cast.officer,
        on=ASKED,
        papers=papers,
        looked=looked,
    )
