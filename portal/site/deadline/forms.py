from typing import Any

from django import forms

from portal.core.workdays.limits import Limit, Unit
from portal.spreadsheets.cells import BadCell, as_date

UNITS = ((Unit.WORKING_DAYS.value, "工作日"), (Unit.CALENDAR_DAYS.value, "自然日"))


class DayField(forms.CharField):
    """A day as people write it: 2025-01-20, 2025.1.20, 2025年1月20日."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return as_date(text)
        except BadCell as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class DeadlineForm(forms.Form):
    received = DayField(
        label="从哪天算起",
        help_text="收到申请或信息形成的那一天，如 2026-03-15",
        error_messages={"required": "请填写起算日期，如 2026-03-15。"},
    )
    days = forms.IntegerField(
        label="多少天",
        min_value=1,
        max_value=365,
        error_messages={
            "required": "请填写天数，如 20。",
            "invalid": "天数只能写数字，如 20。",
            "min_value": "天数至少是 1。",
            "max_value": "天数最多是 365。",
        },
    )
    unit = forms.ChoiceField(
        label="怎么数",
        choices=UNITS,
        required=False,
        error_messages={"invalid_choice": "只能按工作日（working）或自然日（calendar）数。"},
    )

    def limit(self) -> Limit:
        unit = self.cleaned_data["unit"] or Unit.WORKING_DAYS.value
        return Limit(self.cleaned_data["days"], Unit(unit))
