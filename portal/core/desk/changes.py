"""What a form changed, from what to what, in words for the trail."""

from typing import Any

from django import forms
from django.utils.html import strip_tags

LONGEST = 120
NOTHING = "（空）"


def changes_of(form: Any) -> dict[str, list[str]]:
    """Label of each changed field, with its old and its new value as people read them."""
    return {
        _label(form, name): [
            _words(form.fields[name], form.initial.get(name)),
            _words(form.fields[name], form.cleaned_data.get(name)),
        ]
        for name in form.changed_data
        if not isinstance(form.fields[name], forms.FileField)
    }


def _label(form: Any, name: str) -> str:
    return str(form.fields[name].label or name)


def _words(field: Any, value: Any) -> str:
    """A stored value, a key or a record, as the form shows it."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        text = "、".join(sorted(str(_record(field, one)) for one in value or []))
    elif isinstance(field, forms.ModelChoiceField):
        text = "" if value in (None, "") else str(_record(field, value))
    elif isinstance(field, forms.BooleanField):
        text = "是" if value else "否"
    elif isinstance(field, forms.TypedChoiceField | forms.ChoiceField):
        labels: dict[Any, Any] = dict(field.choices)  # type: ignore[arg-type]
        text = str(labels.get(value, value or ""))
    else:
        text = "" if value is None else strip_tags(str(value))
    return text[:LONGEST] or NOTHING


def _record(field: Any, value: Any) -> Any:
    """The record itself; a key is looked up among the field's choices."""
    if hasattr(value, "_meta"):
        return value
    return field.queryset.filter(**{field.to_field_name or "pk": value}).first() or value
