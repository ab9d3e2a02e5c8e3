"""A resident points out a mistake."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from disclosures.corrections.forms import ErrorReportForm, local_page
from disclosures.corrections.guard import Haste, haste_of, started_mark, too_often
from disclosures.corrections.models import ErrorReport
from disclosures.corrections.receive import receive_report
from portal.core.labels import column_labels
from portal.core.posted import posted
from portal.core.public_page import PublicRequest

TOO_OFTEN = "您这一小时提交得较多，请过一会儿再试，或直接打电话给我们。"
LABELS = column_labels("我要找错", "指出网页上的错误", "互动交流")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_error(request: PublicRequest) -> HttpResponse:
    first = {"page": local_page(request.GET.get("page", "/")), "started": started_mark()}
    form = ErrorReportForm(posted(request), initial=first)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if given.pop("website"):
            return _thanks(request, None)
        if refusal := _refusal(request, given.pop("started")):
            form.start_again()
            form.add_error(None, refusal)
        else:
            return _thanks(request, receive_report(request.township, **given))
    status = 400 if form.errors else 200
    context = {"form": form, "labels": LABELS}
    return render(request, "disclosures/corrections/form.html", context, status=status)


def _refusal(request: PublicRequest, mark: str) -> str:
    haste = haste_of(mark)
    if haste is not Haste.FINE:
        return haste.value
    return TOO_OFTEN if too_often(request) else ""


def _thanks(request: PublicRequest, report: ErrorReport | None) -> HttpResponse:
    context = {"report": report, "labels": LABELS}
    return render(request, "disclosures/corrections/thanks.html", context)
