"""依申请公开: the way in, and the guide with its forms."""

from datetime import date

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import render

from applications.cases.models import Application, Delivery, SupplyForm
from applications.decisions.remedies import Route, clause_of
from applications.fees.tiers import Basis
from applications.guide.prices import prices
from applications.guide.steps import steps_of, waiting_rules
from applications.letters.blank_form import blank_form
from applications.procedure.channels import Channel
from applications.rules.models import rules_of
from disclosures.guides.flow_picture import across, down
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.core.township.models import Township

HOME_LABELS = column_labels("依申请公开", "申请公开网上没有的信息，查询办理情况", "依申请公开")
GUIDE_LABELS = column_labels("申请公开办事指南", "怎样申请、多久答复、收不收费", "依申请公开")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {"docx": WORD, "pdf": "application/pdf"}
FORM_KEPT = 300  # seconds: drawing a PDF costs a second of the machine
WHOSE = {"citizen": "公民", "legal": "法人和其他组织"}


@public_page
def home(request: PublicRequest) -> HttpResponse:
    today = clock.today()
    context = {"tally": _tally(request.township, today), "year": today.year, "labels": HOME_LABELS}
    return render(request, "applications/guide/home.html", context)


def _tally(township: Township, today: date) -> dict[str, int]:
    """How many came this year, and how many of them are answered."""
    received = Application.objects.of(township).received_in(today.year)
    return {
        "received": received.count(),
        "answered": received.filter(answered_on__isnull=False).count(),
    }


@public_page
def guide(request: PublicRequest) -> HttpResponse:
    rules = rules_of(request.township)
    steps = steps_of(rules)
    context = {
        "rules": rules,
        "steps": steps,
        "across": across(steps),
        "down": down(steps),
        "channels": list(Channel),
        "waiting": list(waiting_rules()),
        "supply_forms": SupplyForm.labels,
        "deliveries": Delivery.labels,
        "by_piece": prices(Basis.PIECE),
        "by_page": prices(Basis.PAGE),
        "remedies": [clause_of(way, rules.bodies, rules.clauses) for way in Route],
        "labels": GUIDE_LABELS,
    }
    return render(request, "applications/guide/guide.html", context)


@public_page
def form(request: PublicRequest, who: str, kind: str) -> HttpResponse:
    """The blank application form, to be printed and filled in by hand."""
    if who not in WHOSE or kind not in KINDS:
        raise Http404
    key = f"blank-form:{request.township.pk}:{who}:{kind}"
    data = cache.get_or_set(key, lambda: blank_form(request.township, who, kind), FORM_KEPT)
    answer = HttpResponse(data, content_type=KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="application-form-{who}.{kind}"'
    return answer
