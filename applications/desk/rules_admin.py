from typing import Any

from applications.decisions.remedies import CLAUSES, Route
from applications.rules.models import ApplicationRules
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import OFFICE, Role

OURS = {
    "review_first_clause": CLAUSES[Route.REVIEW_FIRST],
    "either_clause": CLAUSES[Route.EITHER],
}


class RulesAdmin(StaffAdmin):
    """依申请公开设置: one set for each township."""

    section = "设置"
    viewers = OFFICE | {Role.HEAD}
    editors = OFFICE | {Role.HEAD}
    list_display = ("__str__", "online", "review_body", "court")
    fieldsets = [
        (None, {"fields": ["online"]}),
        ("内部期限", {"fields": ["receipt_check_days", "office_answer_days", "approval_days"]}),
        (
            "文书",
            {"fields": ["short_name", "review_body", "review_body_address", "court", "payment"]},
        ),
        ("救济告知", {"fields": ["review_first_clause", "either_clause"]}),
        ("监督", {"fields": ["complaint_office", "complaint_phone"]}),
        ("个人信息", {"fields": ["keep_years"]}),
    ]

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Our words stand in grey where the township has none of its own."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if ours := OURS.get(db_field.name):
            field.widget.attrs |= {"placeholder": ours, "rows": 5}
        return field

    def has_add_permission(self, request: Any) -> bool:
        one = ApplicationRules.objects.of(request.township).exists()
        return super().has_add_permission(request) and not one
