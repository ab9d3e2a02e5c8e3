"""A paper of the year as data: exactly what its digest was taken over, with the digest."""

from django.http import HttpRequest, JsonResponse

from portal.reports.papers.models import Paper


def wants_data(request: HttpRequest) -> bool:
    return request.GET.get("format") == "json"


def data_of(paper: Paper) -> JsonResponse:
    told = {
        "digest": paper.digest,
        "issued_at": paper.issued_at.isoformat() if paper.issued_at else None,
        "content": paper.issued,
    }
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})
