from typing import Any

from django import forms

from applications.apply.papers import ManyFiles
from applications.cases.models import LONGEST_DESCRIPTION

LONG = {"max_length": f"写得太长了，请在 {LONGEST_DESCRIPTION} 字以内，其余可放进附件。"}


class TrackForm(forms.Form):
    number = forms.CharField(
        label="编号",
        max_length=20,
        help_text="如 SQ2026-0012。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": "请填写回执上的编号。", "max_length": "编号没有这么长。"},
    )
    code = forms.CharField(
        label="查询码",
        max_length=40,
        help_text="回执上的 12 个字母和数字，如 abcd-2345-efgh，大小写都可以。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"required": "请填写回执上的查询码。", "max_length": "查询码没有这么长。"},
    )


def _words(label: str, missing: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_DESCRIPTION,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": missing, **LONG},
    )


class SupplementForm(forms.Form):
    words = _words("补充的内容", "请写明补充的内容。", "照补正告知书上的要求写。")
    excuse = forms.CharField(
        label="迟了的原因",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "原因写得太长了，请在 300 字以内。"},
    )
    papers = ManyFiles(label="附件（可不传，每个不超过 20 MB）")

    def __init__(self, *args: Any, late: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if late:
            self.fields["excuse"].required = True
            self.fields["excuse"].error_messages["required"] = (
                "补正期限已经过了，请写明迟了的正当理由，不然不能再办理。"
            )
        else:
            del self.fields["excuse"]


class ReasonsForm(forms.Form):
    words = _words("理由", "请写明需要这些信息的理由。")


class WithdrawForm(forms.Form):
    sure = forms.BooleanField(
        label="我要撤回这件申请，知道撤回后不再办理。",
        error_messages={"required": "撤回请先打勾；不撤回不用管它。"},
    )
