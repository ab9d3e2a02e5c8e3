from typing import Any

from applications.rules.models import ApplicationRules
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import OFFICE, Role


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
        ("监督", {"fields": ["complaint_office", "complaint_phone"]}),
        ("个人信息", {"fields": ["keep_years"]}),
    ]

    def has_add_permission(self, request: Any) -> bool:
        one = ApplicationRules.objects.of(request.township).exists()
        return super().has_add_permission(request) and not one
