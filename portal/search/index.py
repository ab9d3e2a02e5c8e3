"""Putting what is public into the index and taking it out, in the transaction of the move."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from portal.core.township.models import Township
from portal.privacy.mask import mask_numbers
from portal.search import engine
from portal.search.models import SearchDocument
from portal.search.words import digest, initials, plain_number, tokens

MOST_TEXT = 100_000  # characters of a document that are looked into


@dataclass(frozen=True)
class Document:
    """Something public as it is to be found. `numbers` are document and index numbers; it is never
    found from `visible_until` on."""

    kind: str
    key: str
    title: str
    url: str
    published_at: datetime
    text: str = ""
    keywords: str = ""
    organisation_id: int | None = None
    category: str = ""
    year: int | None = None
    numbers: tuple[str, ...] = ()
    visible_until: datetime | None = None


@transaction.atomic
def put(township: Township, document: Document) -> None:
    """Make `document` found from now on, in place of what had its kind and key."""
    title, text = document.title[:200], mask_numbers(document.text[:MOST_TEXT])
    stored, _ = SearchDocument.objects.update_or_create(
        township=township,
        kind=document.kind,
        key=document.key,
        defaults={
            "title": title,
            "text": text,
            "url": document.url,
            "organisation_id": document.organisation_id,
            "category": document.category,
            "year": document.year,
            "numbers": " ".join(plain_number(one) for one in document.numbers if one)[:160],
            "initials": initials(title),
            "published_at": document.published_at,
            "visible_until": document.visible_until,
            "words_digest": digest(),
        },
    )
    in_title = tokens(f"{title} {document.keywords}")
    engine.store(stored.pk, in_title, [*in_title, *tokens(text)])


@transaction.atomic
def remove(township: Township, kind: str, keys: Iterable[str]) -> None:
    """Make them found no more."""
    gone = SearchDocument.objects.of(township).filter(kind=kind, key__in=list(keys))
    engine.forget(gone.values_list("pk", flat=True))
    gone.delete()


@transaction.atomic
def clear(township: Township) -> None:
    """Empty the index of a township, to make it anew."""
    gone = SearchDocument.objects.of(township)
    engine.forget(list(gone.values_list("pk", flat=True)))
    gone.delete()


def stale() -> int:
    """How many documents were cut into words by other word lists than today's."""
    return SearchDocument.objects.exclude(words_digest=digest()).count()
