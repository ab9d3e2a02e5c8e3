from typing import Any

from django import forms

from applications.cases.keep_file import MOST_BYTES
from applications.release.models import Release


class OriginalForm(forms.Form):
    """The original that the copy for the applicant is made from."""

    file = forms.FileField(
        label="拟公开的原件",
        help_text=(
            f"PDF、DOCX、XLSX、图片、TXT 或者 CSV，不超过 {MOST_BYTES // 1024 // 1024} MB。"
            "原件只在这里留底，不会交给申请人。"
        ),
    )


class ConfirmForm(forms.Form):
    """The second look at a copy; asks only for what this copy needs."""

    looked = forms.BooleanField(label="自动检查不了的内容，我已经从头到尾看过", required=False)
    reason = forms.CharField(
        label="理由和依据",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="不要在这里写身份证号、电话等个人信息。",
    )

    def __init__(self, data: Any, *, release: Release, alone: bool) -> None:
        super().__init__(data)
        if not release.unchecked:
            del self.fields["looked"]
        if release.findings:
            self.fields["reason"].label = "为什么留下这些个人信息"
        elif alone:
            self.fields["reason"].label = "为什么没有第二个人复核"
        else:
            del self.fields["reason"]


class DropForm(forms.Form):
    reason = forms.CharField(label="原因", max_length=300)
