"""The base of every admin class of ours, and the one place where the admin is kept to a township.

Lists, forms, filters, look-ups and histories show the records of `request.township` alone. Who may
look and who may change is declared by role; Django's own permission table is not used.
"""

from typing import Any

from django.contrib import admin
from django.contrib.admin import FieldListFilter, RelatedFieldListFilter
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from portal.core.desk.changes import changes_of
from portal.core.desk.widgets import NamedAutocomplete, made_plain
from portal.core.staff.models import Staff
from portal.core.staff.roles import EVERY_ROLE, OFFICE, Role
from portal.core.township.owned import TownshipOwned
from portal.core.trail.record import history, record

CHOOSE_ACTION = (("", "请选择要做什么"),)


class StaffRequest(HttpRequest):
    """A request inside the admin: by a member of this township's staff."""

    user: Staff
    township: Any


def roles_of(request: Any) -> frozenset[Role]:
    """The roles of whoever asks; the login page is drawn for somebody without any."""
    return request.user.roles if isinstance(request.user, Staff) else frozenset()


def is_owned(model: type[models.Model]) -> bool:
    return issubclass(model, TownshipOwned | Staff)


class StaffAdmin(admin.ModelAdmin):
    """Declare `viewers`, `editors`, `deleters` and the `section` of the desk it stands in.

    `organisation_field` names the body that a record belongs to: then only those of `editors` may
    change it who act for that body.
    """

    viewers: frozenset[Role] = EVERY_ROLE
    editors: frozenset[Role] = OFFICE
    deleters: frozenset[Role] = frozenset()
    organisation_field = ""
    section = "设置"
    view_on_site = False  # its redirect by number would open every township's addresses
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions_selection_counter = True

    def get_queryset(self, request: Any) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.of(request.township)

    def get_action_choices(self, request: Any, default_choices: Any = CHOOSE_ACTION) -> Any:
        return super().get_action_choices(request, list(default_choices))

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        return made_plain(super().formfield_for_dbfield(db_field, request, **kwargs), db_field)

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", NamedAutocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(
            db_field, request, **own_choices(db_field, request, kwargs)
        )

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        return super().formfield_for_manytomany(
            db_field, request, **own_choices(db_field, request, kwargs)
        )

    def has_module_permission(self, request: Any) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        return bool(roles_of(request) & (self.viewers | self.editors))

    def has_add_permission(self, request: Any) -> bool:
        return bool(roles_of(request) & self.editors)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return self.reaches(request, self.editors, obj)

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return self.reaches(request, self.deleters, obj)

    def reaches(self, request: Any, roles: frozenset[Role], obj: Any = None) -> bool:
        """Whether whoever asks holds one of `roles`, and for the body that `obj` belongs to."""
        held = bool(roles_of(request) & roles)
        body = getattr(obj, self.organisation_field) if obj and self.organisation_field else None
        return held and (body is None or request.user.may(roles, body))

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.township = request.township
        super().save_model(request, obj, form, change)
        self.keep_trail(request, obj, form, change)

    def keep_trail(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Who changed what from what to what."""
        if change and not form.changed_data:
            return
        changed = changes_of(form) if change else {}
        record(obj, "修改" if change else "新建", by=request.user, changed=changed)

    def delete_model(self, request: Any, obj: Any) -> None:
        record(obj, "删除", by=request.user)
        super().delete_model(request, obj)

    def delete_queryset(self, request: Any, queryset: Any) -> None:
        """One by one, so that each leaves its line in the trail."""
        for obj in queryset:
            self.delete_model(request, obj)

    # The trail is the record; Django's own log would be a second one.
    def log_addition(self, request: Any, obj: Any, message: Any) -> Any:
        return None

    def log_change(self, request: Any, obj: Any, message: Any) -> Any:
        return None

    def log_deletions(self, request: Any, queryset: Any) -> Any:
        return None

    def history_view(
        self, request: Any, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        obj = get_object_or_404(self.get_queryset(request), pk=object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": f"留痕：{obj}",
            "subject": obj,
            "entries": history(obj),
            "opts": self.opts,
            **(extra_context or {}),
        }
        return render(request, "admin/history.html", context)


def own_choices(db_field: Any, request: Any, kwargs: dict[str, Any]) -> dict[str, Any]:
    """Choices of this township alone."""
    model = db_field.remote_field.model
    if is_owned(model):
        given = kwargs.get("queryset")
        queryset = model._default_manager.all() if given is None else given
        kwargs["queryset"] = queryset.of(request.township)
    return kwargs


class OwnRelatedFilter(RelatedFieldListFilter):
    """The list filter over a relation, offering this township's records only."""

    def field_choices(self, field: Any, request: Any, model_admin: Any) -> Any:
        return field.get_choices(
            include_blank=False,
            ordering=self.field_admin_ordering(field, request, model_admin),
            limit_choices_to={"township": request.township},
        )


class OwnUsedFilter(OwnRelatedFilter):
    """The same, offering only those that stand in the list."""

    def field_choices(self, field: Any, request: Any, model_admin: Any) -> Any:
        used = model_admin.get_queryset(request).order_by().values(self.field_path)
        return field.get_choices(
            include_blank=False,
            ordering=self.field_admin_ordering(field, request, model_admin),
            limit_choices_to={"township": request.township, "pk__in": used},
        )


FieldListFilter.register(
    lambda field: field.remote_field is not None and is_owned(field.remote_field.model),
    OwnRelatedFilter,
    take_priority=True,
)
