"""What is typed with a move: a word, a reason, a day."""

from typing import Any

from django import forms

from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township


class RemarkForm(forms.Form):
    """A word with a move; required where the move asks for one."""

    remark = forms.CharField(
        label="说明",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "请写明原因。"},
    )

    def __init__(self, *args: Any, required: bool = False, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["remark"].required = required
        if label:
            self.fields["remark"].label = label


class ClearForm(RemarkForm):
    override_reason = forms.CharField(
        label="保留个人信息、或人工检查的理由",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写明为什么可以公开，或怎样人工检查过；会记入留痕。",
    )

    def __init__(self, *args: Any, clean_text: bool, **kwargs: Any) -> None:
        """Nothing to override where nothing was found and everything could be read."""
        super().__init__(*args, **kwargs)
        if clean_text:
            del self.fields["override_reason"]


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="撤下原因",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="群众打开原网址时会看到这句话。撤下后不能恢复，只能复制为新稿。",
        error_messages={"required": "请写明撤下的原因。"},
    )


class RepealForm(forms.Form):
    on = forms.DateField(
        label="废止日期",
        help_text="例如 2026-03-15。",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "请填写废止日期。", "invalid": "日期应写成 2026-03-15 这样。"},
    )
    reason = forms.CharField(
        label="废止依据或原因",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "请写明废止的依据或原因。"},
    )
    replaced_by = forms.CharField(
        label="由哪条信息替代（索引号）", required=False, help_text="没有可不填。"
    )


class StartForm(forms.Form):
    """For which body a draft from a template is written."""

    issuer: Any = forms.ModelChoiceField(Organisation.objects.none(), label="发布机构")

    def __init__(self, *args: Any, person: Staff, township: Township, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Organisation.objects.of(township).filter(active=True)
        if not person.acts_for_whole_township:
            bodies = bodies.filter(pk__in=person.covered_organisations)
        field: Any = self.fields["issuer"]
        field.queryset = bodies
        self.initial["issuer"] = person.organisation_id
