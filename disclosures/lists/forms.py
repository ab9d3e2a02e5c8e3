from typing import Any

from django import forms

from disclosures.lists.models import ListKind
from disclosures.lists.notation import (
    BadLine,
    columns_meant,
    columns_told,
    formulas_meant,
    formulas_told,
)


class ListKindForm(forms.ModelForm):
    """Columns and formulas are written a line each, in Chinese."""

    columns_told = forms.CharField(
        label="栏目",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="一行一栏：栏名｜用途｜必填｜表里的别名。同一人可以有几行、用这一栏区分的（如补贴项目），"
        "第三格写“可多行”。用途有：村、村民组、姓名、数量、面积、标准、金额、"
        "时段、备注、身份证（不保存）、其他。没有写在这里的栏目导入时一律去掉。",
    )
    formulas_told = forms.CharField(
        label="核对公式",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="一行一个，用上面的栏名，如：补贴面积（亩） × 补贴标准 = 补贴金额（元）。",
    )

    class Meta:
        model = ListKind
        exclude = ("columns", "formulas", "township")  # noqa: DJ006 the admin names the fields

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.instance
        if kind.pk:
            self.initial["columns_told"] = columns_told(kind.columns)
            self.initial["formulas_told"] = formulas_told(kind.formulas, kind.columns)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        try:
            self.instance.columns = columns_meant(data.get("columns_told", ""))
        except BadLine as told:
            self.add_error("columns_told", str(told))
            return data
        try:
            formulas = formulas_meant(data.get("formulas_told", ""), self.instance.columns)
            self.instance.formulas = formulas
        except BadLine as told:
            self.add_error("formulas_told", str(told))
        return data
