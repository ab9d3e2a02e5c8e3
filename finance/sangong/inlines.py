"""三公经费 on the page of its edition at the desk, in 万元 as officials keep it."""

from typing import Any

from django.db import models
from django.forms import Textarea, Widget
from django.utils.html import format_html

from finance.sangong.items import LEAVES, Item
from finance.sangong.models import Sangong, SangongLine
from finance.wan.inputs import WanInputs
from portal.core.desk.inlines import NamedRows, OneInline, RowsInline

COUNTS: tuple[Any, ...] = (
    ("groups", "travellers"),
    ("bought", "kept"),
    ("receptions", "guests"),
    ("foreign_receptions", "foreign_guests"),
)


class NamedItem(Widget):
    """The item in words; it isn't chosen."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        label = Item(value).label if value in list(Item) else value
        return format_html(
            '<strong>{}</strong><input type="hidden" name="{}" value="{}">', label, name, value
        )


class SangongInline(OneInline):
    model = Sangong
    fieldsets = (
        (None, {"fields": (("unit", "year", "stage"),)}),
        ("团组、车辆、批次和人次", {"fields": COUNTS}),
        ("说明", {"fields": ("explanation", "restated")}),
    )


class LineFormSet(NamedRows):
    """The four items stand there already; only amounts and reasons are typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = {line.item for line in self.get_queryset()}
        self.initial_extra = [{"item": item.value} for item in LEAVES if item not in there]


class SangongLineInline(WanInputs, RowsInline):
    model = SangongLine
    formset = LineFormSet
    fields = ("item", "before", "budget", "final", "reason_before", "reason_budget")
    wan = ("before", "budget", "final")
    verbose_name_plural = "各项金额（万元）和增减原因：车辆合计和总计自动算出"
    formfield_overrides = {models.CharField: {"widget": Textarea(attrs={"rows": 2, "cols": 24})}}
    can_delete = False
    extra = 0
    min_num = max_num = len(LEAVES)

    def formfield_for_choice_field(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        return super().formfield_for_choice_field(
            db_field, request, **kwargs | {"widget": NamedItem()}
        )


SANGONG_INLINES = (SangongInline, SangongLineInline)
