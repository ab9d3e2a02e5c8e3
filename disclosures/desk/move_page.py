"""The page of a move: what it will do, what stands in the way, a word with it, the button."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render

from disclosures.flow.refusal import CannotMove


def attempt(form: Any, run: Callable[[], Any]) -> bool:
    """Make the move; what it refuses goes to the top of the form."""
    try:
        run()
    except CannotMove as refusal:
        for finding in refusal.findings:
            form.add_error(None, finding)
        return False
    except PermissionDenied as refusal:
        form.add_error(None, str(refusal) or "您没有办理此事的权限。")
        return False
    return True


def move_page(request: Any, model_admin: Any, **context: Any) -> HttpResponse:
    """Draw the page; `button` is the title where none is given, `back` the record's own page."""
    shown = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "warnings": [],
        "allowed": True,
        "button": context["title"],
        "back": "../change/",
        **context,
    }
    return render(request, "admin/disclosures/move.html", shown)
