"""Taking a step: say what happened, look at what it does to the clock and at its letters, do it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from applications.cases.case import Case, case_of
from applications.cases.keep_file import MOST_BYTES
from applications.cases.record_event import against, needs_head
from applications.desk.case_page import ELSEWHERE, FOR_HEAD
from applications.desk.effect import effect_of
from applications.desk.forms.event_form import EventForm
from applications.desk.forms.letters import LettersForm
from applications.desk.forms.papers import TOO_LARGE
from applications.desk.forms.words import DOES
from applications.desk.reach import drawn, handled_application
from applications.letters.compose import Composed, compose
from applications.letters.kinds import kinds_for
from applications.letters.models import Letter
from applications.procedure.events import EVENT_TYPES, Corrected, Event
from applications.steps.propose import propose
from applications.steps.take import Papers, take_step
from disclosures.desk.move_page import attempt
from disclosures.flow.refusal import CannotMove
from portal.core.posted import posted
from portal.uploads.refused import Refused

CASE = "admin:applications_application_change"


@dataclass(frozen=True)
class Step:
    """A step as it was sent: its form, and, once that holds, its event with its letters."""

    case: Case
    kind: type[Event]
    form: EventForm
    event: Event | None = None
    drafts: Sequence[Composed] = ()

    @property
    def for_head(self) -> bool:
        return self.event is not None and needs_head(self.event, self.case.record)


def step(request: Any, model_admin: Any, key: int, kind: str) -> HttpResponse:
    """`stage` is form, look or do: nothing is put on record before the last."""
    application = handled_application(request, model_admin, key)
    event_type = EVENT_TYPES.get(kind)
    if event_type is None or event_type is Corrected or event_type in ELSEWHERE:
        raise Http404
    taken = _read(case_of(application), event_type, posted(request))
    stage = request.POST.get("stage", "form")
    if taken.event is None or stage == "form":
        return _form(request, model_admin, taken, back=stage == "form")
    data = request.POST if stage == "do" else None
    issued = set(Letter.objects.filter(application=application).values_list("kind", flat=True))
    letters = LettersForm(data, taken.drafts, compulsory=taken.for_head, issued=issued)
    if stage == "do" and letters.is_valid() and attempt(letters, _doing(request, taken, letters)):
        messages.success(request, _done(taken))
        return redirect(CASE, application.pk)
    return _look(request, model_admin, taken, letters)


def _read(case: Case, kind: type[Event], data: Any) -> Step:
    """The form, and the event where the law has nothing against it."""
    form = EventForm(data, kind, case)
    if not form.is_valid():
        return Step(case, kind, form)
    event = form.event()
    if reason := against(case, event):
        form.add_error(None, reason)
        return Step(case, kind, form)
    try:
        drafts = [
            compose(case.application, letter, event, on=event.on, words=form.words)
            for letter in kinds_for(event)
        ]
    except CannotMove as refusal:
        form.add_error(None, list(refusal.findings))
        return Step(case, kind, form)
    return Step(case, kind, form, event, drafts)


def _doing(request: Any, taken: Step, letters: LettersForm) -> Any:
    remark = taken.form.cleaned_data["remark"]
    application, event, chosen = taken.case.application, taken.event, letters.letters()
    assert event is not None

    def up() -> None:
        letter = chosen[0] if chosen else None
        propose(application, event, by=request.user, letter=letter, remark=remark)

    def down() -> None:
        proof = taken.form.cleaned_data.get("proof", "")
        try:
            take_step(
                application,
                event,
                by=request.user,
                letters=chosen,
                papers=papers_sent(request),
                remark=remark,
                proof=proof,
            )
        except Refused as refusal:
            raise CannotMove(str(refusal)) from refusal

    return up if taken.for_head else down


def papers_sent(request: Any) -> Papers:
    """What came along, read only after its size was looked at. Raises CannotMove."""
    found = request.FILES.getlist("papers")
    if any((file.size or 0) > MOST_BYTES for file in found):
        raise CannotMove(TOO_LARGE)
    return [(file.name or "", file.read()) for file in found]


def _done(taken: Step) -> str:
    if taken.for_head:
        return f"“{taken.kind.label}”已送负责人签发。"
    return f"已登记“{taken.kind.label}”。"


def _form(request: Any, model_admin: Any, taken: Step, *, back: bool) -> HttpResponse:
    """Going back shows what was typed, without complaining of it."""
    form = taken.form
    if back and form.is_bound:
        form = EventForm(None, taken.kind, taken.case, initial=typed(form))
    return drawn(
        request,
        model_admin,
        "admin/applications/step.html",
        title=_title(taken),
        application=taken.case.application,
        form=form,
        does=DOES.get(taken.kind.type, ""),
    )


def typed(form: EventForm) -> dict[str, Any]:
    return {name: form.data.get(name) for name in form.fields}


def _look(request: Any, model_admin: Any, taken: Step, letters: LettersForm) -> HttpResponse:
    assert taken.event is not None
    return drawn(
        request,
        model_admin,
        "admin/applications/step_look.html",
        title=_title(taken),
        application=taken.case.application,
        form=taken.form,
        letters=letters,
        effect=effect_of(taken.case, taken.event),
        for_head=taken.for_head,
        takes_papers=not taken.for_head,
    )


def _title(taken: Step) -> str:
    return f"拟“{taken.kind.label}”" if taken.kind in FOR_HEAD else taken.kind.label
