from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect

from disclosures.attachments.models import Attachment
from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.attach import checked
from disclosures.items.models import Disclosure, Edition
from disclosures.policies.models import Interpretation
from portal.uploads.checks import Refused

FIELDS = (
    "title",
    "entry",
    "issuer",
    "formed_on",
    "document_number",
    "summary",
    "keywords",
    "body",
    "source",
    "audience",
    "responsible",
    "effective_on",
    "expires_on",
    "go_live_at",
    "down_at",
    "change_note",
    "substantial",
)


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once, each proven before the form is accepted."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[tuple[str, bytes]]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        proven, refused = [], []
        for file in files:
            content = file.read()
            try:
                checked(content, file.name)
                proven.append((file.name, content))
            except Refused as refusal:
                refused.append(f"《{file.name}》：{refusal}")
        if refused:
            raise forms.ValidationError(refused)
        return proven


class EditionForm(forms.ModelForm):
    """What a clerk types: the item, its files, and for an interpretation the policy it explains."""

    files = FilesField(  # type: ignore[assignment]
        label="添加附件",
        required=False,
        help_text="可一次选几个文件。PDF、Word、Excel、WPS、OFD 和图片，每个不超过 30 MB。",
    )
    removed = forms.ModelMultipleChoiceField(
        Attachment.objects.none(),
        label="去掉附件",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    policy: Any = forms.ModelChoiceField(
        Disclosure.objects.none(), label="解读的政策", required=False, help_text="政策解读必填。"
    )
    form = forms.ChoiceField(label="解读形式", choices=Interpretation.Form, required=False)
    explained_by_whom = forms.CharField(label="解读人", max_length=60, required=False)
    video_url = forms.URLField(label="视频链接", required=False, assume_scheme="https")

    class Meta:
        model = Edition
        fields = FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "removed" in self.fields:
            removed: Any = self.fields["removed"]
            removed.queryset = self.instance.attachments.all()
            self._show_bond(Interpretation.objects.filter(disclosure=self.instance.disclosure_id))

    def _show_bond(self, bonds: Any) -> None:
        bond = bonds.first()
        if bond is None:
            return
        self.initial.update(
            policy=bond.policy_id,
            form=bond.form,
            explained_by_whom=bond.explained_by_whom,
            video_url=bond.video_url,
        )

    def limit_to(self, township: Any) -> None:
        """Policies of this township, found by typing."""
        field: Any = self.fields["policy"]
        published = Disclosure.objects.of(township).filter(live__isnull=False)
        field.queryset = published.select_related("live")
        relation = Interpretation._meta.get_field("policy")
        field.widget = AutocompleteSelect(relation, admin.site)
        field.widget.choices = field.choices

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        entry = data.get("entry")
        kind = CatalogueEntry.Kind.INTERPRETATION
        if entry is not None and entry.kind == kind and not data.get("policy"):
            self.add_error("policy", "这个公开事项是政策解读，请选择它解读的政策。")
        return data


class RemarkForm(forms.Form):
    """A word with a move; required where the move asks for one."""

    remark = forms.CharField(
        label="说明",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "请写明原因。"},
    )

    def __init__(self, *args: Any, required: bool = False, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["remark"].required = required
        if label:
            self.fields["remark"].label = label


class ClearForm(RemarkForm):
    override_reason = forms.CharField(
        label="保留个人信息、或人工检查的理由",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="发现个人信息或有文件无法自动检查时必填，会记入留痕。",
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="撤下原因",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="群众打开原网址时会看到这句话。撤下后不能恢复，只能复制为新稿。",
        error_messages={"required": "请写明撤下的原因。"},
    )


class RepealForm(forms.Form):
    on = forms.DateField(
        label="废止日期",
        help_text="如 2026-03-15",
        error_messages={"required": "请填写废止日期。", "invalid": "日期应写成 2026-03-15 这样。"},
    )
    reason = forms.CharField(
        label="废止依据或原因",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "请写明废止的依据或原因。"},
    )
    replaced_by = forms.CharField(
        label="由哪条信息替代（索引号）", required=False, help_text="没有可不填。"
    )
