"""Published periods as the search finds them: by village, month and what money was spent on."""

from finance.ledger.models import Period
from portal.search.index import Document, put
from portal.search.models import SearchDocument

KIND = SearchDocument.Kind.LEDGER


def put_period(period: Period) -> None:
    purposes = period.entries.order_by("on", "pk").values_list("purpose", "counterparty")
    document = Document(
        kind=KIND,
        key=f"period-{period.pk}",
        title=f"{period.village.name}{period.name}收支明细",
        url=period.get_absolute_url(),
        published_at=period.published_at,  # type: ignore[arg-type]
        text="\n".join(f"{purpose} {payee}".strip() for purpose, payee in purposes),
        keywords="村级财务 收支 账目 村账 花钱",
        organisation_id=period.village_id,
        category="village-projects",
        year=period.first.year,
    )
    put(period.township, document)
