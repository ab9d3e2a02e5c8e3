"""Taking in an application: sent online, or registered by staff for a paper that came."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from applications.cases.case import case_of
from applications.cases.copies import write_copies
from applications.cases.models import Applicant, Application, RequestedPart
from applications.cases.numbers import next_number
from applications.cases.record_event import record_event, require_desk
from applications.procedure.channels import Channel, received_on
from applications.procedure.events import Received
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.query_code import code_from, digest_of
from portal.core.sealed.seal import mark_of
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.trail.record import record

SERIES = "申请"


@dataclass(frozen=True)
class Requested:
    """What an application says (条例 art. 29), nothing more."""

    applicant_kind: str
    name: str
    subject: str
    description: str
    supply_form: str
    delivery: str
    identity_kind: str = ""
    identity_number: str = ""
    contact_person: str = ""
    representative: str = ""
    agent: str = ""
    phone: str = ""
    email: str = ""
    fax: str = ""
    address: str = ""
    postcode: str = ""
    parts: Sequence[str] = field(default=())


PERSONAL = (
    "name",
    "identity_kind",
    "identity_number",
    "contact_person",
    "representative",
    "agent",
    "phone",
    "email",
    "fax",
    "address",
    "postcode",
)


@dataclass(frozen=True)
class Receipt:
    """The code is told here, once, and kept nowhere."""

    application: Application
    code: str


def submit(
    township: Township, requested: Requested, *, form: str = "", at: datetime | None = None
) -> Receipt:
    """An application sent online. `form` is the mark of the form it came by: the same words sent
    twice by one form give one application and one receipt. Its receipt is confirmed by staff
    (条例 art. 31)."""
    code = _code(form or secrets.token_hex(16), requested)
    try:
        with transaction.atomic():
            return Receipt(_submitted(township, requested, code, at or clock.now()), code)
    except IntegrityError:  # the same form a moment ago, in another process
        known = Application.objects.of(township).get(code_digest=digest_of(code))
        return Receipt(known, code)


def submitted_before(township: Township, requested: Requested, *, form: str) -> Receipt | None:
    """The receipt that these words by this form were given already."""
    code = _code(form, requested)
    known = Application.objects.of(township).filter(code_digest=digest_of(code)).first()
    return Receipt(known, code) if known and form else None


def _code(form: str, requested: Requested) -> str:
    return code_from(json.dumps([form, asdict(requested)], ensure_ascii=False, default=list))


def _submitted(township: Township, requested: Requested, code: str, at: datetime) -> Application:
    known = Application.objects.of(township).filter(code_digest=digest_of(code)).first()
    if known is not None:
        return known
    came_on = timezone.localdate(at)
    application = _kept(township, requested, Channel.ONLINE, came_on, at, digest_of(code))
    record(application, "网上提交", by=None, at=at)
    return application


@transaction.atomic
def register(
    township: Township,
    requested: Requested,
    channel: Channel,
    came_on: date,
    *,
    by: Staff,
    confirmed_on: date | None = None,
    at: datetime | None = None,
) -> Receipt:
    """A paper application, with the day of receipt by the rule of its channel (条例 art. 31).

    One that came by ordinary post or fax may be registered before it is confirmed. Raises
    CannotMove, PermissionDenied.
    """
    if max(came_on, confirmed_on or came_on) > clock.today():
        raise CannotMove("日期还没有到，请核对到达日期和确认日期。")
    require_desk(Application(township=township), by)
    code = code_from(secrets.token_hex(16))
    at = at or clock.now()
    application = _kept(township, requested, channel, came_on, at, digest_of(code))
    application.handler = by
    application.save(update_fields=["handler"])
    record(application, "登记", by=by, at=at, remark=channel.label)
    if confirmed_on or not channel.needs_confirmation:
        confirm(application, by=by, on=confirmed_on, at=at)
    application.refresh_from_db()
    return Receipt(application, code)


def confirm(
    application: Application, *, by: Staff, on: date | None = None, at: datetime | None = None
) -> None:
    """确认收到: the clock starts. `on` is the day both sides confirmed, where the channel asks."""
    channel = Channel(application.channel)
    try:
        received = received_on(channel, application.came_on, on)
    except ValueError as refusal:
        raise CannotMove(str(refusal)) from refusal
    record_event(application, Received(on=received, channel=channel), by=by, at=at)


def _kept(
    township: Township,
    requested: Requested,
    channel: Channel,
    came_on: date,
    at: datetime,
    digest: str,
) -> Application:
    year = came_on.year
    application = Application.objects.create(
        township=township,
        number=f"SQ{year}-{next_number(township, SERIES, year):04d}",
        channel=channel.value,
        came_on=came_on,
        submitted_at=at,
        code_digest=digest,
        applicant_kind=requested.applicant_kind,
        subject=requested.subject,
        description=requested.description,
        supply_form=requested.supply_form,
        delivery=requested.delivery,
    )
    _keep_applicant(application, requested)
    texts = requested.parts or [requested.description]
    RequestedPart.objects.bulk_create(
        RequestedPart(township=township, application=application, number=number, text=text)
        for number, text in enumerate(texts, start=1)
    )
    return write_copies(case_of(application), clock.today())


def _keep_applicant(application: Application, requested: Requested) -> None:
    Applicant.objects.create(
        township=application.township,
        application=application,
        name_mark=mark_of(requested.name),
        identity_mark=mark_of(requested.identity_number),
        phone_mark=mark_of(requested.phone),
        **{name: getattr(requested, name) for name in PERSONAL},
    )
