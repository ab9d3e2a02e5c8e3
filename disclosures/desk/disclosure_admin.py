from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html

from disclosures.catalogue.models import CatalogueEntry
from disclosures.desk.bulk import BulkCopies
from disclosures.desk.filters import ExplainedFilter, StandingFilter, YearFilter
from disclosures.desk.urls import disclosure_urls
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import PUBLISHERS
from portal.core.desk.base import OwnUsedFilter, StaffAdmin
from portal.core.staff.roles import WRITERS
from portal.core.trail.models import TrailEntry


class DisclosureAdmin(BulkCopies, StaffAdmin):  # type: ignore[misc]
    """已公开信息: read-only; changed by moves alone."""

    section = "已公开"
    change_form_template = "admin/disclosures/disclosure.html"
    list_display = ("index_number", "title", "issuer", "first_published_on", "standing")
    list_filter = (
        YearFilter,
        StandingFilter,
        ExplainedFilter,
        ("live__issuer", OwnUsedFilter),
        "live__entry__column",
    )
    list_select_related = ("live__issuer", "live__entry")
    search_fields = ("index_number", "live__title", "live__document_number")
    fields = (
        "index_number",
        "title",
        "entry",
        "issuer",
        "first_published_on",
        "first_due_on",
        "standing",
    )
    readonly_fields = fields
    ordering = ("-published_at", "-pk")

    def get_queryset(self, request: Any) -> Any:
        found = super().get_queryset(request).filter(live__isnull=False)
        return found.select_related("live__issuer", "live__entry").defer("live__body")

    def get_search_results(self, request: Any, queryset: Any, search_term: str) -> Any:
        """An interpretation is offered the policies alone."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if request.GET.get("model_name") == "interpretation":
            found = found.filter(live__entry__kind=CatalogueEntry.Kind.POLICY)
            found = found.filter(withdrawn_at__isnull=True)
        return found, duplicates

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

    @admin.display(description="公开事项")
    def entry(self, disclosure: Disclosure) -> str:
        return str(disclosure.live.entry) if disclosure.live else ""

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
    may_write = live is not None and request.user.may(WRITERS, live.issuer)
    may_end = public and live is not None and request.user.may(PUBLISHERS, live.issuer)
    return {
        "editions": Edition.objects.past(disclosure).defer("body"),
        "open_edition": Edition.objects.filter(disclosure=disclosure).open().first(),
        "steps": _steps(disclosure),
        "may_write": may_write,
        "may_revise": may_write and public,
        "may_end": may_end,
        "may_repeal": may_end and disclosure.repealed_on is None,
    }


def _steps(disclosure: Disclosure) -> Any:
    """What was done with the disclosure and with all of its editions, oldest first."""
    editions = Edition.objects.filter(disclosure=disclosure).order_by()
    here = Q(subject_kind=Disclosure._meta.label_lower, subject_key=disclosure.pk)
    theirs = Q(subject_kind=Edition._meta.label_lower, subject_key__in=editions.values("pk"))
    return TrailEntry.objects.filter(here | theirs).select_related("by").order_by("pk")
