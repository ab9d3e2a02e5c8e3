"""What the admin's own inputs lack: names for those who hear the page instead of seeing it."""

from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import BLANK_CHOICE_DASH
from django.forms import ChoiceField, ModelChoiceField, SplitDateTimeWidget

DASHES: list[Any] = list(BLANK_CHOICE_DASH)


class NamedAutocomplete(AutocompleteSelect):
    """The look-up as one types, which says what it looks for."""

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return attrs | {"data-placeholder": f"{self.field.verbose_name}：点这里，输入文字查找"}


def made_plain(field: Any, db_field: Any) -> Any:
    """`field` without the small buttons that open other records in windows of their own; a date
    and a time beside each other are each named, and so is the choice of nothing."""
    widget: Any = getattr(field, "widget", None)
    if hasattr(widget, "can_add_related"):
        widget.can_add_related = widget.can_change_related = False
        widget.can_view_related = widget.can_delete_related = False
    if isinstance(widget, SplitDateTimeWidget):
        for part, name in zip(widget.widgets, ("日期", "时间"), strict=True):
            part.attrs["aria-label"] = f"{db_field.verbose_name}：{name}"
    _name_nothing(field)
    return field


def _name_nothing(field: Any) -> None:
    """Words in place of a row of dashes, which a screen reader reads out one by one."""
    words = "请选择" if getattr(field, "required", False) else "不选"
    if isinstance(field, ModelChoiceField):
        field.empty_label = field.empty_label and words
    elif isinstance(field, ChoiceField):
        choices: list[Any] = [*field.choices]  # type: ignore[misc]
        if choices[:1] == DASHES:
            field.choices = [("", words), *choices[1:]]
