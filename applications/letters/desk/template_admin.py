from typing import Any

from applications.letters.desk.urls import template_urls
from applications.letters.fields import FIELDS
from applications.letters.kinds import LetterKind, Recipient
from applications.letters.models import LetterTemplate
from applications.letters.wording import KNOWS_APPLICANT, default_of
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import APPLICATION_DESK, Role


class LetterTemplateAdmin(StaffAdmin):
    """文书模板: every kind is listed, with the township's own words or with ours."""

    section = "依申请公开"
    viewers = APPLICATION_DESK | {Role.AUDITOR}
    editors = APPLICATION_DESK
    change_list_template = "admin/letters/templates.html"
    change_form_template = "admin/letters/template.html"
    list_display = ("__str__", "title")
    fields = ("kind", "title", "text")

    def get_urls(self) -> list[Any]:
        return template_urls(self) + super().get_urls()

    def get_readonly_fields(self, request: Any, obj: Any = None) -> Any:
        return ("kind",) if obj else ()

    def formfield_for_choice_field(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        chosen = self._chosen(request)
        kwargs["choices"] = [(chosen.value, chosen.label)] if chosen else []
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        chosen = self._chosen(request)
        if chosen is None:
            return {}
        ours = default_of(chosen)
        return {"kind": chosen.value, "title": ours.title, "text": ours.text}

    def changelist_view(self, request: Any, extra_context: Any = None) -> Any:
        own = {one.kind: one.pk for one in self.get_queryset(request)}
        kinds = [(kind, own.get(kind.value)) for kind in LetterKind]
        return super().changelist_view(request, {**(extra_context or {}), "kinds": kinds})

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        template: LetterTemplate | None = context["original"]
        kind = LetterKind(template.kind) if template else self._chosen(request)
        if kind is not None:
            context |= {"kind": kind, "known": _known(kind.recipient)}
        return super().render_change_form(request, context, *args, **kwargs)

    def _chosen(self, request: Any) -> LetterKind | None:
        """The kind that was asked for, else the first one without words of the township's own."""
        taken = set(self.get_queryset(request).values_list("kind", flat=True))
        free = [kind for kind in LetterKind if kind.value not in taken]
        asked = request.GET.get("kind")
        return next((kind for kind in free if kind.value == asked), free[0] if free else None)


def _known(recipient: Recipient) -> list[Any]:
    knows = recipient in KNOWS_APPLICANT
    return [field for field in FIELDS.values() if knows or not field.personal]
