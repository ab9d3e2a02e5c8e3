from typing import Any

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from disclosures.flow.refusal import CannotMove
from disclosures.flow.write import draft_from_template
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import OFFICE, Role


class ItemTemplateAdmin(StaffAdmin):
    section = "目录与模板"
    editors = OFFICE | {Role.CLERK, Role.REVIEWER}
    deleters = OFFICE
    list_display = ("name", "entry", "title")
    list_select_related = ("entry",)
    search_fields = ("name", "title")
    autocomplete_fields = ("entry",)
    actions = ("start",)

    @admin.action(description="用所选模板起草")
    def start(self, request: Any, queryset: Any) -> HttpResponseRedirect | None:
        """A draft of each template; opens it where there is one."""
        started = []
        for template in queryset.select_related("entry__publisher"):
            try:
                started.append(draft_from_template(template, by=request.user))
            except CannotMove as refusal:
                messages.error(request, str(refusal))
        if len(started) != 1:
            return None
        page = reverse("admin:disclosures_edition_change", args=[started[0].pk])
        return HttpResponseRedirect(page)
