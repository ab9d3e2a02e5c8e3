from django import forms

from applications.cases.keep_file import MOST_BYTES
from applications.cases.models import CaseFile

BY_HAND = (
    CaseFile.Kind.SCAN,
    CaseFile.Kind.IDENTITY,
    CaseFile.Kind.AUTHORISATION,
    CaseFile.Kind.REQUEST,
    CaseFile.Kind.SUPPLEMENT,
    CaseFile.Kind.OPINION,
    CaseFile.Kind.PROOF,
    CaseFile.Kind.REMEDY,
    CaseFile.Kind.OTHER,
)
TOO_LARGE = f"文件超过 {MOST_BYTES // 1024 // 1024} MB，请压缩、拆开再传。"


def paper_field(label: str, *, required: bool = False) -> forms.FileField:
    return forms.FileField(
        label=label,
        required=required,
        help_text="PDF、图片、Word 或 Excel，不超过 20 MB。",
        error_messages={"required": "请选择文件。", "empty": "这是一个空文件，请重新选择。"},
    )


def check_size(file: object) -> None:
    """Before it is read into memory."""
    if (getattr(file, "size", 0) or 0) > MOST_BYTES:
        raise forms.ValidationError(TOO_LARGE)


class PaperForm(forms.Form):
    kind = forms.ChoiceField(
        label="是什么材料", choices=[(one.value, one.label) for one in BY_HAND]
    )
    file = paper_field("文件", required=True)

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        check_size(file)
        return file
