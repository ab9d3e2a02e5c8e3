"""Applying: look first, then the form, then the receipt."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from applications.alike.find import published_like
from applications.apply.draft import drop_draft, drop_paper, keep_draft, papers_kept, words_kept
from applications.apply.forms import FORMS, ApplicationForm
from applications.apply.found import count_found
from applications.apply.papers import FIELDS, take_papers
from applications.apply.send import send
from applications.cases.find_by_code import found_by_code
from applications.cases.take_in import Receipt, submitted_before
from applications.letters.receipt import receipt_pdf
from applications.rules.models import rules_of
from portal.core.guard import Haste, at_limit, count, haste_of, too_often
from portal.core.labels import column_labels
from portal.core.public_page import PublicRequest

LABELS = column_labels("申请公开", "先找一找，没有的再填表申请", "依申请公开")
TOO_OFTEN = "这个网络一小时内提交得太多了，请过一会儿再试，或者到窗口、打电话办理。您填的内容还在。"
TOO_MANY_PAPERS = "这一小时传的文件太多了，请过一会儿再传，或者送到窗口。"
# several neighbours may apply from one counter; beyond the first number a sum is asked
BEFORE_A_SUM, MOST_PER_HOUR, MOST_SENDINGS = 3, 20, 60
LONGEST_QUERY = 60


@never_cache
@require_http_methods(["GET", "HEAD"])
def look_first(request: PublicRequest) -> HttpResponse:
    query = " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    context = {
        "query": query,
        "found": published_like(request.township, query) if query else [],
        "has_draft": bool(words_kept(request)),
        "online": rules_of(request.township).online,
        "labels": LABELS,
    }
    return render(request, "applications/apply/look.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def found(request: PublicRequest) -> HttpResponse:
    """Somebody found what they looked for: counted, and nothing else."""
    if request.method != "POST":  # a tab that was opened again
        return redirect("applications:new")
    if not too_often(request, "found", MOST_PER_HOUR):
        count_found(request.township)
    return render(request, "applications/apply/found.html", {"labels": LABELS})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: PublicRequest, who: str) -> HttpResponse:
    if who not in FORMS:
        raise Http404
    if not rules_of(request.township).online:
        return redirect("applications:new")
    if request.method == "POST":
        return _posted(request, who)
    subject = request.GET.get("q", "")[:100]
    kept = words_kept(request)
    form = FORMS[who](initial={"subject": subject} | kept, ask_sum=_must_sum(request))
    return _drawn(request, who, form, told="接着填，上次的内容还在。" if kept else "")


def _posted(request: PublicRequest, who: str) -> HttpResponse:
    if "drop" in request.POST:
        drop_draft(request)
        return redirect("applications:apply", who=who)
    form = FORMS[who](request.POST, ask_sum=_must_sum(request) and "send" in request.POST)
    if form.data.get("website"):  # filled in by a program, which is thanked and forgotten
        return render(request, "applications/apply/receipt.html", {"labels": LABELS})
    if "send" in request.POST and (again := _sent_before(request, who)):
        return again
    keep_draft(request, form.words_typed())
    refused = _papers(request)
    if "send" not in request.POST and not refused:
        drop_paper(request, request.POST.get("drop_paper", ""))
        return redirect(f"{reverse('applications:apply', kwargs={'who': who})}?kept=1")
    return _sent(request, who, form, refused)


def _sent_before(request: PublicRequest, who: str) -> HttpResponse | None:
    """A second click gets the receipt again, whatever the limits: its code is told nowhere else."""
    form = FORMS[who](request.POST)
    if not form.is_valid():
        return None
    mark = form.cleaned_data["started"]
    receipt = submitted_before(request.township, form.requested(), form=mark)
    if receipt is None or _brings_first_papers(request, receipt):
        return None
    return _receipt(request, receipt, form)


def _brings_first_papers(request: PublicRequest, receipt: Receipt) -> bool:
    """Somebody went back for the papers that the first sending forgot."""
    bare = not receipt.application.files.exists()
    return bare and bool(request.FILES or papers_kept(request))


def _papers(request: PublicRequest) -> dict[str, list[str]]:
    if not request.FILES:
        return {}
    if too_often(request, "papers", MOST_SENDINGS):
        return {"request": [TOO_MANY_PAPERS]}
    return take_papers(request)


def _sent(
    request: PublicRequest, who: str, form: ApplicationForm, refused: dict[str, list[str]]
) -> HttpResponse:
    valid = form.is_valid()
    for field, sentences in refused.items():
        form.add_error(field, sentences)
    if valid and not refused:
        if refusal := _refusal(request, form.cleaned_data["started"]):
            form.start_again()
            form.add_error(None, refusal)
        else:
            return _receipt(request, send(request, form), form)
    return _drawn(request, who, form, status=400)


def _refusal(request: PublicRequest, mark: str) -> str:
    haste = haste_of(mark)
    if haste is not Haste.FINE:
        return haste.value
    return TOO_OFTEN if too_often(request, "apply", MOST_PER_HOUR) else ""


def _must_sum(request: PublicRequest) -> bool:
    return at_limit(request, "apply", BEFORE_A_SUM)


def _drawn(
    request: PublicRequest, who: str, form: ApplicationForm, *, told: str = "", status: int = 200
) -> HttpResponse:
    must_sum = _must_sum(request)
    context = {
        "form": form,
        "who": who,
        "sum": form.new_sum() if must_sum else "",
        "told": "草稿已保存，两小时内回到这里接着填。" if "kept" in request.GET else told,
        "papers": papers_kept(request),
        "paper_fields": [form[name] for name in FIELDS],
        "labels": LABELS,
    }
    return render(request, "applications/apply/apply.html", context, status=status)


def _receipt(request: PublicRequest, receipt: Receipt, form: ApplicationForm) -> HttpResponse:
    context: dict[str, Any] = {
        "receipt": receipt,
        "application": receipt.application,
        "mailed": bool(form.cleaned_data["email"]),
        "labels": LABELS,
    }
    return render(request, "applications/apply/receipt.html", context)


@never_cache
@require_POST
def receipt_file(request: PublicRequest) -> HttpResponse:
    """The receipt to keep or print, for whoever knows the code."""
    number, code = request.POST.get("number", ""), request.POST.get("code", "")
    if at_limit(request, "track", MOST_PER_HOUR):
        raise Http404
    application = found_by_code(request.township, number, code)
    if application is None:
        count(request, "track")
        raise Http404
    answer = HttpResponse(receipt_pdf(application, code), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{application.number}.pdf"'
    return answer
