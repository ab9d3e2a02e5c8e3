"""Register entries as the search finds them: for as long as they are public."""

from datetime import datetime, time

from django.utils import timezone

from disclosures.registers.models import FOREVER, RegisterEntry
from portal.search.index import Document, put, remove
from portal.search.models import SearchDocument

KIND = SearchDocument.Kind.REGISTER


def put_entry(entry: RegisterEntry) -> None:
    assert entry.listed_on is not None
    assert entry.removal_on is not None
    document = Document(
        kind=KIND,
        key=str(entry.pk),
        title=f"{entry.firm}（{entry.kind.name}）",
        url=entry.get_absolute_url(),
        published_at=_midnight(entry.listed_on),
        text=f"{entry.facts}\n{entry.decision}\n{entry.decided_by}",
        keywords=entry.kind.field,
        organisation_id=entry.issuer_id,
        year=entry.listed_on.year,
        numbers=(entry.decision_number, entry.credit_code),
        visible_until=None if entry.removal_on == FOREVER else _midnight(entry.removal_on),
    )
    put(entry.township, document)


def remove_entry(entry: RegisterEntry) -> None:
    remove(entry.township, KIND, [str(entry.pk)])


def _midnight(day: object) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))  # type: ignore[arg-type]
