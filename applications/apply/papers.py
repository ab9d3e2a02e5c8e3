"""The papers of a form: proven when they come, and kept with the draft if the form has errors."""

from typing import Any

from django import forms

from applications.apply.draft import keep_paper
from applications.cases.keep_file import MOST_BYTES
from applications.cases.models import CaseFile
from portal.core.public_page import PublicRequest
from portal.uploads.refused import Refused

TOO_LARGE = "文件超过 20 MB，请压缩、拆开，或者送到窗口。"
FIELDS = {
    "identity": CaseFile.Kind.IDENTITY,
    "authorisation": CaseFile.Kind.AUTHORISATION,
    "request": CaseFile.Kind.REQUEST,
}


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFiles(forms.Field):
    """Chosen files go straight to the draft, so the field itself has nothing to say."""

    widget = ManyFilesInput

    def __init__(self, label: str) -> None:
        super().__init__(label=label, required=False)

    def clean(self, value: Any) -> None:
        return None


def take_papers(request: PublicRequest) -> dict[str, list[str]]:
    """Keep what was sent along. The sentences of what was refused, by field."""
    refused: dict[str, list[str]] = {}
    for field, kind in FIELDS.items():
        for file in request.FILES.getlist(field):
            try:
                if (file.size or 0) > MOST_BYTES:
                    raise Refused(TOO_LARGE)
                keep_paper(request, file.read(), file.name or "", kind)
            except Refused as refusal:
                refused.setdefault(field, []).append(f"《{file.name}》：{refusal}")
    return refused
