from typing import Any

from django.http import HttpRequest


def posted(request: HttpRequest) -> Any:
    """What a form is bound to: an empty POST is still sent, and has its errors to show."""
    return request.POST if request.method == "POST" else None


def posted_files(request: HttpRequest) -> Any:
    """The files of a sent form; None on a visit, which must not look like one without files."""
    return request.FILES if request.method == "POST" else None
