"""Accounts, subjects and rules of the villages' books."""

from typing import Any

from finance.accounts.models import Account
from portal.core.desk.base import OwnUsedFilter, StaffAdmin
from portal.core.desk.villages import VillagesOnly
from portal.core.staff.roles import OFFICE, Role


class AccountAdmin(VillagesOnly, StaffAdmin):
    section = "村级财务"
    editors = OFFICE | {Role.ACCOUNTANT}
    organisation_field = "village"
    list_display = ("name", "village", "kind", "opened_on", "opening", "active")
    list_filter = ("kind", ("village", OwnUsedFilter))
    list_select_related = ("village",)
    search_fields = ("name",)
    fields = ("village", "name", "kind", "opened_on", "opening", "position", "active")

    def get_readonly_fields(self, request: Any, obj: Account | None = None) -> Any:
        """Where its books began stays as it is once something was posted."""
        started = obj is not None and obj.balances.exists()
        return ("village", "opened_on", "opening") if started else ()


class SubjectAdmin(StaffAdmin):
    section = "村级财务"
    list_display = ("name", "direction", "aliases", "apart", "position")
    list_filter = ("direction", "apart")
    search_fields = ("name", "aliases")
    fields = ("name", "direction", "aliases", "apart", "position")

    def get_readonly_fields(self, request: Any, obj: Any = None) -> Any:
        """What was posted as income doesn't become an expense."""
        return ("direction",) if obj is not None else ()


class BookRulesAdmin(VillagesOnly, StaffAdmin):
    section = "村级财务"
    list_display = ("__str__", "cycle", "due_day", "large_expense", "checked_by")
    list_select_related = ("village",)
    fields = ("village", "cycle", "due_day", "large_expense", "checked_by")
    deleters = OFFICE
