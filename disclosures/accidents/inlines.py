from typing import Any

from disclosures.accidents.models import AccidentFile, AccidentStage
from disclosures.items.models import Disclosure
from portal.core.desk.inlines import OneInline, RowsInline


class AccidentFileInline(OneInline):
    model = AccidentFile
    verbose_name_plural = "事故"
    fields = (
        ("level", "kind"),
        ("happened_on", "place"),
        ("deaths", "injuries", "loss"),
    )


class AccidentStageInline(RowsInline):
    model = AccidentStage
    fields = ("kind", "on", "text", "document")
    autocomplete_fields = ("document",)

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "document":
            kwargs["queryset"] = Disclosure.objects.filter(live__isnull=False)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


ACCIDENT_INLINES = (AccidentFileInline, AccidentStageInline)
