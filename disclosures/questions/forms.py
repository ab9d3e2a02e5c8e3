import re
from typing import Any

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme

from disclosures.questions.models import LONGEST_MESSAGE
from disclosures.questions.states import Kind
from portal.core.guard import is_still_good, started_mark
from portal.privacy.scan import KIND_LABELS, scan_text

LONGEST_PAGE = 300
REACHABLE = re.compile(r"[0-9０-９][0-9０-９\-－ ]{5,}[0-9０-９]|[^@\s]+@[^@\s]+\.[^@\s]+")
CURE = (
    "您写的内容里有{found}，转办和公开时容易泄露，请删去，或把中间几位换成星号。"
    "要告诉我们电话，请写在“怎样联系您”里。"
)


def local_page(page: str) -> str:
    """`page` where it is an address of this site, else the home page."""
    safe = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page[:LONGEST_PAGE] if safe else "/"


class QuestionForm(forms.Form):
    kind = forms.ChoiceField(
        label="您想",
        choices=Kind.choices,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "请选择提问、找错或建议。"},
    )
    message = forms.CharField(
        label="内容",
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "请写明您要问什么，或者错在哪里。",
            "max_length": "写得太长了，请在 1000 字以内说明。",
        },
        help_text="写清时间、地点和事情，办得更快。请不要写身份证号、银行卡号和手机号。",
    )
    contact = forms.CharField(
        label="怎样联系您（可不填）",
        help_text="电话或电子邮箱。只用来答复您，不公开，办结后按期删除。",
        max_length=100,
        required=False,
        error_messages={"max_length": "联系方式太长了，请在 100 字以内。"},
    )
    may_publish = forms.BooleanField(
        label="同意把问题和答复放到网上，让别人也能看到",
        help_text="不写您的姓名和联系方式。不勾选，就只答复您本人。",
        required=False,
    )
    # people don't see this field; programs fill it in
    website = forms.CharField(required=False, label="请勿填写")
    started = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.usual = kind
        self.initial = {**self.initial, "kind": kind.value, "started": started_mark()}

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or self.usual.value

    def clean_message(self) -> str:
        """Personal numbers are pointed out before anything is kept; the text stays as typed."""
        message: str = self.cleaned_data["message"]
        if found := scan_text(message, "内容"):
            named = "、".join(f"{KIND_LABELS[one.kind]} {one.count} 个" for one in found)
            raise forms.ValidationError(CURE.format(found=named))
        return message

    def clean_contact(self) -> str:
        contact: str = self.cleaned_data["contact"]
        if contact and not REACHABLE.search(contact):
            raise forms.ValidationError("请写电话或电子邮箱，例如 0559-5550100；不用答复可以不填。")
        return contact

    def start_again(self) -> None:
        """Hand out a new mark with the same text, where the old one can never be accepted."""
        if not is_still_good(self.data.get("started", "")):
            given = {name: self.data.get(name, "") for name in self.fields}
            self.data = given | {"started": started_mark()}


class TrackForm(forms.Form):
    number = forms.CharField(
        label="编号",
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": "请填写回执上的编号。", "max_length": "编号没有这么长。"},
    )
    code = forms.CharField(
        label="查询码",
        max_length=40,
        help_text="回执上的 12 个字母和数字，如 abcd-2345-efgh，大小写都可以。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"required": "请填写回执上的查询码。", "max_length": "查询码没有这么长。"},
    )
