from typing import Any

from django import forms

from disclosures.guides.events import CHOICES
from disclosures.guides.models import ServiceGuide


class ServiceGuideForm(forms.ModelForm):
    """Life events are ticked, and kept as their slugs."""

    events = forms.MultipleChoiceField(
        label="人生大事",
        choices=CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="群众遇到哪些事时会用到它，可选几个。",
    )

    class Meta:
        model = ServiceGuide
        exclude = ("edition", "township")  # noqa: DJ006 the inline names the fields

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["events"] = [event.slug for event in self.instance.life_events]

    def clean_events(self) -> str:
        return ",".join(self.cleaned_data["events"])
