import hashlib
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from portal.core.desk.base import StaffAdmin
from portal.core.posted import posted
from portal.core.staff.roles import EVERY_ROLE, Role
from portal.core.workdays.models import HolidayNotice
from portal.core.workdays.notice import Notice, problems_of
from portal.core.workdays.notice_text import read_notice
from portal.site.workdays.adopt import adopt_calendar


class NoticeForm(forms.Form):
    text = forms.CharField(
        label="通知正文",
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="从国务院办公厅通知中整段粘贴，或每行写“2027-01-01 放假 元旦”。",
        error_messages={"required": "请粘贴通知正文。"},
    )
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        notice, problems = read_notice(data.get("text", ""))
        found = problems + (problems_of(notice) if notice else [])
        if data.get("text"):
            for problem in found:
                self.add_error("text", str(problem))
        data["notice"] = notice
        return data

    def looked_at(self) -> bool:
        """Whether this very text was shown as understood; changed since, it is shown again."""
        return self.cleaned_data["confirmed"] == digest_of(self.cleaned_data["text"])


def digest_of(text: str) -> str:
    return hashlib.sha256("\n".join(text.split()).encode()).hexdigest()


@admin.register(HolidayNotice)
class HolidayNoticeAdmin(StaffAdmin):
    """放假安排: read by all, changed by pasting a notice."""

    section = "设置"
    viewers = EVERY_ROLE
    editors = frozenset({Role.ADMINISTRATOR})
    change_list_template = "admin/workdays/list.html"
    list_display = ("year", "title", "adopted_at")
    fields = ("year", "title", "document_number", "source_text", "adopted_at")
    readonly_fields = fields

    def get_queryset(self, request: Any) -> Any:
        """The calendar is the nation's, not a township's."""
        return admin.ModelAdmin.get_queryset(self, request)

    def has_add_permission(self, request: Any) -> bool:
        return False

    def changelist_view(self, request: Any, extra_context: Any = None) -> HttpResponse:
        may_paste = self.has_change_permission(request)
        return super().changelist_view(request, {"may_paste": may_paste, **(extra_context or {})})

    def get_urls(self) -> list[Any]:
        own = path(
            "paste/", self.admin_site.admin_view(self.paste), name="core_holidaynotice_paste"
        )
        return [own, *super().get_urls()]

    def paste(self, request: Any) -> HttpResponse:
        """Paste, look at what was understood, confirm."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = NoticeForm(posted(request))
        notice: Notice | None = None
        if request.method == "POST" and form.is_valid():
            notice = form.cleaned_data["notice"]
            if notice is not None and form.looked_at():
                return self._adopt(request, notice)
        context = {
            **self.admin_site.each_context(request),
            "title": "录入放假安排",
            "opts": self.opts,
            "form": form,
            "notice": notice,
            "digest": digest_of(form.cleaned_data["text"]) if notice else "",
        }
        return render(request, "admin/workdays/paste.html", context)

    def _adopt(self, request: Any, notice: Notice) -> HttpResponse:
        adopted = adopt_calendar(notice, by=request.user)
        messages.success(
            request,
            f"已采用{notice.year}年放假安排，{len(adopted.moved)} 份稿件、"
            f"{len(adopted.questions)} 条提问、{len(adopted.applications)} 件公开申请的"
            "期限随之变动。",
        )
        return redirect("admin:core_holidaynotice_changelist")
