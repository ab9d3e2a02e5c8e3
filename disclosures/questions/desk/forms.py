from typing import Any

from django import forms

from disclosures.catalogue.categories import CHOICES
from disclosures.catalogue.models import CatalogueEntry
from disclosures.questions.models import LONGEST_ANSWER, LONGEST_MESSAGE, Question
from portal.core.organisations.models import Organisation


class AssignForm(forms.Form):
    office: Any = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="交给",
        empty_label="请选择",
        error_messages={"required": "请选择承办机构。"},
    )
    remark = forms.CharField(
        label="交办意见（可不填）",
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Any, question: Question) -> None:
        super().__init__(data)
        bodies = Organisation.objects.of(question.township).filter(active=True)
        self.fields["office"].queryset = bodies.exclude(  # type: ignore[attr-defined]
            pk=question.assigned_to_id
        )


class DraftForm(forms.Form):
    """The answer for all to read, beginning with what the resident wrote."""

    title = forms.CharField(
        label="标题",
        max_length=80,
        help_text="用一句话说清问的是什么，如“高龄津贴几月发放？”",
        error_messages={"required": "请写标题。"},
    )
    asked = forms.CharField(
        label="公开的问题",
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="可以删去姓名、门牌号和与问题无关的话，不要改变意思。原文另外保存，不公开。",
        error_messages={"required": "请写公开的问题。"},
    )
    text = forms.CharField(
        label="答复",
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text="先回答，再说依据和怎么办、找谁、电话。不要写个人的手机号、身份证号。",
        error_messages={"required": "请写答复。"},
    )
    entry: Any = forms.ModelChoiceField(
        CatalogueEntry.objects.none(),
        label="公开事项（可不选）",
        required=False,
        empty_label="不选",
    )
    category = forms.ChoiceField(
        label="重点类别（选了公开事项就不用选）",
        choices=[("", "不选"), *CHOICES],
        required=False,
    )

    def __init__(self, data: Any, question: Question) -> None:
        kept = {
            "title": question.title,
            "asked": question.asked or question.message,
            "text": question.answer,
            "entry": question.entry_id,
            "category": question.category,
        }
        super().__init__(data, initial=kept)
        entries = CatalogueEntry.objects.of(question.township).filter(active=True)
        self.fields["entry"].queryset = entries  # type: ignore[attr-defined]


class WordsForm(forms.Form):
    """One text for residents to read."""

    text = forms.CharField(
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "请写内容。"},
    )

    def __init__(self, data: Any, label: str, help_text: str = "", initial: str = "") -> None:
        super().__init__(data, initial={"text": initial})
        self.fields["text"].label = label
        self.fields["text"].help_text = help_text


class MergeForm(forms.Form):
    earlier = forms.IntegerField(
        label="并入哪一条（编号）",
        min_value=1,
        max_value=10**15,
        help_text="先问的那条的编号，在列表第一栏。",
        error_messages={"required": "请填写编号。", "invalid": "编号只有数字。"},
    )
