"""/data/: everything public also as data: what there is, what its fields mean, files."""

from itertools import islice
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from portal.core import clock
from portal.core.labels import column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.reports.data.asked import chosen_of
from portal.reports.data.dataset import Dataset
from portal.reports.data.every import BY_NAME, DATASETS, by_theme
from portal.reports.data.files import TYPES, file_of
from portal.reports.data.labels import data_block, labels_of
from portal.reports.data.licence import LICENCE, TERMS
from portal.reports.data.narrowing import NotUnderstood
from portal.reports.data.written import headings, rows_of

SHOWN = 5
LABELS = column_labels("开放数据", "公开的信息也作为数据，可以整份下载、用程序读取", "开放数据")


@public_page
def data(request: PublicRequest) -> HttpResponse:
    context = {
        "themes": by_theme(),
        "count": len(DATASETS),
        "licence": LICENCE,
        "terms": TERMS,
        "site": site_of(request),
        "labels": LABELS,
    }
    return render(request, "reports/data/data.html", context)


@public_page
def dataset(request: PublicRequest, name: str) -> HttpResponse:
    """What the dataset is, what each field means, its files, its first rows."""
    found = _known(name)
    now, site = clock.now(), site_of(request)
    first = islice(found.records(request.township, now, few=SHOWN), SHOWN)
    context: dict[str, Any] = {
        "dataset": found,
        "count": found.count(request.township, now),
        "headings": headings(found),
        "rows": list(rows_of(found, first, site)),
        "extensions": list(TYPES),
        "page": reverse(found.page) if found.page else "",
        "licence": LICENCE,
        "site": site,
        "structured": data_block(labels_of(found, request.township, site, clock.today())),
        "labels": column_labels(found.title, found.about, "开放数据"),
    }
    return render(request, "reports/data/dataset.html", context)


@public_page
def dataset_file(request: PublicRequest, name: str, extension: str) -> HttpResponseBase:
    """All of it, or what the address narrows it to."""
    found = _known(name)
    if extension not in TYPES:
        raise Http404
    try:
        chosen = chosen_of(found, request.GET.dict())
    except NotUnderstood as why:
        return HttpResponse(f"{why}\n", status=400, content_type="text/plain; charset=utf-8")
    records = found.records(request.township, clock.now(), chosen)
    told = {"site": site_of(request), "publisher": request.township.full_name}
    answer = file_of(found, records, extension, **told)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def site_of(request: PublicRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _known(name: str) -> Dataset:
    if name not in BY_NAME:
        raise Http404
    return BY_NAME[name]
