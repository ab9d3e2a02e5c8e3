"""Attachments and pictures: public while what shows them is; else for staff of this township."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from disclosures.attachments.keep_image import keep_image
from disclosures.attachments.models import Attachment, BodyImage
from disclosures.attachments.serve import serve
from disclosures.items.listing import public_items
from disclosures.items.states import EVER_PUBLIC
from portal.core.public_page import PublicRequest
from portal.core.staff.models import Staff
from portal.core.staff.roles import EVERY_ROLE
from portal.uploads.images import BadImage


@require_safe
def attachment(request: Any, key: int, name: str) -> HttpResponseBase:
    found = get_object_or_404(
        Attachment.objects.of(request.township).select_related("edition__issuer"), pk=key
    )
    public = _is_public(request, [found.edition])
    if not public and not (
        _may_see(request) and request.user.may(EVERY_ROLE, found.edition.issuer)
    ):
        raise Http404
    if name != found.name:
        return redirect(found)
    return serve(
        request,
        str(found.file.name),
        found.name,
        found.media_type,
        etag=found.sha256,
        public=public,
    )


@require_safe
def image(request: PublicRequest, key: uuid.UUID) -> HttpResponseBase:
    found = get_object_or_404(BodyImage.objects.of(request.township), key=key)
    public = _is_public(request, found.editions.all())
    if not public and not _may_see(request):
        raise Http404
    name = f"{key.hex}.{found.media_type.rsplit('/', 1)[-1]}"
    return serve(
        request, str(found.file.name), name, found.media_type, etag=found.key.hex, public=public
    )


@require_POST
def upload_image(request: HttpRequest) -> JsonResponse:
    """The editor's upload: a picture from staff, cleaned, with its address; or why not."""
    if not _may_see(request):
        return _refused("请先登录。", 403)
    file = request.FILES.get("upload")
    if file is None:
        return _refused("没有收到图片，请重新选择。", 400)
    try:
        kept = keep_image(request.township, file.read(), by=request.user)  # type: ignore[attr-defined, arg-type]
    except BadImage as refusal:
        return _refused(str(refusal), 400)
    return JsonResponse({"url": kept.get_absolute_url()})


def _refused(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"error": {"message": sentence}}, status=status)


def _is_public(request: PublicRequest, editions: Any) -> bool:
    """Whether one of `editions` was published and its disclosure may be read now."""
    keys = [edition.disclosure_id for edition in editions if edition.state in EVER_PUBLIC]
    return bool(keys) and public_items(request).filter(pk__in=keys).exists()


def _may_see(request: Any) -> bool:
    """Asked only for what isn't public, so that public answers never touch the session."""
    user = request.user
    return (
        isinstance(user, Staff)
        and user.is_active
        and user.is_staff
        and user.belongs_to(request.township.pk)
    )
