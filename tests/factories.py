"""Small honest builders: valid by default, no randomness."""

from datetime import date, datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.models import Group

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.publish import publish_archived
from disclosures.flow.write import start_draft
from disclosures.items.models import Disclosure, Edition
from disclosures.questions.models import Question
from disclosures.questions.receive import Asked, receive
from disclosures.questions.states import Kind
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.models import Township

SHANGHAI = ZoneInfo("Asia/Shanghai")
_numbers = count(1)

PASSWORD = "right-horse-42"


def moment(text: str) -> datetime:
    """'2026-03-02 09:30' in Shanghai."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def township(**fields: Any) -> Township:
    number = next(_numbers)
    code = f"113417{number:010d}XX".replace("I", "J")
    given = {
        "name": "阳光镇",
        "full_name": "阳光镇人民政府",
        "slug": f"town-{number}",
        "county": "澄湖县",
        "credit_code": code,
        "phone": "0559-7000001",
        "reception_window": "便民服务中心 3 号窗口",
    }
    return Township.objects.create(**given | fields)


def organisation(town: Township, **fields: Any) -> Organisation:
    number = next(_numbers)
    given = {
        "name": f"第{number}办公室",
        "slug": f"office-{number}",
        "kind": Organisation.Kind.OFFICE,
        "phone": "0559-7000002",
    }
    return Organisation.objects.create(township=town, **given | fields)


def village(town: Township, **fields: Any) -> Organisation:
    number = next(_numbers)
    given = {
        "name": f"第{number}村",
        "slug": f"village-{number}",
        "kind": Organisation.Kind.VILLAGE,
    }
    return organisation(town, **given | fields)


def staff(organisation: Organisation, *roles: Role, **fields: Any) -> Staff:
    number = next(_numbers)
    given = {"username": f"staff{number}", "name": f"职员{number}", "is_staff": True}
    person = Staff.objects.create_user(
        password=PASSWORD,
        township=organisation.township,
        organisation=organisation,
        **given | fields,
    )
    person.groups.set([Group.objects.get_or_create(name=role.label)[0] for role in roles])
    return person


def entry(town: Township, **fields: Any) -> CatalogueEntry:
    number = next(_numbers)
    given = {
        "code": f"D{number:03d}-01",
        "name": f"第{number}事项",
        "column": CatalogueEntry.Column.KEY_FIELDS,
    }
    return CatalogueEntry.objects.create(township=town, **given | fields)


def draft(town: Township, *, by: Staff, **fields: Any) -> Edition:
    given = {
        "title": f"关于第{next(_numbers)}件事的通知",
        "body": "<p>请各村按时办理。</p>",
        "formed_on": date(2026, 3, 2),
        "issuer": by.organisation,
    }
    given["entry"] = fields.pop("entry", None) or entry(town)
    return start_draft(town, by=by, **given | fields)


def published(
    town: Township, *, by: Staff, at: datetime | None = None, **fields: Any
) -> Disclosure:
    """A disclosure that residents read, published at `at`."""
    edition = draft(town, by=by, **fields)
    return publish_archived(edition, at=at or moment("2026-03-10 10:00"), by=by)


def question(town: Township, *, at: datetime | None = None, **fields: Any) -> Question:
    """What a resident asked, given to nobody yet; `office` gets it at once."""
    office = fields.pop("office", None)
    given = {"kind": Kind.QUESTION.value, "message": "电话打不通", "may_publish": True}
    return receive(town, Asked(**given | fields), office=office, at=at).question
