"""A resident points out a mistake."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from disclosures.corrections.forms import ErrorReportForm
from disclosures.corrections.guard import started_mark, too_fast, too_often
from disclosures.corrections.models import ErrorReport
from portal.core.labels import column_labels
from portal.core.posted import posted
from portal.core.public_page import PublicRequest

TOO_FAST = "提交得太快了，请检查一下内容再提交。"
TOO_OFTEN = "您这一小时提交得较多，请过一会儿再试，或直接打电话给我们。"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_error(request: PublicRequest) -> HttpResponse:
    page = request.GET.get("page", "/")[:300]
    form = ErrorReportForm(posted(request), initial={"page": page, "started": started_mark()})
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["website"]:
            return _thanks(request, None)
        if refusal := _refusal(request, form):
            form.add_error(None, refusal)
        else:
            return _thanks(request, _received(request, form))
    context = {"form": form, "labels": column_labels("我要找错", "指出网页上的错误", "互动交流")}
    status = 400 if form.errors else 200
    return render(request, "disclosures/corrections/form.html", context, status=status)


def _refusal(request: PublicRequest, form: ErrorReportForm) -> str:
    if too_fast(form.cleaned_data["started"]):
        return TOO_FAST
    return TOO_OFTEN if too_often(request) else ""


def _received(request: PublicRequest, form: ErrorReportForm) -> ErrorReport:
    return ErrorReport.objects.create(
        township=request.township,
        page=form.cleaned_data["page"],
        message=form.cleaned_data["message"],
        contact=form.cleaned_data["contact"],
    )


def _thanks(request: PublicRequest, report: ErrorReport | None) -> HttpResponse:
    return render(request, "disclosures/corrections/thanks.html", {"report": report})
