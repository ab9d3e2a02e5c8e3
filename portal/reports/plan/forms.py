"""What staff fill in for a measure: matters and figures are ticked, not typed."""

from typing import Any

from django import forms

from portal.reports.figures.known import known_figures
from portal.reports.plan.models import Measure, WorkPlan


class BeginPlanForm(forms.ModelForm):
    class Meta:
        model = WorkPlan
        fields = ("year",)


class MeasureForm(forms.ModelForm):
    figures = forms.MultipleChoiceField(
        label="看哪些数",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="措施的页面上会一直显示这些数。",
    )

    class Meta:
        model = Measure
        fields = (
            "plan",
            "chapter",
            "position",
            "title",
            "text",
            "office",
            "due_on",
            "note",
            "replaces",
            "entries",
            "figures",
        )
        widgets = {"entries": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        figures: Any = self.fields["figures"]
        figures.choices = [(name, name) for name in known_figures()]
        self.initial["figures"] = self.instance.figure_names

    def clean_figures(self) -> str:
        return "、".join(self.cleaned_data["figures"])
