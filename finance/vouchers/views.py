"""Vouchers: public with the period of their entry, before that for staff of the village alone."""

from typing import Any

from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from disclosures.attachments.access import staff_of_this_township
from disclosures.attachments.serve import serve
from finance.ledger.states import State
from finance.vouchers.models import Voucher
from portal.core.staff.roles import EVERY_ROLE


@require_safe
def voucher(request: Any, key: int, name: str) -> HttpResponseBase:
    found = get_object_or_404(
        Voucher.objects.of(request.township).select_related("entry__period__village"), pk=key
    )
    period = found.entry.period
    public = period.state == State.PUBLISHED
    if not public:
        person = staff_of_this_township(request)
        if person is None or not person.may(EVERY_ROLE, period.village):
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
