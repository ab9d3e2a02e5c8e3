"""Each figure agrees with a count that goes through the rows one by one, without our questions."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from disclosures.flow.publish import publish_archived
from disclosures.flow.withdraw import withdraw
from disclosures.items.models import Disclosure
from disclosures.lists.models import ListTotal
from disclosures.policies.models import Interpretation
from finance.grants.models import GrantLine
from finance.ledger.models import LedgerEntry
from portal.core.staff.roles import Role
from portal.reports.figures.known import known_figures
from tests import factories
from tests.cast import Cast
from tests.disclosures.lists.rolls import published as published_list
from tests.doors.money import plant_books, plant_grant
from tests.factories import moment
from tests.reports.years import on

pytestmark = pytest.mark.django_db


def figure(cast: Cast, name: str, year: int = 2026) -> str:
    return known_figures()[name].count(cast.town, year)


def there(cast: Cast) -> SimpleNamespace:
    entry = factories.entry(cast.town)
    given = {"town": cast.town, "village": cast.village, "office": cast.office}
    both = factories.staff(cast.office, Role.OFFICER, Role.ADMINISTRATOR)
    return SimpleNamespace(**given, officer=both, entry=entry, word="青禾")


def readable(year: int) -> list[Disclosure]:
    return [
        one
        for one in Disclosure.objects.select_related("live__entry")
        if one.live and one.withdrawn_at is None and one.first_published_on.year == year
    ]


@pytest.fixture
def items(cast: Cast) -> None:
    """Two years, three entries, in time and late, one taken down."""
    help_ = factories.entry(cast.town, category="social-assistance")
    farm = factories.entry(cast.town, category="farm-subsidies", limit_amount=3)
    for entry in (help_, farm, farm):
        for day, formed in (("2025-05-06", "2025-05-01"), ("2026-04-20", "2026-03-02")):
            given = {"entry": entry, "formed_on": date.fromisoformat(formed)}
            factories.published(cast.town, by=cast.officer, at=moment(f"{day} 10:00"), **given)
    gone = factories.published(cast.town, by=cast.officer, at=moment("2026-04-21 10:00"))
    withdraw(gone, by=cast.officer, reason="重复")


def test_items_by_year_and_category(items: None, cast: Cast) -> None:
    assert figure(cast, "主动公开信息") == f"{len(readable(2026))}条" == "3条"
    farm = [one for one in readable(2026) if one.live.entry.category == "farm-subsidies"]
    assert figure(cast, "农业补贴公开信息") == f"{len(farm)}条" == "2条"
    assert figure(cast, "社会救助公开信息", 2025) == "1条"


def test_late_items_and_the_on_time_rate(items: None, cast: Cast) -> None:
    late = [one for one in readable(2026) if one.first_published_on > one.first_due_on]
    assert figure(cast, "迟公开信息") == f"{len(late)}条"
    published = [one for one in Disclosure.objects.all() if one.first_published_on.year == 2026]
    in_time = sum(one.first_published_on <= one.first_due_on for one in published)
    assert figure(cast, "按时公开率") == f"{in_time / len(published):.2%}"


def test_policies_and_their_interpretations(cast: Cast) -> None:
    policies = factories.entry(cast.town, kind="policy")
    told = factories.published(cast.town, by=cast.officer, entry=policies)
    factories.published(cast.town, by=cast.officer, entry=policies)
    explaining = factories.entry(cast.town, kind="interpretation")
    draft = factories.draft(cast.town, by=cast.officer, entry=explaining)
    Interpretation.objects.create(
        township=cast.town, disclosure=draft.disclosure, policy=told, explained_by_whom="镇长"
    )
    publish_archived(draft, at=moment("2026-03-11 10:00"), by=cast.officer)
    assert figure(cast, "公开政策文件") == "2件"
    assert figure(cast, "未解读政策文件") == "1件"
    assert figure(cast, "政策解读率") == "50.00%"


def test_missed_routine_publications(cast: Cast) -> None:
    entry = factories.entry(cast.town, cycle="monthly", publisher=cast.office)
    with on("2026-04-30"):
        assert figure(cast, "漏发例行信息") == "4期"  # December to March
    given = {"entry": entry, "formed_on": date(2026, 2, 3)}
    factories.published(cast.town, by=cast.officer, at=moment("2026-02-10 10:00"), **given)
    with on("2026-04-30"):
        assert figure(cast, "漏发例行信息") == "3期"


def test_village_books(cast: Cast) -> None:
    plant_books(there(cast))
    rows = LedgerEntry.objects.filter(period__state="published", period__first__year=2026)
    spent = sum((one.amount for one in rows if one.direction == "expense"), Decimal(0))
    assert figure(cast, "公开村级账期") == "1期"
    assert figure(cast, "村级支出") == f"{spent:,.2f}元" == "6,000.00元"
    assert figure(cast, "村级收入") == "0.00元"
    assert figure(cast, "村级支出", 2025) == "0.00元"


def test_granted_and_paid_money(cast: Cast) -> None:
    plant_grant(there(cast))
    published_list(cast, slug="farmland-payment", at=moment("2026-09-22 09:00"))
    granted = sum((one.amount for one in GrantLine.objects.all()), Decimal(0))
    paid = sum((one.amount for one in ListTotal.objects.all()), Decimal(0))
    assert figure(cast, "下达专项资金") == f"{granted:,.2f}元"
    assert figure(cast, "发放名单") == "1份"
    assert figure(cast, "发放惠民资金") == f"{paid:,.2f}元"


def test_nothing_of_another_township_is_counted(items: None, cast: Cast) -> None:
    plant_books(there(cast))
    other = factories.township()
    for name, one in known_figures().items():
        told = one.count(other, 2026)
        assert told[0] in "0—", name
