"""Rows edited on the page of the record that they belong to, with its permissions."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.forms.models import BaseInlineFormSet

from portal.core.desk.base import own_choices
from portal.core.desk.widgets import NamedAutocomplete, made_plain


class OwnInline(InlineModelAdmin):
    """May be seen and changed by whoever may see and change the record above; its choices are of
    this township alone."""

    extra = 0
    show_change_link = False

    def _above(self, request: Any) -> Any:
        return self.admin_site.get_model_admin(self.parent_model)

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        return self._above(request).has_view_permission(request, obj)

    def has_add_permission(self, request: Any, obj: Any) -> bool:  # type: ignore[override]
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        above = self._above(request)
        if obj is None:
            return above.has_add_permission(request)
        return above.has_change_permission(request, obj)

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        return made_plain(super().formfield_for_dbfield(db_field, request, **kwargs), db_field)

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs = own_choices(db_field, request, kwargs)
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", NamedAutocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs = own_choices(db_field, request, kwargs)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class OneInline(OwnInline, admin.StackedInline):
    """The one record beside the one above (an EditionPart)."""

    min_num = max_num = 1
    can_delete = False


class NamedRows(BaseInlineFormSet):
    """The rows of a table, each with a box to take it away that says so to those who hear it."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = "删除这一行"


class RowsInline(OwnInline, admin.TabularInline):
    """The rows below it. In a table the names stand in the heading alone: each input says its own
    to those who hear the page."""

    extra = 1
    formset = NamedRows

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.widget.attrs.setdefault("aria-label", str(db_field.verbose_name))
        return field
