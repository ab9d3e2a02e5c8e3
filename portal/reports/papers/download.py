"""A paper of the year as a file: 公文 as DOCX to go on with in WPS, as PDF to print."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

from portal.documents.docx import docx_of
from portal.documents.official import OfficialDocument
from portal.documents.pdf import pdf_of

MAKERS = {
    "docx": (
        docx_of,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "pdf": (pdf_of, "application/pdf"),
}


def wants_document(request: HttpRequest) -> bool:
    return request.GET.get("format") in MAKERS


def document_file(request: HttpRequest, document: OfficialDocument) -> HttpResponse:
    """`document` in the format that the address asks for."""
    extension = request.GET["format"]
    make, kind = MAKERS[extension]
    answer = HttpResponse(make(document), content_type=kind)
    name = quote(f"{document.title}.{extension}")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return answer
