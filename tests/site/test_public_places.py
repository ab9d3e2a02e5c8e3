from django.test import Client

from tests import factories
from tests.cast import Cast


def test_a_village_shows_only_its_own_items(client: Client, cast: Cast) -> None:
    factories.published(cast.town, by=cast.officer, issuer=cast.village, title="本村收支")
    factories.published(cast.town, by=cast.officer, title="镇里的事")
    html = client.get("/villages/qinghe/").content.decode()
    assert "本村收支" in html
    assert "镇里的事" not in html


def test_a_village_is_narrowed_by_month_and_by_matter(client: Client, cast: Cast) -> None:
    money = factories.entry(cast.town, name="村级财务", code="V1")
    spring, summer = factories.moment("2026-03-31 23:30"), factories.moment("2026-07-01 08:00")
    factories.published(
        cast.town, by=cast.officer, issuer=cast.village, entry=money, title="春", at=spring
    )
    factories.published(cast.town, by=cast.officer, issuer=cast.village, title="夏", at=summer)
    march = client.get("/villages/qinghe/?month=2026-03").context["listing"]
    assert [item.live.title for item in march.page.items] == ["春"]
    finance = client.get("/villages/qinghe/?entry=V1").context["listing"]
    assert [item.live.title for item in finance.page.items] == ["春"]


def test_a_village_counts_its_months_and_matters(client: Client, cast: Cast) -> None:
    money = factories.entry(cast.town, name="村级财务", code="V1")
    for _ in range(3):
        factories.published(cast.town, by=cast.officer, issuer=cast.village, entry=money)
    context = client.get("/villages/qinghe/").context
    assert [(f"{month:%Y-%m}", count) for month, count in context["months"]] == [("2026-03", 3)]
    assert [(m["code"], m["count"]) for m in context["matters"]] == [("V1", 3)]


def test_villages_and_offices_do_not_mix(client: Client, cast: Cast) -> None:
    assert "青禾村" not in client.get("/offices/").content.decode()
    assert client.get("/villages/open-government/").status_code == 404


def test_an_office_tells_whom_to_call_and_what_it_answers_for(client: Client, cast: Cast) -> None:
    factories.entry(cast.town, name="年度报告", publisher=cast.office)
    html = client.get("/offices/open-government/").content.decode()
    assert "0559-7000002" in html
    assert "年度报告" in html


def test_a_dissolved_office_is_not_listed(client: Client, cast: Cast) -> None:
    cast.office.active = False
    cast.office.save()
    assert "政务公开办公室" not in client.get("/offices/").content.decode()


def test_the_list_of_a_village_is_taken_away_as_a_file(client: Client, cast: Cast) -> None:
    factories.published(cast.town, by=cast.officer, issuer=cast.village, title="本村收支")
    factories.published(cast.town, by=cast.officer, title="镇里的事")
    answer = client.get("/villages/qinghe/?format=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "本村收支" in text
    assert "镇里的事" not in text
