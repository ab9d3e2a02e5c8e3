"""Audit reports and notices of rectification on the page of their edition at the desk."""

from typing import Any

from django.forms import Select

from disclosures.attachments.models import Attachment
from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.audits.models import AuditFinding, AuditReport, Rectification, RectifiedFinding
from portal.core.desk.inlines import OneInline, RowsInline


class AuditReportInline(OneInline):
    model = AuditReport
    fields = (
        "body",
        "body_name",
        ("auditor", "number", "reported_on"),
        ("year", "period"),
    )


class AuditFindingInline(RowsInline):
    model = AuditFinding
    fields = ("number", "issue", "amount", "basis", "demand", "office", "due_on")


class RectificationInline(OneInline):
    model = Rectification
    fields = ("report",)

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Audit reports that residents read."""
        if db_field.name == "report":
            public = Disclosure.objects.filter(live__shape=Shape.AUDIT_REPORT)
            kwargs["queryset"] = public.filter(withdrawn_at=None).select_related("live")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class RectifiedFindingInline(RowsInline):
    model = RectifiedFinding
    fields = ("number", "on", "status", "text", "evidence", "document")
    autocomplete_fields = ("document",)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Once the report has been chosen and saved, its findings are chosen by their words."""
        if db_field.name == "number" and (findings := _findings(request)):
            choices = [("", "请选择"), *((one.number, str(one)) for one in findings)]
            kwargs["widget"] = Select(choices=choices)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Evidence is among the files of this very edition, or an item that is public."""
        if db_field.name == "evidence":
            key = request.resolver_match.kwargs.get("object_id")
            own = Attachment.objects.of(request.township).filter(edition=key)
            kwargs["queryset"] = own if key else own.none()
        if db_field.name == "document":
            kwargs["queryset"] = Disclosure.objects.filter(live__isnull=False)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def _findings(request: Any) -> list[AuditFinding]:
    """Of the report that the edition on the page is about."""
    key = request.resolver_match.kwargs.get("object_id")
    parts = Rectification.objects.of(request.township).select_related("report__live")
    part = parts.filter(edition=key).first() if key else None
    live = part.report.live if part else None
    return list(live.audit_findings.all()) if live else []


AUDIT_REPORT_INLINES = (AuditReportInline, AuditFindingInline)
RECTIFICATION_INLINES = (RectificationInline, RectifiedFindingInline)
