from django import forms
from django.utils.http import url_has_allowed_host_and_scheme

from disclosures.corrections.guard import is_still_good, started_mark

LONGEST_PAGE = 300


def local_page(page: str) -> str:
    """`page` where it is an address of this site, else the home page."""
    safe = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page[:LONGEST_PAGE] if safe else "/"


class ErrorReportForm(forms.Form):
    page = forms.CharField(widget=forms.HiddenInput, required=False)
    message = forms.CharField(
        label="错在哪里",
        help_text="例如：第二段的电话打不通。请不要写身份证号、银行卡号。",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": "请写明错在哪里。",
            "max_length": "写得太长了，请在 1000 字以内说明。",
        },
    )
    contact = forms.CharField(
        label="怎样联系您（可不填）",
        help_text="电话或电子邮箱，只用来告诉您结果，不公开。",
        max_length=100,
        required=False,
        error_messages={"max_length": "联系方式太长了，请在 100 字以内。"},
    )
    # people don't see this field; programs fill it in
    website = forms.CharField(required=False, label="请勿填写")
    started = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_page(self) -> str:
        return local_page(self.cleaned_data["page"])

    def start_again(self) -> None:
        """Hand out a new mark with the same text, where the old one can never be accepted."""
        if not is_still_good(self.data.get("started", "")):
            given = {name: self.data.get(name, "") for name in self.fields}
            self.data = given | {"started": started_mark()}
