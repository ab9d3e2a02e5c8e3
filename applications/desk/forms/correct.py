from typing import Any

from django import forms

UNDO, INSTEAD = "undo", "instead"


class CorrectForm(forms.Form):
    """Why an entry is wrong, and whether another takes its place."""

    how = forms.ChoiceField(
        label="怎样更正",
        choices=[
            (UNDO, "这一项没有发生，撤销"),
            (INSTEAD, "这一项登记错了，改成下面的内容"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "请选择怎样更正。"},
    )
    why = forms.CharField(
        label="更正的原因",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="原来的登记和更正都留在记录里。",
        error_messages={"required": "请写明更正的原因。"},
    )

    def __init__(self, data: Any, *, may_undo: bool) -> None:
        super().__init__(data)
        if not may_undo:
            how: Any = self.fields["how"]
            how.choices = [choice for choice in how.choices if choice[0] == INSTEAD]
            how.initial = INSTEAD
