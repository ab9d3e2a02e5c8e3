from typing import Any

from django import forms

from disclosures.attachments.models import Attachment
from disclosures.guides.events import CHOICES, joined, parted
from disclosures.guides.models import ServiceGuide
from portal.core.desk.inlines import NamedRows


class ServiceGuideForm(forms.ModelForm):
    """Life events are ticked."""

    events = forms.MultipleChoiceField(
        label="什么时候要办",
        choices=CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="群众遇到哪些事时会用到它，可选几个；办事页面按它们分类。",
    )

    class Meta:
        model = ServiceGuide
        exclude = ("edition", "township")  # noqa: DJ006 the inline names the fields

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["events"] = [event.slug for event in parted(self.instance.events)]

    def clean_events(self) -> str:
        return joined(self.cleaned_data["events"])


class MaterialFormSet(NamedRows):
    """Materials, after the files of the draft were kept."""

    def save(self, commit: bool = True) -> Any:
        """A form that was taken off the draft in the same breath is taken off its material."""
        rows = super().save(commit=commit)
        there = set(Attachment.objects.filter(edition=self.instance).values_list("pk", flat=True))
        for row in rows:
            if row.form_id not in there:
                row.form = None
        return rows
