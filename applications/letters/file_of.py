"""Handing out an issued letter exactly as it was kept."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from applications.letters.models import Letter
from disclosures.attachments.serve import SANDBOX

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def file_of(letter: Letter, which: str) -> HttpResponse:
    """404 once it was forgotten. Whoever calls has asked who may have it."""
    kept = getattr(letter, which)
    if not kept:
        raise Http404
    answer = HttpResponse(kept.plain(), content_type=MEDIA_TYPES[which])
    name = f"{letter.number} {letter.title}.{which}"
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer["Content-Security-Policy"] = SANDBOX
    answer["Cache-Control"] = "private, no-store"
    return answer
