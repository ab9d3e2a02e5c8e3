"""Drafting what the head has to agree to."""

from json import dumps

from django.db import transaction

from applications.cases.case import case_of
from applications.cases.models import Application
from applications.cases.record_event import against, needs_head, require_desk
from applications.letters.compose import Composed
from applications.procedure.events import Event
from applications.procedure.written import to_data
from applications.steps.models import Draft
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record

WAITS = "这件申请已有{by}起草的“{what}”待签发，签发或者退回以后才能再拟。"


@transaction.atomic
def propose(
    application: Application,
    event: Event,
    *,
    by: Staff,
    letter: Composed | None = None,
    remark: str = "",
) -> Draft:
    """送审: what the law would refuse isn't sent up. Raises CannotMove, PermissionDenied."""
    require_desk(application, by)
    rows = Application.objects.select_for_update(of=("self",)).select_related("township")
    application = rows.get(pk=application.pk)
    _check(application, event)
    draft = Draft.objects.create(
        township_id=application.township_id,
        application=application,
        type=event.type,
        data=dumps(to_data(event), ensure_ascii=False),
        remark=remark,
        letter_kind=letter.kind.value if letter else "",
        addressee=letter.addressee if letter else "",
        title=letter.title if letter else "",
        text=letter.text if letter else "",
        drafted_by=by,
        drafted_at=clock.now(),
    )
    record(application, f"拟稿送审：{event.label}", by=by)
    return draft


def _check(application: Application, event: Event) -> None:
    case = case_of(application)
    if not needs_head(event, case.record):
        raise CannotMove(f"“{event.label}”不用负责人签发，直接登记就可以。")
    if reason := against(case, event):
        raise CannotMove(reason)
    if waiting := application.drafts.waiting().select_related("drafted_by").first():
        what = waiting.get_type_display()
        raise CannotMove(WAITS.format(by=waiting.drafted_by, what=what))
