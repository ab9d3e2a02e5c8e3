"""What a village asks of its people, within the limit of the province."""

from datetime import date
from decimal import Decimal
from typing import Any

from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from finance.levies.models import Levy, LevyExemption, LevyRule
from portal.core.township.models import Township
from tests import factories
from tests.cast import Cast


def limit(town: Township, **fields: Any) -> LevyRule:
    given = {"name": "省定限额", "since": 2020, "per_head": Decimal(20), "days": Decimal(3)}
    return LevyRule.objects.get_or_create(township=town, since=2020, defaults=given | fields)[0]


def drafted(cast: Cast, **fields: Any) -> Edition:
    limit(cast.town)
    edition = factories.draft(
        cast.town,
        by=fields.pop("by", cast.officer),
        shape="levy",
        title=fields.pop("title", "修路筹资方案"),
        body="",
    )
    given = {
        "village": cast.village,
        "year": 2026,
        "purpose": "修组级路",
        "persons": 500,
        "per_head": Decimal("15.00"),
        "met_on": date(2026, 1, 10),
        "called": 60,
        "present": 55,
        "in_favour": 50,
        "reviewed_on": date(2026, 1, 15),
        "approved_on": date(2026, 1, 22),
        "approval_number": "澄农筹〔2026〕1号",
    }
    Levy.objects.create(township=cast.town, edition=edition, **given | fields)
    return edition


def spare(edition: Edition, persons: int, relief: str = "money") -> None:
    LevyExemption.objects.create(
        township=edition.township,
        edition=edition,
        reason="特困供养人员",
        relief=relief,
        persons=persons,
    )


def published(cast: Cast, **fields: Any) -> Disclosure:
    edition = drafted(cast, **fields)
    return publish_archived(edition, at=factories.moment("2026-02-01 10:00"), by=cast.officer)
