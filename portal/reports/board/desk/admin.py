"""公开栏 at the desk: the boards, what hangs there, what is to be changed today."""

from typing import Any

from django.contrib import admin
from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from portal.core import clock
from portal.core.desk.base import OwnUsedFilter, StaffAdmin
from portal.core.staff.roles import OFFICE, Role
from portal.core.trail.record import history
from portal.reports.board.desk.urls import board_urls, posting_urls
from portal.reports.board.hang import POSTERS
from portal.reports.board.models import Posting
from portal.reports.board.piles import piles_of

VIEWERS = POSTERS | OFFICE | {Role.AUDITOR, Role.HEAD}


class BoardAdmin(StaffAdmin):
    section = "公开栏"
    viewers = VIEWERS
    editors = OFFICE
    organisation_field = "organisation"
    change_form_template = "admin/board/board.html"
    list_display = ("name", "organisation", "address", "keeper", "active")
    list_filter = (("organisation", OwnUsedFilter), "active")
    list_select_related = ("organisation",)
    search_fields = ("name", "address")
    fields = ("name", "organisation", "address", "keeper", "position", "active")

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).within_reach_of(request.user)

    def get_urls(self) -> list[Any]:
        return board_urls(self) + super().get_urls()

    def change_view(
        self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        board = self.get_object(request, object_id)
        context = {"may_post": board is not None and request.user.may(POSTERS, board.organisation)}
        return super().change_view(request, object_id, form_url, context)


class StandingFilter(admin.SimpleListFilter):
    title = "现状"
    parameter_name = "standing"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        return [
            ("hanging", "正在张贴"),
            ("due", "今天该取下"),
            ("bare", "缺照片"),
            ("down", "已取下"),
        ]

    def queryset(self, request: Any, queryset: Any) -> Any:
        chosen = {
            "hanging": queryset.hanging,
            "due": lambda: queryset.to_come_down(clock.today()),
            "bare": lambda: queryset.hanging().without_photo(),
            "down": lambda: queryset.filter(taken_down_on__isnull=False),
        }
        narrowed = chosen.get(self.value() or "")
        return narrowed() if narrowed else queryset


class PostingAdmin(StaffAdmin):
    """张贴记录: changed by hanging, taking down and pictures alone."""

    section = "公开栏"
    viewers = VIEWERS
    editors = frozenset()
    change_form_template = "admin/board/posting.html"
    change_list_template = "admin/board/postings.html"
    list_display = ("title", "board", "hung_on", "to_come_down_on", "standing")
    list_filter = (StandingFilter, ("board", OwnUsedFilter), "kind")
    list_select_related = ("board",)
    search_fields = ("title", "board__name")
    fields = (
        "title",
        "board",
        "kind",
        "paper_shown",
        "hung_on",
        "to_come_down_on",
        "taken_down_on",
        "hung_by",
        "taken_down_by",
        "digest",
        "remark",
        "photos_shown",
    )
    readonly_fields = fields
    ordering = ("-hung_on", "-pk")

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).within_reach_of(request.user)

    def get_urls(self) -> list[Any]:
        return posting_urls(self) + super().get_urls()

    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: Any, extra_context: Any = None) -> HttpResponse:
        context = {
            "piles": piles_of(request.user, request.township, clock.now()),
            "may_post": bool(request.user.roles & POSTERS),
        }
        return super().changelist_view(request, context)

    def change_view(
        self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        posting = self.get_object(request, object_id)
        body = posting.board.organisation if posting else None
        context = {
            "may_post": body is not None and request.user.may(POSTERS, body),
            "steps": history(posting) if posting else [],
        }
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description="现状")
    def standing(self, posting: Posting) -> str:
        today = clock.today()
        if not posting.hangs:
            return f"{posting.taken_down_on:%Y-%m-%d} 取下"
        if over := posting.days_over(today):
            return format_html("<span class='due-late'>超期 {} 天</span>", over)
        return "今天到期" if posting.to_come_down_on == today else "正在张贴"

    @admin.display(description="纸张")
    def paper_shown(self, posting: Posting) -> str:
        return f"{posting.get_paper_display()} {posting.get_turn_display()}"

    @admin.display(description="照片")
    def photos_shown(self, posting: Posting) -> str:
        links = (
            (reverse("admin:reports_posting_picture", args=[photo.uuid]), photo.get_shows_display())
            for photo in posting.photos.all()
        )
        return format_html_join(" ", "<a href='{}'>{}</a>", links) or "还没有照片"
