"""What accountants and supervisors type."""

from datetime import date
from typing import Any

from django import forms

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.accounts.models import Account, Subject
from finance.ledger.models import LedgerEntry, Period
from finance.ledger.post import Posting
from portal.core import clock
from portal.core.organisations.models import Organisation

DAY = {"required": "请填写日期。", "invalid": "日期应写成 2026-03-15 这样。"}
MONEY = {
    "required": "请填写金额。",
    "invalid": "金额应是数字，如 1250.50。",
    "max_decimal_places": "金额最多两位小数。",
    "max_digits": "金额太大了，请核对。",
    "max_whole_digits": "金额太大了，请核对。",
    "min_value": "金额要大于 0；更正已公开的一笔请用红字冲销。",
}


def day_field(label: str, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, error_messages=DAY, **more)


class OpenForm(forms.Form):
    """Which period is begun."""

    village: Any = forms.ModelChoiceField(
        Organisation.objects.none(), label="村（社区）", empty_label=None
    )
    first = day_field("账期里的任意一天", help_text="如 2026-11-01，系统按月或按季确定起止。")

    def __init__(self, *args: Any, villages: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["village"]
        field.queryset = villages


class EntryForm(forms.Form):
    """One receipt or payment of an open period."""

    account: Any = forms.ModelChoiceField(Account.objects.none(), label="账户", empty_label=None)
    on = day_field("日期")
    voucher = forms.CharField(label="凭证号", max_length=30, required=False)
    subject: Any = forms.ModelChoiceField(
        Subject.objects.none(),
        label="科目",
        error_messages={"required": "请选择科目，科目决定这一笔是收入还是支出。"},
    )
    purpose = forms.CharField(
        label="用途",
        max_length=200,
        help_text="用群众看得懂的话写明这笔钱做了什么，如“更换三组路灯 6 盏”。",
        error_messages={"required": "请写明用途。"},
    )
    amount = forms.DecimalField(
        label="金额（元）", max_digits=12, decimal_places=2, min_value=0.01, error_messages=MONEY
    )
    counterparty = forms.CharField(
        label="收（付）款方",
        max_length=80,
        required=False,
        help_text="单位写全称；个人写姓名，保存时只留姓氏。",
    )
    handler = forms.CharField(label="经手人", max_length=40, required=False)
    resolution: Any = forms.ModelChoiceField(
        Disclosure.objects.none(), label="依据的决议", required=False, empty_label="不需要"
    )
    project: Any = forms.ModelChoiceField(
        Disclosure.objects.none(), label="项目", required=False, empty_label="不属于项目"
    )
    levy: Any = forms.ModelChoiceField(
        Disclosure.objects.none(), label="筹资筹劳", required=False, empty_label="不是筹资筹劳"
    )
    remark = forms.CharField(label="备注", max_length=200, required=False)

    def __init__(
        self, *args: Any, period: Period, entry: LedgerEntry | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.period = period
        village = period.village
        accounts = Account.objects.filter(village=village, active=True, opened_on__lte=period.last)
        choices: dict[str, Any] = {
            "account": accounts.filter(pk=entry.account_id) if entry else accounts,
            "subject": Subject.objects.of(village.township),
            "resolution": _public(village, Shape.RESOLUTION, "resolution"),
            "project": _public(village, Shape.PROJECT_FILE, ""),
            "levy": _public(village, Shape.LEVY, ""),
        }
        for name, queryset in choices.items():
            field: Any = self.fields[name]
            field.queryset = queryset
            if name in ("resolution", "project", "levy"):
                field.label_from_instance = _title
        self.fields["subject"].label_from_instance = _subject  # type: ignore[attr-defined]
        if entry is not None:
            self.initial = {name: getattr(entry, name) for name in self.fields}
        else:
            self.initial.setdefault("on", min(max(clock.today(), period.first), period.last))

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if not self.period.first <= on <= self.period.last:
            raise forms.ValidationError(
                f"日期应在{self.period.name}内（{self.period.first} 至 {self.period.last}）。"
            )
        return on

    def posting(self) -> Posting:
        given = {name: value for name, value in self.cleaned_data.items() if name != "account"}
        return Posting(**given)


class ReverseForm(forms.Form):
    """Into which open period, on what day and why an entry is taken back."""

    into: Any = forms.ModelChoiceField(Period.objects.none(), label="记入账期", empty_label=None)
    on = day_field("冲销日期")
    reason = forms.CharField(
        label="冲销原因",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="群众会看到，如“金额多记 200 元，按正确金额重新记账”。",
        error_messages={"required": "请写明冲销的原因。"},
    )

    def __init__(self, *args: Any, periods: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["into"]
        field.queryset = periods
        latest = periods.last()
        if latest is not None:
            self.initial.setdefault("on", min(max(clock.today(), latest.first), latest.last))


class CheckForm(forms.Form):
    """The supervisors' opinion; it is public."""

    whom = forms.CharField(
        label="审核人", max_length=60, help_text="如：村务监督委员会（查德林、吴贵华、汪某）。"
    )
    on = day_field("审核日期")
    remark = forms.CharField(
        label="审核意见",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="会公开，如“票据齐全，同意公开”。",
    )


class VoucherForm(forms.Form):
    file = forms.FileField(
        label="凭证图片或 PDF",
        error_messages={"required": "请选择文件。", "empty": "这个文件是空的。"},
    )
    looked_through = forms.BooleanField(
        label="我看过了：图上没有身份证号、银行卡号、电话，个人姓名和签名已经遮盖",
        error_messages={"required": "请先确认凭证上的个人信息已经遮盖。"},
    )


class SheetForm(forms.Form):
    """A sheet and the account that it belongs to."""

    account: Any = forms.ModelChoiceField(Account.objects.none(), label="账户", empty_label=None)
    sheet = forms.FileField(
        label="收支明细表",
        help_text="XLSX、XLS 或 CSV，照平时记账的样子就行：标题、单位、合计、累计、签字行都认得。",
        error_messages={"required": "请选择文件。", "empty": "这个文件是空的。"},
    )
    year = forms.IntegerField(
        label="年份",
        required=False,
        min_value=2000,
        max_value=2100,
        help_text="表里只写了月日、标题也没有年份时填写。",
        error_messages={"invalid": "年份应是四位数字。"},
    )

    def __init__(self, *args: Any, accounts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["account"]
        field.queryset = accounts

    def clean_sheet(self) -> Any:
        file = self.cleaned_data["sheet"]
        if file.size > MAX_SHEET:
            raise forms.ValidationError("文件超过 30 MB，请分成几份或删去图片后再传。")
        return file


MAX_SHEET = 30 * 1024 * 1024


def _public(village: Organisation, shape: Shape, part: str) -> Any:
    """Public items of a shape that this village may name, the newest first."""
    items = Disclosure.objects.public(village.township, clock.now()).filter(live__shape=shape)
    if part:
        items = items.filter(**{f"live__{part}__village": village})
    return items.select_related("live").order_by("-published_at")


def _title(item: Disclosure) -> str:
    live: Any = item.live
    return f"{live.document_number or item.index_number}　{live.title}"


def _subject(subject: Subject) -> str:
    return f"{subject.get_direction_display()}：{subject.name}"
