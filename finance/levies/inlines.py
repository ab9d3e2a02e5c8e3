"""A levy on the page of its edition at the desk."""

from typing import Any

from django.contrib import admin

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.levies.account import account_of
from finance.levies.models import Levy, LevyExemption
from portal.core.desk.inlines import OneInline, RowsInline
from portal.core.desk.villages import VillagesOnly

OF_SHAPE = {"resolution": Shape.RESOLUTION, "project": Shape.PROJECT_FILE}


class LevyInline(VillagesOnly, OneInline):
    model = Levy
    readonly_fields = ("books_told",)
    fieldsets = (
        (None, {"fields": ("books_told", ("village", "year", "kind"), "purpose")}),
        ("筹多少", {"fields": (("persons", "per_head"), ("workers", "days"))}),
        (
            "谁同意的",
            {"fields": ("resolution", ("met_on", "called", "present", "in_favour"))},
        ),
        (
            "审核和用途",
            {"fields": (("reviewed_on", "approved_on", "approval_number"), "project")},
        ),
    )

    @admin.display(description="账上")
    def books_told(self, part: Levy | None) -> str:
        """What every entry of the books says, published or not."""
        if part is None or part.pk is None:
            return "保存后在这里显示账上已筹、已用多少。"
        account = account_of(part, all_periods=True)
        told = f"应筹 {account.due:,.2f} 元，已筹 {account.collected:,.2f} 元，"
        return f"{told}已用 {account.used:,.2f} 元。{''.join(account.flags)}"

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Resolutions and projects that residents read."""
        if db_field.name in OF_SHAPE:
            public = Disclosure.objects.filter(live__shape=OF_SHAPE[db_field.name])
            kwargs["queryset"] = public.filter(withdrawn_at=None).select_related("live")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class LevyExemptionInline(RowsInline):
    model = LevyExemption
    fields = ("reason", "relief", "persons")


LEVY_INLINES = (LevyInline, LevyExemptionInline)
