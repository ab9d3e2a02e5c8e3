from typing import Any

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from disclosures.lists.models import NoticeList
from portal.core.desk.inlines import OneInline


class NoticeListInline(OneInline):
    """What is said of the list itself; its rows come from a spreadsheet."""

    model = NoticeList
    verbose_name_plural = "名单"
    autocomplete_fields = ()
    fields = (
        ("kind", "programme"),
        "period",
        ("period_from", "period_to"),
        "fund",
        "starts_on",
        ("objections_phone", "objections_place"),
        ("objections", "outcome"),
    )

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "programme":
            kwargs["queryset"] = Disclosure.objects.filter(live__shape=Shape.PROGRAMME)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
