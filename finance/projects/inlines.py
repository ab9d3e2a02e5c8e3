"""A project's file on the page of its edition at the desk."""

from typing import Any

from django.contrib import admin
from django.utils.html import format_html, format_html_join

from disclosures.attachments.models import Attachment
from disclosures.items.models import Disclosure
from finance.projects.dossier import dossier_of
from finance.projects.forms import ProgressNoteFormSet, ProjectStageFormSet
from finance.projects.models import (
    Bidder,
    ProgressNote,
    ProjectFile,
    ProjectFund,
    ProjectStage,
)
from finance.projects.stages import Stage
from portal.core.desk.inlines import OneInline, RowsInline
from portal.core.desk.villages import VillagesOnly


class ProjectFileInline(VillagesOnly, OneInline):
    model = ProjectFile
    fields = (
        "standing_told",
        ("kind", "year"),
        ("village", "place", "lead"),
        "scale",
        ("method", "contractor", "contract"),
        "upkeep_by",
    )
    readonly_fields = ("standing_told",)

    @admin.display(description="提醒")
    def standing_told(self, part: ProjectFile | None) -> str:
        """What does not fit, with every entry of the books, published or not."""
        if part is None or part.pk is None:
            return "保存后在这里提醒逾期、跳过的环节和超付的款项。"
        dossier = dossier_of(part.edition, all_periods=True)
        if not dossier.warnings:
            return f"没有。账上已付 {dossier.money.paid:,.2f} 元。"
        lines = format_html_join("", "<li>{}</li>", ((line,) for line in dossier.warnings))
        return format_html("<ul class='errorlist'>{}</ul>", lines)


class ProjectFundInline(RowsInline):
    model = ProjectFund
    fields = ("source", "amount", "document_number")


class ProjectStageInline(RowsInline):
    model = ProjectStage
    formset = ProjectStageFormSet
    fields = (
        "kind",
        "planned_on",
        "done_on",
        "amount",
        "remark",
        "document",
        "not_needed",
        "reason",
    )
    autocomplete_fields = ("document",)
    max_num = len(Stage)

    def get_extra(self, request: Any, obj: Any = None, **kwargs: Any) -> int:
        """A row for each stage that has none yet."""
        return len(Stage) - (obj.project_stages.count() if obj else 0)

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "document":
            kwargs["queryset"] = Disclosure.objects.filter(live__isnull=False)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class BidderInline(RowsInline):
    model = Bidder
    fields = ("firm", "price", "won")


class ProgressNoteInline(RowsInline):
    model = ProgressNote
    formset = ProgressNoteFormSet
    fields = ("on", "percent", "text", "moment", "picture")

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Pictures among the files of this very edition."""
        if db_field.name == "picture":
            key = request.resolver_match.kwargs.get("object_id")
            own = Attachment.objects.of(request.township)
            own = own.filter(edition=key, media_type__startswith="image/") if key else own.none()
            kwargs["queryset"] = own
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


PROJECT_INLINES = (
    ProjectFileInline,
    ProjectFundInline,
    ProjectStageInline,
    BidderInline,
    ProgressNoteInline,
)
