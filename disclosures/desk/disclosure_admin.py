from typing import Any

from django.contrib import admin
from django.utils.html import format_html

from disclosures.desk.urls import disclosure_urls
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import PUBLISHERS
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import WRITERS
from portal.core.trail.record import history


class DisclosureAdmin(StaffAdmin):
    """已公开信息: read-only; changed by moves alone."""

    section = "已公开"
    change_form_template = "admin/disclosures/disclosure.html"
    list_display = ("index_number", "title", "issuer", "first_published_on", "standing")
    list_filter = ("first_published_on",)
    list_select_related = ("live__issuer", "live__entry")
    search_fields = ("index_number", "live__title", "live__document_number")
    fields = ("index_number", "title", "issuer", "first_published_on", "first_due_on", "standing")
    readonly_fields = fields
    ordering = ("-published_at", "-pk")

    def get_queryset(self, request: Any) -> Any:
        found = super().get_queryset(request).filter(live__isnull=False)
        return found.select_related("live__issuer").defer("live__body")

    def get_urls(self) -> list[Any]:
        return disclosure_urls(self) + super().get_urls()

    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def change_view(
        self,
        request: Any,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        found = self.get_object(request, object_id)
        context = _context(request, found) if found else {}
        return super().change_view(
            request, object_id, form_url, {**context, **(extra_context or {})}
        )

    @admin.display(description="标题")
    def title(self, disclosure: Disclosure) -> str:
        return disclosure.live.title if disclosure.live else ""

    @admin.display(description="发布机构")
    def issuer(self, disclosure: Disclosure) -> str:
        return disclosure.live.issuer.name if disclosure.live else ""

    @admin.display(description="现状")
    def standing(self, disclosure: Disclosure) -> str:
        if disclosure.withdrawn_at:
            return format_html(
                "<span class='due-late'>已撤下：{}</span>", disclosure.withdrawal_reason
            )
        return disclosure.validity


def _context(request: Any, disclosure: Disclosure) -> dict[str, Any]:
    live = disclosure.live
    public = live is not None and disclosure.withdrawn_at is None
    may_write = public and live is not None and request.user.may(WRITERS, live.issuer)
    may_end = public and live is not None and request.user.may(PUBLISHERS, live.issuer)
    return {
        "editions": Edition.objects.past(disclosure),
        "entries": history(disclosure),
        "may_write": may_write,
        "may_end": may_end,
        "may_repeal": may_end and disclosure.repealed_on is None,
    }
