from typing import Any

from django import forms

from applications.cases.models import Application
from portal.core.staff.models import Staff
from portal.core.staff.roles import APPLICATION_DESK


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, person: Any) -> str:
        return f"{person}（{person.organisation}）" if person.organisation else str(person)


class AssignForm(forms.Form):
    """Whom to give it to: those who handle applications in this township."""

    to = PersonChoice(
        label="交给谁",
        queryset=Staff.objects.none(),
        error_messages={"required": "请选择交给谁。", "invalid_choice": "请从列表中选择。"},
    )

    def __init__(self, data: Any, *, application: Application) -> None:
        super().__init__(data)
        roles = [role.label for role in APPLICATION_DESK]
        people = Staff.objects.of(application.township).filter(is_active=True)
        choices: Any = self.fields["to"]
        choices.queryset = (
            people.filter(groups__name__in=roles).select_related("organisation").distinct()
        )
