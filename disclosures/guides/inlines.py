"""A service guide on the page of its edition at the desk."""

from typing import Any

from disclosures.attachments.models import Attachment
from disclosures.guides.forms import MaterialFormSet, ServiceGuideForm
from disclosures.guides.models import GuideStep, Material, ServiceGuide
from portal.core.desk.inlines import OneInline, RowsInline

MATTER: tuple[Any, ...] = ("also_called", "events", "who", "conditions", "basis")
TIME: tuple[Any, ...] = (
    ("legal_amount", "legal_unit"),
    ("promised_amount", "promised_unit"),
    "time_note",
)
MONEY: tuple[Any, ...] = (("charge", "fee", "fee_per"), "fee_basis", "fee_note")
PLACE: tuple[Any, ...] = (
    "office",
    ("window", "address"),
    ("hours", "phone"),
    "complaint_phone",
)
WAYS: tuple[Any, ...] = (("once", "agent", "online"), "online_where", "result", "reminder")


class ServiceGuideInline(OneInline):
    model = ServiceGuide
    form = ServiceGuideForm
    verbose_name_plural = "办事指南"
    fieldsets = (
        (None, {"fields": MATTER}),
        ("几天办好", {"fields": TIME}),
        ("收不收费", {"fields": MONEY}),
        ("在哪里办", {"fields": PLACE}),
        ("怎样办、得到什么", {"fields": WAYS}),
    )


class MaterialInline(RowsInline):
    model = Material
    formset = MaterialFormSet
    fields = ("position", "name", "kind", "copies", "source", "only_when", "form", "note")

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Forms among the files of this very edition."""
        if db_field.name == "form":
            key = request.resolver_match.kwargs.get("object_id")
            own = Attachment.objects.of(request.township).filter(edition=key)
            kwargs["queryset"] = own if key else own.none()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class GuideStepInline(RowsInline):
    model = GuideStep
    fields = ("position", "name", "what", "by_whom", "days", "note")


GUIDE_INLINES = (ServiceGuideInline, MaterialInline, GuideStepInline)
