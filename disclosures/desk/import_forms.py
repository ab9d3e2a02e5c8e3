"""What is uploaded for an import, and what is confirmed after the preview."""

from typing import Any

from django import forms

from disclosures.desk.forms import ManyFiles
from disclosures.flow.item_files import files_in_zip
from disclosures.items.states import TAKES_OVER
from portal.core.staff.models import Staff
from portal.uploads.checks import Refused

LARGEST = 200 * 1024 * 1024


class BesideField(forms.FileField):
    """The files that the sheet names: chosen one by one, or packed into ZIPs."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> dict[str, bytes]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if sum(file.size for file in files) > LARGEST:
            raise forms.ValidationError("附件一共超过 200 MB，请分几次导入。")
        found: dict[str, bytes] = {}
        for file in files:
            found |= self._unpacked(file)
        return found

    def _unpacked(self, file: Any) -> dict[str, bytes]:
        if not file.name.lower().endswith(".zip"):
            return {file.name: file.read()}
        try:
            return files_in_zip(file.read())
        except Refused as refusal:
            raise forms.ValidationError(f"《{file.name}》：{refusal}") from refusal


class UploadForm(forms.Form):
    sheet = forms.FileField(
        label="信息表格",
        help_text="XLSX、XLS 或 CSV。",
        error_messages={"required": "请选择信息表格。", "empty": "这个表格是空文件，请重新选择。"},
    )
    files = BesideField(  # type: ignore[assignment]
        label="附件",
        required=False,
        help_text="表格里写到的文件，可一次选几个，也可压缩成 ZIP；一共不超过 200 MB。",
    )


class ConfirmForm(forms.Form):
    """Taking rows over as long public is the administrator's."""

    archived = forms.BooleanField(
        label="这些信息早已公开，按表中的发布日期作为历史信息导入（不再审核）", required=False
    )
    override_reason = forms.CharField(
        label="无法自动检查的文件是怎样人工查看的", required=False, max_length=300
    )

    def __init__(self, *args: Any, person: Staff, unreadable: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        takes_over = TAKES_OVER in person.roles
        if not takes_over:
            del self.fields["archived"]
        if not takes_over or not unreadable:
            del self.fields["override_reason"]
