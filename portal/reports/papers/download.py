"""A paper of the year as a file: 公文 as DOCX to go on with in WPS, as PDF to print."""

from django.http import HttpRequest, HttpResponse

from portal.documents.hand_out import MAKERS, handed_out
from portal.documents.official import OfficialDocument


def wants_document(request: HttpRequest) -> bool:
    return request.GET.get("format") in MAKERS


def document_file(request: HttpRequest, document: OfficialDocument) -> HttpResponse:
    """`document` in the format that the address asks for."""
    return handed_out(document, request.GET["format"], document.name)
