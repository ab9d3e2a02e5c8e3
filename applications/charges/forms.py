from typing import Any

from django import forms

from applications.fees.tiers import MOST_UNITS, Basis
from portal.core import clock

PROOF_HELP = "怎样送达、凭证编号；没有的不填。"


class CountForm(forms.Form):
    """How the application counts. Sent by GET: it only computes."""

    basis = forms.ChoiceField(
        label="计收方式",
        choices=Basis.choices(),
        help_text="一件申请只能选一种：按件，或者按量（纸质、电子复制件的页数）。",
    )
    count = forms.IntegerField(
        label="件数或者页数",
        min_value=1,
        max_value=MOST_UNITS,
        help_text="一份申请要几项内容的，按一事一申请的最小合理单位拆开数；已主动公开的不算。",
    )


class DayForm(forms.Form):
    """The day something reached the other side, and its proof."""

    on = forms.DateField(
        label="日期", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    proof = forms.CharField(label="凭证", max_length=200, required=False, help_text=PROOF_HELP)

    def __init__(self, data: Any, label: str) -> None:
        super().__init__(data, initial={"on": clock.today()})
        self.fields["on"].label = label


class NotifyForm(DayForm):
    basis = forms.ChoiceField(choices=Basis.choices(), widget=forms.HiddenInput)
    count = forms.IntegerField(min_value=1, max_value=MOST_UNITS, widget=forms.HiddenInput)
    amount = forms.DecimalField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any, **counted: Any) -> None:
        super().__init__(data, "申请人收到收费通知的日期")
        self.initial = {**self.initial, **counted}


class KeepForm(forms.Form):
    basis = forms.ChoiceField(choices=Basis.choices(), widget=forms.HiddenInput)
    count = forms.IntegerField(min_value=1, max_value=MOST_UNITS, widget=forms.HiddenInput)
