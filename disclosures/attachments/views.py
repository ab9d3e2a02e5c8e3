"""Attachments and pictures: public while what shows them is; else for staff of this township."""

import uuid
from typing import Any

from django.http import Http404, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from disclosures.attachments.access import staff_of_this_township
from disclosures.attachments.keep_image import keep_image
from disclosures.attachments.models import Attachment, BodyImage
from disclosures.attachments.serve import serve
from disclosures.items.listing import public_items
from disclosures.items.models import Edition
from disclosures.items.states import EVER_PUBLIC
from portal.core.public_page import PublicRequest
from portal.core.staff.roles import EVERY_ROLE, OFFICE, WRITERS
from portal.uploads.images import BadImage


@require_safe
def attachment(request: Any, key: int, name: str) -> HttpResponseBase:
    found = get_object_or_404(
        Attachment.objects.of(request.township).select_related("edition__issuer"), pk=key
    )
    public = _is_public(request, [found.edition])
    if not public and not _may_see(request, found.edition):
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
    if not public and staff_of_this_township(request) is None:
        raise Http404
    name = f"{key.hex}.{found.media_type.rsplit('/', 1)[-1]}"
    return serve(
        request, str(found.file.name), name, found.media_type, etag=found.key.hex, public=public
    )


@require_POST
def upload_image(request: PublicRequest) -> JsonResponse:
    """The editor's upload: a picture from staff, cleaned, with its address; or why not."""
    person = staff_of_this_township(request)
    if person is None or not person.roles & (WRITERS | OFFICE):
        return _refused("请先以录入人员的身份登录，再上传图片。", 403)
    file = request.FILES.get("upload")
    if file is None:
        return _refused("没有收到图片，请重新选择。", 400)
    try:
        kept = keep_image(request.township, file.read(), by=person)
    except BadImage as refusal:
        return _refused(str(refusal), 400)
    return JsonResponse({"url": kept.get_absolute_url()})


def _refused(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"error": {"message": sentence}}, status=status)


def _is_public(request: PublicRequest, editions: Any) -> bool:
    """Whether one of `editions` was published and its disclosure may be read now."""
    keys = [edition.disclosure_id for edition in editions if edition.state in EVER_PUBLIC]
    return bool(keys) and public_items(request).filter(pk__in=keys).exists()


def _may_see(request: PublicRequest, edition: Edition) -> bool:
    person = staff_of_this_township(request)
    return person is not None and person.may(EVERY_ROLE, edition.issuer)
