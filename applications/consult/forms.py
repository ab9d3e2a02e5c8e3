from typing import Any

from django import forms

from applications.cases.keep_file import MOST_BYTES
from applications.cases.models import Application
from applications.consult.ask import Paper
from applications.consult.models import LONGEST
from portal.core.organisations.models import Organisation

FILE_HELP = (
    f"PDF、DOCX、XLSX、图片、TXT 或者 CSV，不超过 {MOST_BYTES // 1024 // 1024} MB。没有的不选。"
)


class PaperForm(forms.Form):
    """What both sides may send along."""

    def papers(self) -> list[Paper]:
        file = self.cleaned_data.get("file")
        return [Paper(file.name, file.read())] if file else []


class AskForm(PaperForm):
    office: Any = forms.ModelChoiceField(
        Organisation.objects.none(), label="交给谁", empty_label="请选择"
    )
    question = forms.CharField(
        label="问题",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="要查什么、能不能公开、依据是什么。站所只看到信息名称、这里的问题和附上的文件；"
        "不写申请人的姓名、电话。",
    )
    until = forms.DateField(
        label="请在哪天前答复",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text="不填的，按本镇规定的工作日算。答复申请人的期限照常计算，不因会商停下。",
    )
    file = forms.FileField(label="附上的文件", required=False, help_text=FILE_HELP)
    looked = forms.BooleanField(
        label="看过了，附上的文件站所可以看",
        required=False,
        help_text="文件里有个人信息或者有检查不了的内容时，系统会先拦下；确实用得着的才勾选。",
    )

    def __init__(self, data: Any, files: Any, *, application: Application) -> None:
        super().__init__(data, files)
        offices = Organisation.objects.of(application.township).filter(active=True)
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("question", "until", "looked")}


class AnswerForm(PaperForm):
    answer = forms.CharField(
        label="答复", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6})
    )
    file = forms.FileField(label="附上的文件", required=False, help_text=FILE_HELP)
