from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import OFFICE


class LevyRuleAdmin(StaffAdmin):
    """筹资筹劳限额: the province's limits, year by year."""

    section = "村级财务"
    editors = OFFICE
    deleters = OFFICE
    list_display = ("name", "since", "per_head", "days")
    fields = ("name", "since", ("per_head", "days"))
