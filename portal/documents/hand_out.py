"""An official document as a file to take away."""

from collections.abc import Callable

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from portal.documents.docx import docx_of
from portal.documents.official import OfficialDocument
from portal.documents.pdf import pdf_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAKERS: dict[str, tuple[str, Callable[[OfficialDocument], bytes]]] = {
    "docx": (WORD, docx_of),
    "pdf": ("application/pdf", pdf_of),
}


def handed_out(document: OfficialDocument, kind: str, name: str) -> HttpResponse:
    """`kind` is one of MAKERS; `name` what the file is called, without its ending."""
    media_type, make = MAKERS[kind]
    answer = HttpResponse(make(document), content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.{kind}") or ""
    return answer
