"""Following an application with its number and query code."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications.apply.papers import TOO_LARGE
from applications.cases.case import case_of
from applications.cases.find_by_code import found_by_code
from applications.cases.keep_file import MOST_BYTES
from applications.cases.models import Application
from applications.letters.file_of import file_of
from applications.track.acts import give_reasons, supplement, withdraw
from applications.track.forms import ReasonsForm, SupplementForm, TrackForm, WithdrawForm
from applications.track.opened import close_application, open_application, opened_application
from applications.track.told import told_of
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.guard import at_limit, count, too_often
from portal.core.labels import column_labels
from portal.core.posted import posted
from portal.core.public_page import PublicRequest
from portal.uploads.refused import Refused

LABELS = column_labels("查询申请办理情况", "凭编号和查询码查看进度、取答复", "依申请公开")
NOT_FOUND = "编号和查询码对不上。请照回执核对，注意不要漏字母。"
TOO_MANY_TRIES = "这一小时试得太多了，请过一会儿再查，或带上编号打电话问。"
TOO_OFTEN = "这一小时提交得太多了，请过一会儿再试，或者送到窗口。"
TOO_MANY_PAPERS = "一次最多 8 个文件，请合成一个 PDF，或分开送到窗口。"
MOST_TRIES, MOST_ACTS, MOST_PAPERS = 10, 10, 8
ACTS: dict[str, type[forms.Form]] = {
    "supplement": SupplementForm,
    "reasons": ReasonsForm,
    "withdraw": WithdrawForm,
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: PublicRequest) -> HttpResponse:
    """A wrong code and a number that isn't there get the same answer."""
    form = TrackForm(posted(request))
    if request.method == "POST" and form.is_valid():
        found = _found(request, form)
        if found is not None:
            open_application(request, found)
            return redirect("applications:case")
    context = {"form": form, "labels": LABELS}
    status = 400 if form.errors else 200
    return render(request, "applications/track/track.html", context, status=status)


def _found(request: PublicRequest, form: TrackForm) -> Application | None:
    if at_limit(request, "track", MOST_TRIES):
        form.add_error(None, TOO_MANY_TRIES)
        return None
    found = found_by_code(request.township, **form.cleaned_data)
    if found is None:
        count(request, "track")
        form.add_error(None, NOT_FOUND)
    return found


@never_cache
@require_safe
def case(request: PublicRequest) -> HttpResponse:
    application = opened_application(request)
    if application is None:
        return redirect("applications:track")
    return _drawn(request, application)


def _drawn(
    request: PublicRequest, application: Application, *, wrong: forms.Form | None = None
) -> HttpResponse:
    """The page with its forms; the one with errors in place of a fresh one."""
    today = clock.today()
    told = told_of(case_of(application), today, clock.now())
    shown = wrong or _form_for(application, told)
    context: dict[str, Any] = {
        "application": application,
        "told": told,
        "form": shown,
        "withdraw": wrong if isinstance(wrong, WithdrawForm) else WithdrawForm(),
        "labels": LABELS,
    }
    status = 400 if wrong else 200
    return render(request, "applications/track/case.html", context, status=status)


def _form_for(application: Application, told: Any) -> forms.Form | None:
    if told.may_supplement:
        return SupplementForm(late=_late(application))
    return ReasonsForm() if told.may_give_reasons else None


def _late(application: Application) -> bool:
    standing = case_of(application).standing
    asked = standing.facts.supplement if standing else None
    return bool(asked and asked.until and clock.today() > asked.until)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: PublicRequest, act: str) -> HttpResponse:
    application = opened_application(request)
    if act not in ACTS:
        raise Http404
    if request.method != "POST":  # a tab that was opened again
        return redirect("applications:case")
    if application is None:
        return redirect("applications:track")
    form = _bound(request, application, act)
    if form.is_valid() and _done(request, application, act, form):
        return redirect("applications:case")
    return _drawn(request, application, wrong=form)


def _bound(request: PublicRequest, application: Application, act: str) -> forms.Form:
    if act == "supplement":
        return SupplementForm(request.POST, late=_late(application))
    return ACTS[act](request.POST)


def _done(request: PublicRequest, application: Application, act: str, form: forms.Form) -> bool:
    if too_often(request, "act", MOST_ACTS):
        form.add_error(None, TOO_OFTEN)
        return False
    try:
        DOING[act](request, application, form.cleaned_data)
    except (CannotMove, Refused) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _supplement(request: PublicRequest, application: Application, given: dict[str, Any]) -> None:
    files = request.FILES.getlist("papers")
    if len(files) > MOST_PAPERS:
        raise Refused(TOO_MANY_PAPERS)
    if any((file.size or 0) > MOST_BYTES for file in files):
        raise Refused(TOO_LARGE)
    papers = [(file.name or "", file.read()) for file in files]
    supplement(application, given["words"], given.get("excuse", ""), papers)


DOING: dict[str, Callable[[PublicRequest, Application, dict[str, Any]], None]] = {
    "supplement": _supplement,
    "reasons": lambda request, application, given: give_reasons(application, given["words"]),
    "withdraw": lambda request, application, given: withdraw(application),
}


@never_cache
@require_safe
def file(request: PublicRequest, key: int) -> HttpResponse:
    """A letter or released file, for the browser in which the application is open."""
    application = opened_application(request)
    found = application.files.filter(pk=key, shared=True).first() if application else None
    if found is None:
        raise Http404
    answer = HttpResponse(found.file.plain(), content_type=found.media_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    return answer


@never_cache
@require_safe
def letter(request: PublicRequest, key: int, which: str) -> HttpResponse:
    """A letter to the applicant, for the browser in which the application is open."""
    application = opened_application(request)
    found = application.letters.filter(pk=key, shared=True).first() if application else None
    if found is None:
        raise Http404
    return file_of(found, which)


@never_cache
@require_POST
def leave(request: PublicRequest) -> HttpResponse:
    close_application(request)
    return redirect("applications:track")
