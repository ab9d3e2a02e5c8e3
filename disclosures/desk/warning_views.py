"""The moves with a warning, one address for each; they change nothing on a visit."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminSplitDateTime
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from disclosures.desk.move_forms import RemarkForm
from disclosures.desk.move_page import attempt, move_page
from disclosures.warnings.levels import Level
from disclosures.warnings.models import EmergencyWarning
from disclosures.warnings.moves import ISSUERS, issue, lift, update, withdraw
from portal.core.desk.widgets import made_plain
from portal.core.posted import posted

TITLES = {
    "issue": "发布预警",
    "update": "续发、升级、降级或延长",
    "lift": "解除预警",
    "withdraw": "撤回预警",
}
DOES = {
    "issue": "一按就发布，出现在每个网页最上面，到结束时间自动撤下。发布后文字不能改，只能续发。",
    "update": "把变化告诉群众：可以升级、降级、延长，或只补充说明。原来的文字保留。",
    "lift": "险情过去了，提前结束。预警从网页顶部撤下，移到存档。",
    "withdraw": "发错了才用。网页会写明什么时候、为什么撤回，内容不再显示。",
}


class UpdateForm(forms.Form):
    text = forms.CharField(
        label="有什么变化",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "请写明有什么变化。"},
    )
    level = forms.ChoiceField(label="等级", choices=Level.choices)
    ends_at = forms.SplitDateTimeField(label="预计结束时间", widget=AdminSplitDateTime)

    def __init__(self, *args: Any, warning: EmergencyWarning, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["level"], self.initial["ends_at"] = warning.level, warning.ends_at
        made_plain(self.fields["ends_at"], EmergencyWarning._meta.get_field("ends_at"))


def warning_move(request: Any, model_admin: Any, key: int, move: str) -> HttpResponse:
    warning = get_object_or_404(model_admin.get_queryset(request), pk=key)
    form = _form(request, move, warning)
    sent = request.method == "POST" and form.is_valid()
    if sent and attempt(form, _runner(move, warning, request.user, form.cleaned_data)):
        messages.success(request, f"已办理“{TITLES[move]}”：{warning.title}")
        return redirect("admin:disclosures_emergencywarning_change", warning.pk)
    return move_page(
        request,
        model_admin,
        title=TITLES[move],
        subject=warning,
        does=DOES[move],
        form=form,
        allowed=request.user.may(ISSUERS, warning.issuer),
    )


def _form(request: Any, move: str, warning: EmergencyWarning) -> Any:
    given = posted(request)
    if move == "issue":
        return forms.Form(given)
    if move == "update":
        return UpdateForm(given, warning=warning)
    label = "撤回原因" if move == "withdraw" else "说明（可不填）"
    return RemarkForm(given, required=move == "withdraw", label=label)


def _runner(
    move: str, warning: EmergencyWarning, by: Any, data: dict[str, Any]
) -> Callable[[], Any]:
    if move == "issue":
        return lambda: issue(warning, by=by)
    if move == "update":
        return lambda: update(warning, by=by, **data)
    if move == "lift":
        return lambda: lift(warning, text=data["remark"], by=by)
    return lambda: withdraw(warning, reason=data["remark"], by=by)
