"""An audit report with its findings, and notices of what was done about them."""

from datetime import date
from decimal import Decimal
from typing import Any

from disclosures.attachments.models import Attachment
from disclosures.flow.attach import attach
from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from finance.audits.models import AuditFinding, AuditReport, Rectification, RectifiedFinding
from finance.audits.states import CLOSED
from tests import factories
from tests.cast import Cast
from tests.factories import moment

CSV = "项目,金额\r\n追回,1500.00\r\n".encode()


def report(cast: Cast, *dues: date, **fields: Any) -> Edition:
    """A draft with one finding for each of `dues`, numbered from 1."""
    edition = factories.draft(
        cast.town,
        by=fields.pop("by", cast.officer),
        shape="auditreport",
        title=fields.pop("title", "补贴资金审计结果"),
        body="",
    )
    given = {
        "body_name": "阳光镇人民政府",
        "auditor": "县审计局",
        "year": 2025,
        "number": "审农报〔2026〕6号",
        "reported_on": date(2026, 2, 1),
    }
    AuditReport.objects.create(township=cast.town, edition=edition, **given | fields)
    for number, due in enumerate(dues or (date(2026, 6, 30),), start=1):
        finding(edition, number, due, cast)
    return edition


def finding(edition: Edition, number: int, due: date, cast: Cast, **fields: Any) -> None:
    given = {"issue": f"第{number}个问题", "amount": Decimal(1500), "basis": "会计法"}
    AuditFinding.objects.create(
        township=cast.town,
        edition=edition,
        number=number,
        office=fields.pop("office", cast.office),
        due_on=due,
        **given | fields,
    )


def published_report(cast: Cast, *dues: date, **fields: Any) -> Disclosure:
    edition = report(cast, *dues, **fields)
    return publish_archived(edition, at=moment("2026-02-10 10:00"), by=cast.officer)


def notice(cast: Cast, about: Disclosure, *rows: dict[str, Any], **fields: Any) -> Edition:
    """A draft about `about`."""
    edition = factories.draft(
        cast.town,
        by=fields.pop("by", cast.officer),
        shape="rectification",
        title=fields.pop("title", "整改情况"),
        body="",
        formed_on=date(2026, 3, 1),
    )
    Rectification.objects.create(township=cast.town, edition=edition, report=about)
    for row in rows:
        step(edition, **row)
    return edition


def step(edition: Edition, **fields: Any) -> RectifiedFinding:
    given = {"number": 1, "on": date(2026, 3, 1), "status": "1-under-way", "text": "正在清理。"}
    return RectifiedFinding.objects.create(
        township=edition.township, edition=edition, **given | fields
    )


def proof(cast: Cast, edition: Edition, name: str = "缴款凭证.csv") -> Attachment:
    return attach(edition, CSV, name, by=cast.officer)


def told(
    cast: Cast, about: Disclosure, *rows: dict[str, Any], at: str = "2026-03-10 10:00"
) -> Disclosure:
    """A public notice; what is done has its evidence."""
    edition = notice(cast, about, *rows)
    done = edition.rectified_findings.filter(status__in=CLOSED, document=None)
    if done.exists():
        done.update(evidence=proof(cast, edition))
    return publish_archived(edition, at=moment(at), by=cast.officer)
