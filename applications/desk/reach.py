"""Who gets to a page about an application, and how such a page is drawn."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from applications.cases.models import Application
from portal.core.staff.roles import APPLICATION_DESK


def may_act(request: Any) -> bool:
    """Whether whoever asks handles applications; the others who get here only look on."""
    return bool(request.user.is_superuser or request.user.roles & APPLICATION_DESK)


def application_of(request: Any, model_admin: Any, key: int) -> Application:
    """Of this township alone. Raises Http404, PermissionDenied."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    rows = Application.objects.of(request.township).select_related(
        "township", "applicant", "handler", "answered_by_item"
    )
    found: Application = get_object_or_404(rows, pk=key)
    return found


def handled_application(request: Any, model_admin: Any, key: int) -> Application:
    """The same, for those who handle it alone."""
    if not may_act(request):
        raise PermissionDenied("您没有办理公开申请的权限，需要：政务公开专员、政务公开机构负责人。")
    return application_of(request, model_admin, key)


def drawn(request: Any, model_admin: Any, template: str, **context: Any) -> HttpResponse:
    shared = {**model_admin.admin_site.each_context(request), "opts": model_admin.opts}
    answer = render(request, template, {**shared, "may_act": may_act(request), **context})
    answer["Cache-Control"] = "private, no-store"
    return answer
