"""Offices and villages as the search finds them."""

from datetime import UTC, datetime

from portal.core.organisations.models import Organisation
from portal.search.index import Document, put, remove
from portal.search.models import SearchDocument

Kind = SearchDocument.Kind
# they are of no date; the newest information comes before them
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)


def put_body(body: Organisation) -> None:
    kind = Kind.VILLAGE if body.is_village else Kind.OFFICE
    if not body.active:
        remove(body.township, kind, [str(body.pk)])
        return
    texts = (body.duty, body.leader, body.leader_title, body.phone, body.address, body.office_hours)
    document = Document(
        kind=kind,
        key=str(body.pk),
        title=body.name,
        url=body.get_absolute_url(),
        published_at=ALWAYS,
        text="\n".join(text for text in texts if text),
        keywords=f"{body.short_name} 电话 地址",
        organisation_id=body.pk,
    )
    put(body.township, document)
