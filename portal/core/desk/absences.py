from typing import Any

from django.contrib import admin
from django.db.models import Q

from portal.core import clock
from portal.core.absences.models import Absence
from portal.core.desk.base import StaffAdmin, roles_of
from portal.core.staff.models import Staff
from portal.core.staff.roles import EVERY_ROLE, OFFICE, Role

# who enters absences for everybody, and who sees them all
KEEPERS = OFFICE
OVERSEERS = OFFICE | {Role.HEAD}


class RunningFilter(admin.SimpleListFilter):
    title = "时间"
    parameter_name = "when"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("now", "今天不在岗"), ("coming", "以后")]

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() == "now":
            return queryset.covering(clock.today())
        return queryset.filter(first_day__gt=clock.today()) if self.value() else queryset


@admin.register(Absence)
class AbsenceAdmin(StaffAdmin):
    """不在岗与接手: everybody enters their own; officers and administrators those of all."""

    section = "机构与人员"
    editors = EVERY_ROLE
    deleters = EVERY_ROLE
    list_display = ("staff", "first_day", "last_day", "stand_in_shown", "remark")
    list_display_links = ("staff",)
    list_filter = (RunningFilter,)
    list_select_related = ("staff", "stand_in")
    fields = ("staff", "first_day", "last_day", "stand_in", "remark")

    def get_queryset(self, request: Any) -> Any:
        """All of them for who keeps them; for others their own, and what they stand in for."""
        rows = super().get_queryset(request)
        if roles_of(request) & OVERSEERS:
            return rows
        return rows.filter(Q(staff=request.user) | Q(stand_in=request.user))

    def reaches(self, request: Any, roles: frozenset[Role], obj: Any = None) -> bool:
        own = obj is None or obj.staff_id == request.user.pk
        return super().reaches(request, roles, obj) and (own or _keeps(request))

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        people = Staff.objects.filter(is_active=True)
        if db_field.name == "staff" and not _keeps(request):
            people = people.filter(pk=request.user.pk)
        kwargs["queryset"] = people
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        return {"staff": request.user.pk, **super().get_changeform_initial_data(request)}

    @admin.display(description="谁来接手", ordering="stand_in")
    def stand_in_shown(self, absence: Absence) -> str:
        return str(absence.stand_in or "政务公开机构负责人")


def _keeps(request: Any) -> bool:
    return bool(roles_of(request) & KEEPERS)
