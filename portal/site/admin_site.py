"""The staff's side of the site: Django's admin, arranged by the staff's work."""

from functools import partial, update_wrapper
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import PasswordChangeView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse_lazy
from django_otp import user_has_device

from applications.consult.desk.piles import heap_of as consultation_heap
from applications.desk.piles import drafts_for
from applications.desk.piles import heaps_of as application_heaps
from disclosures.desk.desk import desk_of
from disclosures.questions.desk.piles import heaps_of
from finance.desk.piles import heaps_of as period_heaps
from finance.ledger.periods import KEEPERS
from portal.core.staff.roles import WRITERS
from portal.reports.annual.due import reminder_for
from portal.site.desk.pages import report_page, schedule_page
from portal.site.desk.sections import sectioned
from portal.site.gate import next_step
from portal.site.password_form import OwnPasswordForm
from portal.site.second_factor.urls import second_factor_urls

OURS = frozenset({"portal", "disclosures", "finance", "applications"})
# Django's redirect by number opens any record's address, another township's too.
CLOSED = frozenset({"view_on_site"})


class DeskLoginForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "用户名或密码不对，请再试一次。忘了密码，请找系统管理员发一个一次性密码。",
        "inactive": "这个用户已停用，请找系统管理员。",
    }

    def confirm_login_allowed(self, user: Any) -> None:
        """Staff of another township get the same answer as a wrong password."""
        super().confirm_login_allowed(user)
        township = self.request.township  # type: ignore[union-attr]
        if not user.is_staff or not user.belongs_to(township.pk):
            raise ValidationError(
                self.error_messages["invalid_login"],
                code="invalid_login",
                params={"username": self.username_field.verbose_name},
            )


class DeskSite(AdminSite):
    site_title = "工作台"
    site_header = "政务公开工作台"
    index_title = "待办"
    login_form = DeskLoginForm
    empty_value_display = "—"

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Other packages' pages (devices, log-in attempts, groups) would show every township's;
        what staff need of them is on our pages. Ours are checked (portal/core/desk/checks.py)."""
        models = model_or_iterable if isinstance(model_or_iterable, list | tuple) else None
        for model in models or [model_or_iterable]:
            if model.__module__.partition(".")[0] in OURS:
                super().register(model, admin_class, **options)

    def has_permission(self, request: Any) -> bool:
        user = request.user
        return user.is_active and user.is_staff and user.belongs_to(request.township.pk)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Whoever still owes a new password or a second factor is sent to give it first."""
        guarded = super().admin_view(view, cacheable)

        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if self.has_permission(request) and (step := next_step(request)):
                return redirect(step)
            return guarded(request, *args, **kwargs)

        return update_wrapper(inner, guarded)

    def get_urls(self) -> list[Any]:
        own = [
            path("schedule/", self.admin_view(partial(schedule_page, site=self)), name="schedule"),
            path(
                "report-upward/",
                self.admin_view(partial(report_page, site=self)),
                name="report-upward",
            ),
        ]
        stock = [found for found in super().get_urls() if getattr(found, "name", "") not in CLOSED]
        return own + second_factor_urls(self) + stock

    def get_app_list(self, request: Any, app_label: str | None = None) -> list[Any]:
        """By the staff's work rather than by Django's apps; a page asks twice, and is told once."""
        if not hasattr(request, "desk_sections"):
            apps = self._build_app_dict(request)
            models = [model for app in apps.values() for model in app["models"]]
            request.desk_sections = sectioned(models, self._registry)
        return request.desk_sections

    def app_index(self, request: Any, app_label: str, extra_context: Any = None) -> Any:
        """Django's page for one of its apps; staff know none, and find everything on the desk."""
        return redirect("admin:index")

    def index(self, request: Any, extra_context: dict[str, Any] | None = None) -> Any:
        shown = {
            "desk": desk_of(request.user, request.township),
            "questions": heaps_of(request.user, request.township),
            "applications": application_heaps(request.user, request.township),
            "unsigned": drafts_for(request.user, request.township),
            "consultations": consultation_heap(request.user, request.township),
            "periods": period_heaps(request.user, request.township),
            "may_keep_books": bool(request.user.roles & KEEPERS),
            "may_write": bool(request.user.roles & WRITERS),
            "annual": reminder_for(request.user, request.township),
            "offer_second_factor": not user_has_device(request.user),
        }
        return super().index(request, {**shown, **(extra_context or {})})

    def password_change(self, request: Any, extra_context: dict[str, Any] | None = None) -> Any:
        view = PasswordChangeView.as_view(
            form_class=OwnPasswordForm,
            success_url=reverse_lazy("admin:password_change_done"),
            template_name="registration/password_change_form.html",
            extra_context={**self.each_context(request), **(extra_context or {})},
        )
        return view(request)
