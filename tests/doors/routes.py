"""Every address that the resolver knows outside the admin, with whose things to fill it."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pypdf import PdfReader

from portal.core import clock
from portal.reports.board.short import code_of
from portal.reports.data.every import DATASETS
from portal.reports.data.files import TYPES
from tests.doors.neighbours import Neighbour, programme_key

OUTSIDE = ("admin", "otp")
# the same for everyone: a category or a year belongs to no township
SHARED = {
    *("category", "feed-category", "deadline-year", "budget-year", "sitemap-part", "register"),
    *("form", "apply", "act", "annual", "plan", "measure", "summary", "figure"),
    *("dataset", "dataset-file", "api-records", "api-nowhere"),
}


# records that are named by a year, and a number or word in it: every township has the same names
BY_YEAR = {"application-statistics", "annual-reports", "plan-measures", "summary-figures"}


def patterns() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name with namespace, and parameters, of every public address."""
    yield from _walk(get_resolver().url_patterns, ())


def addresses(name: str, of: Neighbour) -> Iterator[str]:
    """The addresses of route `name` that lead to records of `of`."""
    for given in _fillings(name.rpartition(":")[2], of):
        yield reverse(name, kwargs=given)


def answers(
    client: Client, address: str, questions: Iterable[str]
) -> Iterator[tuple[str, HttpResponseBase]]:
    """What is answered at `address`, and where that is a page, to each question asked of it."""
    plain = client.get(address)
    yield address, plain
    if plain.get("Content-Type", "").startswith("text/html"):
        for question in questions:
            yield address + question, client.get(address + question)


def text_of(answer: HttpResponseBase) -> str:
    """Everything the answer says: streams read, workbooks unpacked, words of a PDF."""
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if data[:4] == b"PK\x03\x04":
        parts = zipfile.ZipFile(io.BytesIO(data))
        data = b"".join(parts.read(name) for name in parts.namelist())
    if data[:5] == b"%PDF-":
        pages = PdfReader(io.BytesIO(data)).pages
        data = "\n".join(page.extract_text() for page in pages).encode()
    headers = " ".join(f"{key}: {value}" for key, value in answer.headers.items())
    return data.decode("utf-8", "replace") + headers


def _walk(found: list[Any], spaces: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in found:
        if isinstance(one, URLResolver):
            if one.namespace not in OUTSIDE:
                inner = (*spaces, one.namespace) if one.namespace else spaces
                yield from _walk(one.url_patterns, inner)
        elif isinstance(one, URLPattern) and one.name:
            parameters = tuple(one.pattern.converters) or tuple(re.findall(r"<(\w+)>", str(one)))
            yield ":".join((*spaces, one.name)), parameters


def _fillings(name: str, of: Neighbour) -> list[dict[str, Any]]:
    """What to fill a route's parameters with; looked up once for each neighbour."""
    if of.fillings is None:
        of.fillings = fillings_of(of)
    return of.fillings.get(name, [{}])


def fillings_of(of: Neighbour) -> dict[str, list[dict[str, Any]]]:
    """By the name of a route, every way to fill its parameters with records of `of`."""
    items = (of.item, of.policy, of.interpretation, of.revised, of.withdrawn)
    attachment = of.item.live.attachments.get()
    return {
        "item": [{"index_number": item.index_number} for item in items],
        "print": [{"index_number": item.index_number} for item in items],
        "version": [{"index_number": of.revised.index_number, "number": 1}],
        "entry": [{"code": of.entry.code}],
        "category": [{"slug": "social-assistance"}],
        "feed-category": [{"slug": "social-assistance"}],
        "village": [{"slug": of.village.slug}],
        "feed-village": [{"slug": of.village.slug}],
        "office": [{"slug": of.office.slug}],
        "attachment": [{"key": attachment.pk, "name": attachment.name}],
        "image": [{"key": of.picture.key}],
        "question": [{"key": of.question.pk}],
        "programme": [{"key": programme_key(of)}],
        "programme-check": [{"key": programme_key(of)}],
        "list-names": [{"index_number": of.list.index_number}],
        "warning": [{"key": of.warning.pk}],
        "register": [{"slug": of.listed.register}],
        "register-entry": [{"slug": of.listed.register, "key": of.listed.pk}],
        **_books(of),
        **_boards(of),
        **_applications(of),
        **_data(of),
        "deadline-year": [{"year": 2026}],
        "sitemap-part": [
            {"section": name}
            for name in (
                "pages",
                "items",
                "entries",
                "places",
                "questions",
                "warnings",
                "books",
                "papers",
                "nothing",
            )
        ],
    }


def _books(of: Neighbour) -> dict[str, list[dict[str, Any]]]:
    """The addresses of a village's books: the public period and its entry."""
    period = {"slug": of.village.slug, "key": "2026-01"}
    entry = period | {"number": of.spent.pk}
    voucher = of.spent.vouchers.get()
    return {
        "budget-year": [{"year": 2026}],
        "budget-unit": [{"year": 2026, "slug": of.office.slug}],
        "ledger": [{"slug": of.village.slug}],
        "period": [period],
        "canonical": [period],
        "ledger-entry": [entry],
        "ask-about-entry": [entry],
        "voucher": [{"key": voucher.pk, "name": voucher.name}],
    }


def _applications(of: Neighbour) -> dict[str, list[dict[str, Any]]]:
    """The forms are everyone's; what belongs to an application opens by its code alone."""
    return {
        "form": [{"who": "legal", "kind": "docx"}],
        "apply": [{"who": "citizen"}],
        "act": [{"act": "withdraw"}],
        "file": [{"key": 1}],
        "letter-docx": [{"key": 1}],
        "letter-pdf": [{"key": 1}],
        "annual": [{"year": 2024}],
        "plan": [{"year": 2024}],
        "measure": [{"year": 2024, "number": 1}],
        "summary": [{"year": 2024}],
        "figure": [
            {"year": 2026, "name": name}
            for name in ("主动公开信息", "漏发例行信息", "公开村级账期", "发布预警", "新收公开申请")
        ],
    }


def _data(of: Neighbour) -> dict[str, list[dict[str, Any]]]:
    """Every dataset as page, file and interface, and a record of it by its name."""
    names = [{"name": one.name} for one in DATASETS]
    return {
        "dataset": names,
        "dataset-file": [one | {"extension": kind} for one in names for kind in TYPES],
        "api-records": names,
        "api-record": [
            {"name": one.name, "key": found.id}
            for one in DATASETS
            if one.name not in BY_YEAR
            for found in islice(one.records(of.town, clock.now(), few=1), 1)
        ],
        "api-nowhere": [{"rest": "a/b/c"}],
    }


def _boards(of: Neighbour) -> dict[str, list[dict[str, Any]]]:
    """A board, its picture, the proof that hangs there, and what may be printed for it."""
    board = of.photo.posting.board
    sheets = [
        {"kind": "item", "key": of.item.pk},
        {"kind": "item", "key": of.list.pk},
        {"kind": "period", "key": of.spent.period_id},
        {"kind": "warning", "key": of.warning.pk},
        {"kind": "board", "key": board.pk},
    ]
    return {
        "board": [{"key": board.pk}],
        "board-picture": [{"key": board.pk}],
        "board-photo": [{"key": of.photo.uuid}],
        "board-sheet": sheets,
        "board-look": sheets,
        "short": [{"code": code_of(sheet["kind"], sheet["key"])} for sheet in sheets],
    }
