"""Service guides of the tests: complete by default, so that a test names what it is about."""

from typing import Any

from disclosures.attachments.models import Attachment
from disclosures.flow.advance import approve, clear, submit
from disclosures.flow.publish import publish_archived
from disclosures.guides.events import joined
from disclosures.guides.models import GuideStep, Material, ServiceGuide
from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from tests import factories
from tests.cast import Cast

FIELDS: dict[str, Any] = {
    "also_called": "",
    "who": "本镇居民。",
    "conditions": "年满80周岁。",
    "basis": "《中华人民共和国老年人权益保障法》第三十三条",
    "legal_amount": 20,
    "promised_amount": 10,
    "charge": ServiceGuide.Charge.FREE,
    "window": "3号窗口",
    "address": "迎春路22号",
    "hours": "工作日 8:30—17:30",
    "phone": "0559-7000003",
    "complaint_phone": "0559-7000009",
}
EDITION = {"title", "entry", "issuer", "summary", "keywords", "body", "go_live_at", "down_at"}
MATERIALS = ({"name": "身份证"}, {"name": "社会保障卡", "kind": Material.Kind.COPY, "copies": 2})
STEPS = (
    {"name": "窗口受理", "what": "看材料齐不齐", "by_whom": "3号窗口", "days": "当场"},
    {"name": "审核", "by_whom": "民政办公室", "days": "5个工作日"},
    {"name": "发放", "what": "打到社保卡"},
)


def drafted(
    town: Township,
    *,
    by: Staff,
    events: tuple[str, ...] = (),
    materials: tuple[dict[str, Any], ...] = MATERIALS,
    steps: tuple[dict[str, Any], ...] = STEPS,
    **fields: Any,
) -> Edition:
    """A draft with its guide, complete unless `fields` take something away."""
    words = {name: fields.pop(name) for name in EDITION & fields.keys()}
    given = {"title": "高龄津贴申请办事指南", "body": ""} | words
    edition = factories.draft(town, by=by, shape=Shape.SERVICE_GUIDE, **given)
    own = {"township": town, "edition": edition}
    ServiceGuide.objects.create(**own, **FIELDS | fields, events=joined(list(events)))
    for place, one in enumerate(materials):
        Material.objects.create(**own, position=place, **one)
    for place, one in enumerate(steps):
        GuideStep.objects.create(**own, position=place, **one)
    return Edition.objects.get(pk=edition.pk)


def published(
    town: Township, *, by: Staff, at: str = "2026-03-10 09:00", **given: Any
) -> Disclosure:
    edition = drafted(town, by=by, **given)
    return publish_archived(edition, at=factories.moment(at), by=by)


def through(edition: Edition, cast: Cast) -> Disclosure:
    """All the way to the public."""
    submit(edition, by=cast.clerk)
    approve(edition, by=cast.reviewer)
    clear(edition, by=cast.keeper)
    return Disclosure.objects.get(pk=edition.disclosure_id)


def with_form(edition: Edition, attachment: Attachment) -> Material:
    """The first material of `edition` has this blank form."""
    material = edition.materials.first()
    material.form = attachment
    material.save()
    return material
