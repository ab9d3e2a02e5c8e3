"""The form by which residents ask, report an error or suggest; drawn by any room's view."""

from django.http import HttpResponse
from django.shortcuts import render

from disclosures.questions.forms import QuestionForm
from disclosures.questions.page_names import Subject
from disclosures.questions.promise import promise_of
from disclosures.questions.receive import Asked, Receipt, receive
from disclosures.questions.states import Kind
from portal.core.guard import Haste, haste_of, too_often
from portal.core.labels import Labels, column_labels
from portal.core.posted import posted
from portal.core.public_page import PublicRequest

TOO_OFTEN = "您这一小时提交得较多，请过一会儿再试，或直接打电话给我们。"
HEADS = {Kind.QUESTION: "我要提问", Kind.ERROR: "我要找错", Kind.SUGGESTION: "我要提建议"}


def ask(request: PublicRequest, subject: Subject, kind: Kind) -> HttpResponse:
    """Draw the form and take what it brings. The view around it must not be cached."""
    form = QuestionForm(posted(request), kind=kind)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["website"]:
            return _thanks(request, subject, None)
        if refusal := _refusal(request, form.cleaned_data["started"]):
            form.start_again()
            form.add_error(None, refusal)
        else:
            return _thanks(request, subject, _received(request, subject, form))
    context = {
        "form": form,
        "subject": subject,
        "head": HEADS[kind],
        "promise": promise_of(request.township),
        "labels": _labels(kind),
    }
    status = 400 if form.errors else 200
    return render(request, "disclosures/questions/ask.html", context, status=status)


def _refusal(request: PublicRequest, mark: str) -> str:
    haste = haste_of(mark)
    if haste is not Haste.FINE:
        return haste.value
    return TOO_OFTEN if too_often(request, "ask") else ""


def _received(request: PublicRequest, subject: Subject, form: QuestionForm) -> Receipt:
    given = form.cleaned_data
    asked = Asked(
        kind=given["kind"],
        message=given["message"],
        page=subject.page,
        subject=subject.name,
        contact=given["contact"],
        may_publish=given["may_publish"],
    )
    return receive(request.township, asked, office=subject.office, form=given["started"])


def _thanks(request: PublicRequest, subject: Subject, receipt: Receipt | None) -> HttpResponse:
    context = {"receipt": receipt, "subject": subject, "labels": _labels(Kind.QUESTION)}
    return render(request, "disclosures/questions/receipt.html", context)


def _labels(kind: Kind) -> Labels:
    return column_labels(HEADS[kind], "提问、指出网页上的错误、提建议", "互动交流")
