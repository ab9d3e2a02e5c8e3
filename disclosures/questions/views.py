"""Questions as residents ask them, follow them and read the answers."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from disclosures.questions.ask import ask
from disclosures.questions.clock import deadline_of
from disclosures.questions.figures import figures_of, years_of
from disclosures.questions.forms import TrackForm
from disclosures.questions.listing import download, listing, public_questions
from disclosures.questions.models import Question
from disclosures.questions.page_names import subject_in
from disclosures.questions.promise import promise_of
from disclosures.questions.states import Kind
from disclosures.questions.track import found_by, standing_of
from portal.core import clock
from portal.core.guard import at_limit, count
from portal.core.labels import article_labels, column_labels
from portal.core.posted import posted
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import wants_file

NOT_FOUND = "编号和查询码对不上。请照回执核对，注意不要漏字母。"
TOO_MANY_TRIES = "这一小时试得太多了，请过一会儿再查，或带上编号打电话问。"
MOST_TRIES = 10
SAME_KIND = 5
LIST_LABELS = column_labels("大家在问", "居民的提问、找错和答复", "互动交流")
TRACK_LABELS = column_labels("查询办理情况", "凭编号和查询码查看答复", "互动交流")


@public_page
def question_list(request: PublicRequest) -> HttpResponseBase:
    if wants_file(request):
        return download(request)
    years = years_of(request.township)
    asked = request.GET.get("year", "")
    year = int(asked) if asked in map(str, years) else (years or [clock.today().year])[0]
    context = {
        "listing": listing(request),
        "year": year,
        "figures": figures_of(request.township, year),
        "promise": promise_of(request.township),
        "labels": LIST_LABELS,
    }
    return render(request, "disclosures/questions/list.html", context)


@public_page
def question(request: PublicRequest, key: int) -> HttpResponse:
    found = public_questions(request).filter(pk=key).first()
    if found is None:
        return _gone(request, key)
    return render(request, "disclosures/questions/question.html", _context(request, found))


def _context(request: PublicRequest, found: Question) -> dict[str, Any]:
    others = public_questions(request).exclude(pk=found.pk)
    alike = others.filter(entry=found.entry) if found.entry else others.in_category(found.category)
    labels = article_labels(
        found.title,
        found.published_at,  # type: ignore[arg-type]
        str(found.assigned_to),
        column="大家在问",
        kind="互动交流",
    )
    return {
        "question": found,
        "supplements": found.supplements.filter(released_at__isnull=False),
        "deadline": deadline_of(found),
        "alike": alike[:SAME_KIND] if found.category or found.entry else [],
        "labels": labels,
    }


def _gone(request: PublicRequest, key: int) -> HttpResponse:
    """410 for what was withdrawn: that, when and why, but nothing of what it said."""
    gone = Question.objects.gone(request.township).filter(pk=key).first()
    if gone is None:
        raise Http404
    context = {"question": gone, "labels": LIST_LABELS}
    return render(request, "disclosures/questions/gone.html", context, status=410)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_question(request: PublicRequest) -> HttpResponse:
    asked = request.GET.get("kind", "")
    kind = Kind(asked) if asked in Kind.values else Kind.QUESTION
    return ask(request, subject_in(request.GET), kind)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_error(request: PublicRequest) -> HttpResponse:
    return ask(request, subject_in(request.GET), Kind.ERROR)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: PublicRequest) -> HttpResponse:
    """A wrong code and a number that isn't there get the same answer."""
    form = TrackForm(posted(request))
    found = _tracked(request, form) if request.method == "POST" and form.is_valid() else None
    context: dict[str, Any] = {"form": form, "labels": TRACK_LABELS}
    if found is not None:
        context |= {"question": found, "standing": standing_of(found)}
    status = 400 if form.errors else 200
    answer = render(request, "disclosures/questions/track.html", context, status=status)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _tracked(request: PublicRequest, form: TrackForm) -> Question | None:
    if at_limit(request, "track", MOST_TRIES):
        form.add_error(None, TOO_MANY_TRIES)
        return None
    given = form.cleaned_data
    found = found_by(request.township, given["number"].strip(), given["code"])
    if found is None:
        count(request, "track")
        form.add_error(None, NOT_FOUND)
    return found
