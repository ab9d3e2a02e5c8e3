"""另出文书: a letter that goes with no step, or one that was left out when the step was taken."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from applications.cases.case import Case, case_of
from applications.charges.models import Charge
from applications.desk.forms.event_form import text_field
from applications.desk.forms.letters import LettersForm
from applications.desk.reach import drawn, handled_application
from applications.letters.compose import Composed, compose
from applications.letters.issue import issue
from applications.letters.kinds import LetterKind, kinds_for
from applications.procedure.events import Event, FeeNotified
from disclosures.desk.move_page import attempt
from portal.core import clock
from portal.core.posted import posted

MOST_WORDS = 3000
# without any event: what says how the application itself stands
ALONE = (LetterKind.REGISTRATION, LetterKind.RECEIPT)


class KindForm(forms.Form):
    """Which letter, and what the clerk writes into it."""

    kind = forms.ChoiceField(label="哪一种文书", error_messages={"required": "请选择哪一种文书。"})

    def __init__(self, data: Any, *, case: Case, kind: str = "") -> None:
        super().__init__(data, initial={"kind": kind})
        kinds: Any = self.fields["kind"]
        kinds.choices = [("", "请选择")] + [(one.value, one.label) for one in possible(case)]
        self.fields["words"] = text_field(
            "要写明的内容", MOST_WORDS, required=False, rows=5, help_text="没有的不填。"
        )


def possible(case: Case) -> list[LetterKind]:
    """The letters that the record so far calls for."""
    found = {kind for step in case.steps if not step.undone_by for kind in kinds_for(step.event)}
    if _notice_to_come(case):
        found.add(LetterKind.FEE)
    return [kind for kind in LetterKind if kind in found or kind in ALONE]


def _notice_to_come(case: Case) -> FeeNotified | None:
    """收费通知: the letter goes out before the day on which the applicant gets it is known."""
    charge = Charge.objects.filter(application=case.application, amount__gt=0).first()
    return FeeNotified(on=clock.today(), amount=charge.amount) if charge else None


def letter(request: Any, model_admin: Any, key: int) -> HttpResponse:
    application = handled_application(request, model_admin, key)
    case = case_of(application)
    form = KindForm(posted(request), case=case, kind=request.GET.get("kind", ""))
    letters = None
    if form.is_valid():
        sending = request.POST.get("stage") == "do"
        drafted = _drafted(case, form)
        letters = LettersForm(request.POST if sending else None, [drafted], compulsory=True)
        if sending and letters.is_valid():
            chosen = letters.letters()[0]
            if attempt(letters, lambda: _issue(request, case, chosen)):
                messages.success(request, f"已出具《{chosen.kind.label}》。")
                return redirect("admin:applications_application_change", application.pk)
    return drawn(
        request,
        model_admin,
        "admin/applications/letter.html",
        title="另出文书",
        application=application,
        form=form,
        letters=letters,
    )


def _drafted(case: Case, form: KindForm) -> Composed:
    kind = LetterKind(form.cleaned_data["kind"])
    event = _event_for(case, kind)
    words = form.cleaned_data["words"]
    return compose(case.application, kind, event, on=clock.today(), words=words)


def _issue(request: Any, case: Case, chosen: Composed) -> None:
    issue(
        case.application,
        chosen.kind,
        event=_row_for(case, chosen.kind),
        addressee=chosen.addressee,
        title=chosen.title,
        text=chosen.text,
        on=clock.today(),
        by=request.user,
    )


def _event_for(case: Case, kind: LetterKind) -> Event | None:
    found = _steps_for(case, kind)
    if found:
        return found[-1].event
    return _notice_to_come(case) if kind is LetterKind.FEE else None


def _row_for(case: Case, kind: LetterKind) -> Any:
    found = _steps_for(case, kind)
    return found[-1].row if found else None


def _steps_for(case: Case, kind: LetterKind) -> list[Any]:
    """The entries in effect that call for this letter."""
    return [step for step in case.steps if not step.undone_by and kind in kinds_for(step.event)]
