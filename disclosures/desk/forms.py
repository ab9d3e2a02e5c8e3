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
    "changed_on",
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


BOND = ("policy", "form", "explained_by_whom", "video_url")


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
    # when the text in the form was read: another's changes since are not overwritten
    seen = forms.CharField(label="打开时间", required=False, widget=forms.HiddenInput)

    class Meta:
        model = Edition
        fields = FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            return
        removed: Any = self.fields["removed"]
        removed.queryset = self.instance.attachments.all()
        self.initial["seen"] = self.instance.changed_at.isoformat()
        if not self.instance.first:
            self._fix_bond()
        self._show_bond(Interpretation.objects.filter(disclosure=self.instance.disclosure_id))

    def _fix_bond(self) -> None:
        """The bond belongs to what is public already: a revision under review leaves it alone."""
        for name in BOND:
            del self.fields[name]

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
        field.queryset = Disclosure.objects.of(township).filter(
            live__entry__kind=CatalogueEntry.Kind.POLICY
        )
        relation = Interpretation._meta.get_field("policy")
        field.widget = AutocompleteSelect(relation, admin.site)
        field.widget.choices = field.choices

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        entry = data.get("entry")
        explains = entry is not None and entry.kind == CatalogueEntry.Kind.INTERPRETATION
        if explains and "policy" in self.fields and not data.get("policy"):
            self.add_error("policy", "这个公开事项是政策解读，请选择它解读的政策。")
        return data

    def clean_seen(self) -> str:
        """Two people at one draft: the second is told, rather than the first overwritten."""
        seen = self.cleaned_data["seen"]
        if seen and self.instance.pk and seen != self.instance.changed_at.isoformat():
            name = self.instance.last_editor or "同事"
            self.add_error(
                None,
                f"您打开之后，{name}又改了这份稿件。请先复制您改过的文字，刷新页面后再修改。",
            )
        return seen
