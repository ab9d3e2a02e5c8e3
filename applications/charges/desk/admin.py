from typing import Any

from django.contrib import admin

from applications.charges.desk.urls import charge_urls
from applications.charges.models import Charge
from applications.fees.tiers import Basis
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import APPLICATION_DESK, Role


class ChargeAdmin(StaffAdmin):
    """信息处理费: computed and told on the page of each application; here they are listed."""

    section = "依申请公开"
    viewers = APPLICATION_DESK | {Role.AUDITOR}
    editors = frozenset()
    list_display = ("application_shown", "counted", "amount", "by", "at")
    list_filter = ("basis", "at")
    list_select_related = ("application", "by")
    search_fields = ("application__number",)
    search_help_text = "可查申请编号。"

    def get_urls(self) -> list[Any]:
        return charge_urls(self) + super().get_urls()

    def get_fields(self, request: Any, obj: Any = None) -> Any:
        return ("application_shown", "counted", "before", "amount", "steps_shown", "by", "at")

    def get_readonly_fields(self, request: Any, obj: Any = None) -> Any:
        return self.get_fields(request, obj)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: Any) -> bool:
        return False

    @admin.display(description="申请", ordering="application")
    def application_shown(self, charge: Charge) -> str:
        return charge.application.number

    @admin.display(description="计收方式")
    def counted(self, charge: Charge) -> str:
        basis = Basis(charge.basis)
        return f"{basis.label}，{charge.count}{basis.unit}"

    @admin.display(description="计算步骤")
    def steps_shown(self, charge: Charge) -> str:
        return "\n".join(charge.steps)
