from typing import Any

from disclosures.attachments.models import Attachment
from disclosures.guides.forms import ServiceGuideForm
from disclosures.guides.models import GuideStep, Material, ServiceGuide
from portal.core.desk.inlines import OneInline, RowsInline


class ServiceGuideInline(OneInline):
    model = ServiceGuide
    form = ServiceGuideForm
    verbose_name_plural = "办事指南"
    fields = (
        "also_called",
        "events",
        "who",
        "conditions",
        ("legal_amount", "promised_amount", "limit_unit"),
        ("fee", "result"),
        ("window", "address"),
        ("hours", "phone", "complaint_phone"),
        ("agent", "online"),
        "basis",
    )


class MaterialInline(RowsInline):
    model = Material
    fields = ("position", "name", "kind", "copies", "note", "form")

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Forms among the files of this very edition."""
        if db_field.name == "form":
            key = request.resolver_match.kwargs.get("object_id")
            own = Attachment.objects.of(request.township).filter(edition=key)
            kwargs["queryset"] = own if key else own.none()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class GuideStepInline(RowsInline):
    model = GuideStep
    fields = ("position", "name", "what", "by_whom", "days")


GUIDE_INLINES = (ServiceGuideInline, MaterialInline, GuideStepInline)
