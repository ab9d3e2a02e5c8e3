"""更正登记: a wrong entry is undone, or another takes its place; both stay in the record."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from applications.cases.case import Case, Step, case_of
from applications.cases.record_event import against, needs_head
from applications.desk.effect import effect_of
from applications.desk.forms.correct import INSTEAD, CorrectForm
from applications.desk.forms.event_form import EventForm, initial_of
from applications.desk.reach import drawn, handled_application
from applications.procedure.events import Corrected, Event, Received
from applications.steps.propose import propose
from applications.steps.take import take_step
from disclosures.desk.move_page import attempt
from portal.core import clock
from portal.core.posted import posted

CASE = "admin:applications_application_change"


def correct(request: Any, model_admin: Any, key: int, number: int) -> HttpResponse:
    application = handled_application(request, model_admin, key)
    case = case_of(application)
    wrong = _entry(case, number)
    form = CorrectForm(posted(request), may_undo=not isinstance(wrong.event, Received))
    right = _right_form(request, case, wrong)
    event = _corrected(case, number, form, right) if request.method == "POST" else None
    doing = event is not None and request.POST.get("stage") == "do"
    if event and doing and attempt(form, lambda: _do(request, case, event)):
        sent = needs_head(event, case.record)
        messages.success(request, "更正已送负责人签发。" if sent else "已更正。")
        return redirect(CASE, application.pk)
    return drawn(
        request,
        model_admin,
        "admin/applications/correct.html",
        title="更正登记",
        application=application,
        wrong=wrong,
        form=form,
        right=right,
        event=event,
        effect=effect_of(case, event) if event else "",
        for_head=bool(event and needs_head(event, case.record)),
    )


def _entry(case: Case, number: int) -> Step:
    """Raises Http404 for what isn't there or is undone already."""
    found = [step for step in case.steps if step.row.number == number and not step.undone_by]
    if not found:
        raise Http404
    return found[0]


def _right_form(request: Any, case: Case, wrong: Step) -> EventForm | None:
    """What takes the place of the entry; a correction is only undone."""
    if isinstance(wrong.event, Corrected):
        return None
    chosen = request.POST.get("how") == INSTEAD
    data = request.POST if chosen else None
    initial = initial_of(wrong.event)
    form = EventForm(data, type(wrong.event), case, prefix="right", initial=initial)
    for name in ("words", "remark"):
        form.fields.pop(name, None)
    return form


def _corrected(
    case: Case, number: int, form: CorrectForm, right: EventForm | None
) -> Corrected | None:
    """The correction, where the forms hold and the law has nothing against it."""
    instead: Event | None = None
    valid = form.is_valid()
    if valid and form.cleaned_data["how"] == INSTEAD:
        if right is None or not right.is_valid():
            return None
        instead = right.event()
    if not valid:
        return None
    why = form.cleaned_data["why"]
    event = Corrected(on=clock.today(), undoes=number, why=why, instead=instead)
    if reason := against(case, event):
        form.add_error(None, reason)
        return None
    return event


def _do(request: Any, case: Case, event: Corrected) -> None:
    if needs_head(event, case.record):
        propose(case.application, event, by=request.user)
    else:
        take_step(case.application, event, by=request.user)
