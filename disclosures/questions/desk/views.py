"""The moves with a question, one address for each; they change nothing on a visit."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from disclosures.desk.move_page import attempt
from disclosures.questions.desk.acts import ACTS
from disclosures.questions.states import Move
from disclosures.questions.steps import waiting_supplement, why_not
from portal.core.posted import posted


def question_move(request: Any, model_admin: Any, key: int, move: Move) -> HttpResponse:
    """Show what the move will do, ask for what it needs, make it."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    questions = model_admin.get_queryset(request).select_related("assigned_to", "township")
    question = get_object_or_404(questions, pk=key)
    act = ACTS[move]
    form: Any = act.form(posted(request), question)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if attempt(form, lambda: act.run(question, request.user, given)):
            messages.success(request, f"已办理“{move.label}”：{question}")
            return redirect("admin:disclosures_question_changelist")
    context = {
        **model_admin.admin_site.each_context(request),
        "title": move.label,
        "opts": model_admin.opts,
        "question": question,
        "supplement": waiting_supplement(question),
        "does": act.does,
        "button": act.button or move.label,
        "form": form,
        "refusal": why_not(question, move, request.user),
    }
    return render(request, "admin/questions/move.html", context)
