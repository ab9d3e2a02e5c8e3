"""登记: a paper application that came by hand, post or fax, typed in by the clerk."""

from typing import Any

from django import forms

from applications.apply.forms import CitizenForm, OrganisationForm
from applications.desk.forms.event_form import day_field
from applications.desk.forms.papers import check_size, paper_field
from applications.procedure.channels import Channel
from portal.core import clock

FOR_PROGRAMS = ("website", "started", "sum", "sum_mark")
ONLINE_PAPERS = ("identity", "authorisation", "request")
PAPERS = {"scan": "申请的扫描件", "identity_scan": "身份证明", "authorisation_scan": "授权委托书"}
CAME_BY = [(one.value, one.label) for one in Channel if one is not Channel.ONLINE]


class CounterForm(forms.Form):
    """What the public form hasn't: how and when it came, and its scan."""

    def add_counter_fields(self) -> None:
        for name in (*FOR_PROGRAMS, *ONLINE_PAPERS):
            self.fields.pop(name)
        own: dict[str, forms.Field] = {
            "channel": forms.ChoiceField(
                label="怎样来的",
                choices=CAME_BY,
                initial=Channel.COUNTER.value,
                help_text="；".join(f"{one.label}，{one.received_when}" for one in _offline()),
            ),
            "came_on": day_field("到达的日期"),
            "confirmed_on": day_field(
                "双方确认收到的日期",
                required=False,
                help_text="平常信函、传真要填；还没有联系上的先不填，联系上以后再确认。",
            ),
        }
        own["came_on"].initial = clock.today()
        papers = {name: paper_field(f"{label}（可不传）") for name, label in PAPERS.items()}
        self.fields = {**own, **self.fields, **papers}
        self._forgive()

    def _forgive(self) -> None:
        """What is missing on paper is asked for by a supplement, and doesn't stop registering."""
        number = self.fields["identity_number"]
        number.required, number.label = False, "证件号码（纸上没有的，不填）"
        self.fields["delivery"].label = "申请人要求怎样给"
        self.fields["supply_form"].label = "申请人要求的形式"

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for name in PAPERS:
            try:
                check_size(given.get(name))
            except forms.ValidationError as refusal:
                self.add_error(name, refusal)
        return given

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if not name.startswith("more_")]


class CounterCitizenForm(CounterForm, CitizenForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_counter_fields()

    def clean_identity_number(self) -> str:
        """What was typed must be right; nothing may be typed."""
        return super().clean_identity_number() if self.cleaned_data["identity_number"] else ""


class CounterOrganisationForm(CounterForm, OrganisationForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_counter_fields()

    def clean_identity_number(self) -> str:
        return super().clean_identity_number() if self.cleaned_data["identity_number"] else ""


def _offline() -> list[Channel]:
    return [one for one in Channel if one is not Channel.ONLINE]


COUNTER_FORMS: dict[str, type[Any]] = {
    "citizen": CounterCitizenForm,
    "legal": CounterOrganisationForm,
}
