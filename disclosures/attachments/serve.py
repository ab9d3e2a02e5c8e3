"""Handing out stored files: by nginx where it stands before us, else by ourselves."""

from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control

SHOWN_INLINE = ("application/pdf", "image/jpeg", "image/png", "image/webp", "image/gif")
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def serve(
    request: HttpRequest, path: str, name: str, media_type: str, *, etag: str, public: bool
) -> HttpResponseBase:
    """The file at storage `path` under `name`; 304 where the reader has it already."""
    tag = f'"{etag}"'
    if request.headers.get("If-None-Match") == tag:
        answer: HttpResponseBase = HttpResponse(status=304)
    else:
        answer = _file(path, media_type)
    shown = "inline" if media_type in SHOWN_INLINE else "attachment"
    answer["Content-Disposition"] = f"{shown}; filename*=UTF-8''{quote(name)}"
    answer["ETag"] = tag
    answer["Content-Security-Policy"] = SANDBOX
    if public:
        patch_cache_control(answer, public=True, max_age=60)
    else:
        patch_cache_control(answer, private=True, no_store=True)
    return answer


def _file(path: str, media_type: str) -> HttpResponseBase:
    if settings.ACCEL_REDIRECT_PREFIX:
        answer = HttpResponse(content_type=media_type)
        answer["X-Accel-Redirect"] = settings.ACCEL_REDIRECT_PREFIX + quote(path)
        return answer
    try:
        return FileResponse(default_storage.open(path), content_type=media_type)
    except FileNotFoundError as missing:
        raise Http404 from missing
