"""登记纸质申请: the form, then the number and the query code to hand over."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from applications.cases.find_by_code import found_by_code
from applications.cases.keep_file import keep_file
from applications.cases.models import Application, CaseFile
from applications.cases.take_in import Receipt, register
from applications.desk.forms.register import COUNTER_FORMS
from applications.desk.reach import drawn, may_act
from applications.letters.receipt import receipt_pdf
from applications.procedure.channels import Channel
from disclosures.desk.move_page import attempt
from disclosures.flow.refusal import CannotMove
from portal.core.posted import posted, posted_files
from portal.uploads.refused import Refused

KINDS = {
    "scan": CaseFile.Kind.SCAN,
    "identity_scan": CaseFile.Kind.IDENTITY,
    "authorisation_scan": CaseFile.Kind.AUTHORISATION,
}


def register_page(request: Any, model_admin: Any, who: str) -> HttpResponse:
    """`who` is citizen or legal."""
    if who not in COUNTER_FORMS:
        raise Http404
    if not may_act(request):
        raise PermissionDenied("您没有登记公开申请的权限。")
    form = COUNTER_FORMS[who](posted(request), posted_files(request))
    made: list[Receipt] = []
    sent = request.method == "POST" and form.is_valid()
    if sent and attempt(form, lambda: made.append(_registered(request, form))):
        return _handed_over(request, model_admin, made[0])
    return drawn(
        request,
        model_admin,
        "admin/applications/register.html",
        title="登记纸质申请",
        form=form,
        who=who,
    )


@transaction.atomic
def _registered(request: Any, form: Any) -> Receipt:
    given = form.cleaned_data
    channel = Channel(given["channel"])
    receipt = register(
        request.township,
        form.requested(),
        channel,
        given["came_on"],
        by=request.user,
        confirmed_on=given["confirmed_on"] if channel.needs_confirmation else None,
    )
    for name, kind in KINDS.items():
        if file := given.get(name):
            _keep(request, receipt.application, file, kind)
    return receipt


def _keep(request: Any, application: Application, file: Any, kind: CaseFile.Kind) -> None:
    try:
        keep_file(application, file.read(), file.name, kind, by=request.user)
    except Refused as refusal:
        raise CannotMove(f"《{file.name}》：{refusal}") from refusal


def _handed_over(request: Any, model_admin: Any, receipt: Receipt) -> HttpResponse:
    """The code is shown this once: it is kept nowhere."""
    return drawn(
        request,
        model_admin,
        "admin/applications/registered.html",
        title="已登记",
        application=receipt.application,
        code=receipt.code,
    )


@require_POST
def print_receipt(request: Any, model_admin: Any) -> HttpResponse:
    """接收回执, for whoever holds the code that was just shown."""
    if not may_act(request):
        raise PermissionDenied
    number, code = request.POST.get("number", ""), request.POST.get("code", "")
    application = found_by_code(request.township, number, code)
    if application is None:
        raise Http404
    answer = HttpResponse(receipt_pdf(application, code), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{application.number}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
