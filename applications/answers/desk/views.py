from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from applications.answers.forms import PublishForm
from applications.answers.publish import publish_answer, why_not
from applications.cases.models import Application
from applications.cases.record_event import require_desk
from disclosures.desk.move_page import attempt
from disclosures.items.models import Disclosure, Edition
from portal.core.posted import posted
from portal.core.staff.roles import APPLICATION_DESK


def publish(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """答复转为主动公开: the form, or what became of it."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    rows = Application.objects.of(request.township).select_related("township", "answered_by_item")
    application: Application = get_object_or_404(rows, pk=key)
    if request.method == "POST":
        require_desk(application, request.user)
    refusal = why_not(application)
    may_act = bool(request.user.is_superuser or request.user.roles & APPLICATION_DESK)
    form = None
    if not refusal and may_act:
        form = PublishForm(posted(request), application=application, by=request.user)
        made: list[Edition] = []

        def run() -> None:
            made.append(publish_answer(application, form.told(), by=request.user))

        if request.method == "POST" and form.is_valid() and attempt(form, run):
            messages.success(request, "已新建稿件。请核对后提交审核，审查通过后公开。")
            return redirect("admin:disclosures_edition_change", made[0].pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": "答复转为主动公开",
        "application": application,
        "form": form,
        "refusal": refusal,
        "may_act": may_act,
        "item": application.answered_by_item,
        "edition": _open_edition(application.answered_by_item),
    }
    return render(request, "admin/answers/publish.html", context)


def _open_edition(item: Disclosure | None) -> Edition | None:
    """The draft on its way, where it isn't public yet."""
    return None if item is None else Edition.objects.filter(disclosure=item).open().first()
