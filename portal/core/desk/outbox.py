from typing import Any

from django.contrib import admin

from portal.core import clock
from portal.core.desk.base import StaffAdmin
from portal.core.outbox.models import OutgoingMail
from portal.core.outbox.tries import MOST_TRIES
from portal.core.staff.roles import OFFICE


class SentFilter(admin.SimpleListFilter):
    title = "寄出了没有"
    parameter_name = "sent"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("waiting", "等待寄出"), ("failed", "没有寄出")]

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() == "waiting":
            return queryset.waiting()
        return queryset.filter(tries__gte=MOST_TRIES, sent_at=None) if self.value() else queryset


@admin.register(OutgoingMail)
class OutgoingMailAdmin(StaffAdmin):
    """待发邮件: whether mails go out. Neither to whom nor what is shown."""

    section = "设置"
    viewers = OFFICE
    editors = frozenset()
    list_display = ("subject", "created_at", "due_at", "sent_at", "tries", "state", "last_error")
    list_filter = (SentFilter,)
    fields = ("subject", "created_at", "due_at", "sent_at", "tries", "state", "last_error")
    readonly_fields = fields

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).defer("to", "body")

    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    @admin.display(description="状态")
    def state(self, mail: OutgoingMail) -> str:
        return mail.state_on(clock.now())
