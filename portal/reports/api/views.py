"""/api/v1/: the datasets for programs, read only."""

from itertools import islice
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponseBase
from django.urls import reverse

from portal.core import clock
from portal.core.public_page import PublicRequest
from portal.reports.api.answers import NotThere, api_page, as_json
from portal.reports.api.openapi import document_of
from portal.reports.api.paging import NAMES, is_name, wanted
from portal.reports.data.asked import chosen_of
from portal.reports.data.dataset import Dataset
from portal.reports.data.every import BY_NAME, DATASETS
from portal.reports.data.licence import LICENCE
from portal.reports.data.narrowing import NotUnderstood
from portal.reports.data.written import as_object

NO_DATASET = "没有叫“{name}”的数据集。有哪些，看 /api/v1/。"
NO_RECORD = "数据集 {name} 里没有 id 为“{key}”的记录：写错了，或者没有公开、已经撤下。"
NO_ADDRESS = "没有这个网址。有哪些数据集，看 /api/v1/；接口文档在 /api/v1/openapi.json。"


@api_page
def index(request: PublicRequest) -> HttpResponseBase:
    _nothing_asked(request)
    site = _site(request)
    told = {
        "title": f"{request.township.full_name}开放数据",
        "licence": LICENCE,
        "terms": f"{site}{reverse('reports:data')}#licence",
        "openapi": f"{site}{reverse('reports:api-document')}",
        "datasets": [_about(one, site) for one in DATASETS],
    }
    return as_json(told)


@api_page
def records(request: PublicRequest, name: str) -> HttpResponseBase:
    """One page; `next` leads on until it is null."""
    dataset, params = _known(name), request.GET.dict()
    chosen, page = chosen_of(dataset, params, also=NAMES), wanted(dataset, params)
    more = page.limit + 1
    found = dataset.records(request.township, clock.now(), chosen, page.after, few=more)
    shown = list(islice(found, more))
    last = shown[page.limit - 1].id if len(shown) > page.limit else None
    site = _site(request)
    told = {
        "dataset": dataset.name,
        "records": [as_object(dataset, one, site) for one in shown[: page.limit]],
        "next": _following(request, params, last) if last else None,
    }
    return as_json(told)


@api_page
def record(request: PublicRequest, name: str, key: str) -> HttpResponseBase:
    dataset = _known(name)
    _nothing_asked(request)
    found = None
    if is_name(dataset, key):
        found = dataset.record(request.township, clock.now(), key)
    if found is None:
        raise NotThere(NO_RECORD.format(name=name, key=key[:80]))
    return as_json(as_object(dataset, found, _site(request)))


@api_page
def document(request: PublicRequest) -> HttpResponseBase:
    """The description of all this that programs read (OpenAPI 3.1)."""
    _nothing_asked(request)
    return as_json(document_of(request.township.full_name, _site(request)))


@api_page
def nowhere(request: PublicRequest, rest: str) -> HttpResponseBase:
    raise NotThere(NO_ADDRESS)


def _about(dataset: Dataset, site: str) -> dict[str, Any]:
    return {
        "name": dataset.name,
        "title": dataset.title,
        "description": dataset.about,
        "theme": str(dataset.theme),
        "updated": dataset.cycle,
        "url": f"{site}{reverse('reports:api-records', args=[dataset.name])}",
        "page": f"{site}{reverse('reports:dataset', args=[dataset.name])}",
    }


def _following(request: PublicRequest, params: dict[str, str], last: str) -> str:
    return f"{_site(request)}{request.path}?{urlencode({**params, 'after': last})}"


def _nothing_asked(request: PublicRequest) -> None:
    if request.GET:
        raise NotUnderstood("这个网址不带参数。")


def _known(name: str) -> Dataset:
    if name not in BY_NAME:
        raise NotThere(NO_DATASET.format(name=name[:60]))
    return BY_NAME[name]


def _site(request: PublicRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"
