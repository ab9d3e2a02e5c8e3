from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from applications.desk.board import board_of
from applications.desk.reach import drawn, may_act
from applications.steps.models import Draft
from portal.core import clock


def board_page(request: Any, model_admin: Any) -> HttpResponse:
    """期限一览: what is due, in which order, for whom."""
    if not may_act(request):
        raise PermissionDenied
    drafts = Draft.objects.of(request.township).waiting()
    return drawn(
        request,
        model_admin,
        "admin/applications/board.html",
        title="期限一览",
        board=board_of(request.township, clock.today()),
        drafts=list(drafts.select_related("application", "drafted_by")),
        today=clock.today(),
    )
