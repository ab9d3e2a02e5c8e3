"""收费: type the number, see the tiers step by step, tell the applicant, note the payment."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from applications.cases.case import case_of
from applications.cases.models import Application
from applications.cases.record_event import require_desk
from applications.charges.charge import keep_count, notify, pay
from applications.charges.forms import CountForm, DayForm, KeepForm, NotifyForm
from applications.charges.models import Charge
from applications.charges.month import Month, month_of, pieces_of
from applications.fees.tiers import Basis
from applications.procedure.facts import Facts
from disclosures.desk.move_page import attempt
from disclosures.flow.refusal import CannotMove
from portal.core.staff.roles import APPLICATION_DESK

PAID_ON = "收到缴费的日期"


LETTER = "admin:applications_application_letter"


@dataclass(frozen=True)
class Sent:
    """A form of the page that was sent: what running it does, what is said then, where to go on."""

    form: Any
    run: Callable[[], Any]
    done: str
    letter: bool = False


def charge(request: Any, model_admin: Any, key: int) -> HttpResponse:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    rows = Application.objects.of(request.township).select_related("township")
    application: Application = get_object_or_404(rows, pk=key)
    sent = None
    if request.method == "POST":
        require_desk(application, request.user)
        sent = _sent(request, application)
        if sent.form.is_valid() and attempt(sent.form, sent.run):
            messages.success(request, sent.done)
            if sent.letter:
                return redirect(f"{reverse(LETTER, args=[application.pk])}?kind=fee")
            return redirect("admin:applications_charge", application.pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": "信息处理费",
        "application": application,
        "charge": Charge.objects.filter(application=application).select_related("by").first(),
        **_shown(request, application, sent),
    }
    return render(request, "admin/charges/charge.html", context)


def _sent(request: Any, application: Application) -> Sent:
    act, by = request.POST.get("act"), request.user
    if act == "pay":
        form: Any = DayForm(request.POST, PAID_ON)
        return Sent(form, lambda: pay(application, by=by, **form.cleaned_data), "已登记缴费。")
    if act == "notify":
        form = NotifyForm(request.POST)
        return Sent(
            form, lambda: _notify(application, by, form.cleaned_data), "已登记通知缴费，等待缴费。"
        )
    form = KeepForm(request.POST)

    def keep() -> None:
        _keep(application, by, form.cleaned_data)

    if act == "letter":
        return Sent(form, keep, "已记下金额，请出具收费通知书。", letter=True)
    return Sent(form, keep, "已记下，不用收费。")


def _notify(application: Application, by: Any, given: dict[str, Any]) -> None:
    notify(
        application,
        Basis(given["basis"]),
        given["count"],
        expected=given["amount"],
        on=given["on"],
        by=by,
        proof=given["proof"],
    )


def _keep(application: Application, by: Any, given: dict[str, Any]) -> None:
    keep_count(application, Basis(given["basis"]), given["count"], by=by)


def _shown(request: Any, application: Application, sent: Sent | None) -> dict[str, Any]:
    standing = case_of(application).standing
    facts = standing.facts if standing else None
    may_act = bool(request.user.is_superuser or request.user.roles & APPLICATION_DESK)
    shown: dict[str, Any] = {
        "facts": facts,
        "may_act": may_act,
        "sent": sent.form if sent else None,
    }
    if facts is None or facts.fee is not None or facts.ended:
        return shown | _payment(facts, sent, may_act)
    initial = {"basis": Basis.PIECE.value, "count": pieces_of(application)}
    asked = {"basis": request.GET.get("basis"), "count": request.GET.get("count")}
    if sent is not None:
        asked = {name: request.POST.get(name) for name in asked}
    form = CountForm(asked if any(asked.values()) else None, initial=initial)
    shown |= {"form": form}
    if form.is_bound and form.is_valid():
        shown |= _computed(application, form, sent, may_act)
    return shown


def _payment(facts: Facts | None, sent: Sent | None, may_act: bool) -> dict[str, Any]:
    if facts is None or not facts.awaits_payment or not may_act:
        return {}
    return {"pay": sent.form if sent else DayForm(None, PAID_ON)}


def _computed(
    application: Application, form: CountForm, sent: Sent | None, may_act: bool
) -> dict[str, Any]:
    basis, count = Basis(form.cleaned_data["basis"]), form.cleaned_data["count"]
    try:
        month: Month = month_of(application, basis, count)
    except CannotMove as refusal:
        form.add_error(None, str(refusal))
        return {}
    shown: dict[str, Any] = {"month": month}
    amount = month.own.fee.amount
    if may_act and amount:
        shown["notify"] = NotifyForm(None, basis=basis.value, count=count, amount=amount)
    if may_act:
        name = "letter" if amount else "keep"
        shown[name] = KeepForm(initial={"basis": basis.value, "count": count})
    if sent is not None and isinstance(sent.form, NotifyForm):
        shown["notify"] = sent.form
    return shown
