"""A whole inspection: what is wrong is found with where and what to do, and kept."""

import json
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from disclosures.items.models import Disclosure
from portal.core import clock
from portal.core.township.models import Township
from portal.reports.inspection.ask_site import Answer, Site
from portal.reports.inspection.inspect import inspect
from portal.reports.inspection.models import Inspection, RiskyWord
from tests import factories
from tests.cast import Cast

HOST = "testserver"


@pytest.fixture
def item(cast: Cast) -> Disclosure:
    cast.town.website_code = "3400000001"
    cast.town.save()
    when = clock.now() - timedelta(hours=1)
    return factories.published(
        cast.town, by=cast.officer, at=when, title="修路公告", body="<p>村民<b>踊跃</b>参加。</p>"
    )


def found(inspection: Inspection) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for one in inspection.found:
        told.setdefault(one.indicator.value, []).append(f"{one.where} {one.what} {one.cure}")
    return told


def test_a_site_in_order_has_pages_and_links_and_nothing_broken(
    cast: Cast, item: Disclosure
) -> None:
    inspection = inspect(cast.town, Site(HOST))
    assert inspection.pages > 20
    assert inspection.links > 20
    assert not {"page_broken", "link_broken", "label_missing"} & set(found(inspection))


def test_a_home_page_two_weeks_old_knocks_the_site_out(cast: Cast, item: Disclosure) -> None:
    assert not inspect(cast.town).failed
    later = clock.now() + timedelta(days=15)
    with (
        patch.object(clock, "now", lambda: later),
        patch.object(clock, "today", lambda: timezone.localdate(later)),
    ):
        inspection = inspect(cast.town)
    assert "home_stale" in inspection.failed
    assert inspection.points == 0


def test_a_risky_word_is_found_across_tags_with_what_to_write(cast: Cast, item: Disclosure) -> None:
    RiskyWord.objects.create(township=cast.town, word="民踊跃参", instead="群众积极参")
    RiskyWord.objects.create(township=cast.town, word="修路", active=False)
    told = found(inspect(cast.town, Site(HOST)))["risky_word"]
    assert any("群众积极参" in one for one in told)
    assert not any("有“修路”" in one for one in told)


def test_a_link_that_leads_nowhere_and_a_file_that_is_gone(cast: Cast) -> None:
    body = '<p><a href="/items/nothing-here/">旧文件</a></p>'
    factories.published(cast.town, by=cast.officer, at=clock.now(), body=body)
    told = found(inspect(cast.town, Site(HOST)))["link_broken"]
    assert any("/items/nothing-here/" in one for one in told)


def test_a_missing_website_code_is_a_missing_label(cast: Cast) -> None:
    factories.published(cast.town, by=cast.officer, at=clock.now())
    told = found(inspect(cast.town, Site(HOST)))["label_missing"]
    assert "SiteIDCode" in told[0]


def test_a_page_that_breaks_is_found(cast: Cast, item: Disclosure) -> None:
    class Breaking(Site):
        def ask(self, path: str) -> Answer:
            return Answer(500, "text/html") if path == "/offices/" else super().ask(path)

    told = found(inspect(cast.town, Breaking(HOST)))["page_broken"]
    assert told == ["/offices/ 打开时出错（500）。 请联系系统管理员查看运行日志。"]


def test_a_site_that_does_not_open_is_never_in_order(cast: Cast, item: Disclosure) -> None:
    """Under a wrong host name nothing opens: no page was read, and that is what is found."""
    inspection = inspect(cast.town, Site("nobody.example"))
    assert inspection.failed == ["home_broken"]
    assert found(inspection)["page_broken"][0].startswith("/sitemap.xml 打开时出错（400）")


def test_a_part_of_the_site_map_that_breaks_is_found(cast: Cast, item: Disclosure) -> None:
    class Breaking(Site):
        def ask(self, path: str) -> Answer:
            index = f"<sitemapindex><loc>https://{HOST}/sitemap.xml?p=1</loc></sitemapindex>"
            given = {"/sitemap.xml": Answer(200, "", index), "/sitemap.xml?p=1": Answer(500, "")}
            return given.get(path) or super().ask(path)

    told = found(inspect(cast.town, Breaking(HOST)))["page_broken"]
    assert [one.split()[0] for one in told] == ["/sitemap.xml?p=1"]


def test_looking_at_the_records_alone_says_that_pages_were_not_looked_at(cast: Cast) -> None:
    inspection = inspect(cast.town)
    assert inspection.pages == 0
    assert "没有逐页检查" in inspection.unchecked[0]


def test_a_late_answer_to_a_resident_is_found_and_after_three_months_knocks_out(
    cast: Cast, item: Disclosure
) -> None:
    for days, indicator in ((30, "message_late"), (100, "message_forgotten")):
        at = clock.now() - timedelta(days=days)
        factories.question(cast.town, at=at, message=f"{days}天前问的")
        assert indicator in found(inspect(cast.town))
    assert "message_forgotten" in inspect(cast.town).failed


def test_the_command_prints_one_object(cast: Cast, item: Disclosure) -> None:
    out = StringIO()
    call_command("inspect_site", "--json", "--host", HOST, stdout=out)
    told = json.loads(out.getvalue())
    assert told["pages"] == Inspection.objects.get().pages
    assert set(told) == {"ok", "points", "failed", "pages", "links", "unchecked", "findings"}


def test_a_site_that_is_knocked_out_ends_the_command_with_1_but_not_the_night(
    cast: Cast, item: Disclosure
) -> None:
    at = clock.now() - timedelta(days=100)
    factories.question(cast.town, at=at, message="一百天前问的")
    with pytest.raises(SystemExit) as end:
        call_command("inspect_site", "--records-only", "--json", stdout=StringIO())
    assert end.value.code == 1
    call_command("inspect_site", "--all", "--records-only", stdout=StringIO())


def test_at_the_desk_it_is_run_read_and_taken_away(
    cast: Cast, item: Disclosure, client: Client, django_assert_max_num_queries: Callable
) -> None:
    client.force_login(cast.officer)
    page = client.post("/admin/reports/inspection/now/", follow=True).content.decode()
    assert "自查完毕" in page
    key = Inspection.objects.get().pk
    with django_assert_max_num_queries(25):
        client.get("/admin/reports/inspection/")
    export = client.get(f"/admin/reports/inspection/{key}/change/?format=csv")
    assert "指标" in b"".join(export.streaming_content).decode("utf-8-sig")


def test_who_may_not_inspect_is_told_so(cast: Cast, client: Client) -> None:
    client.force_login(cast.auditor)
    page = client.post("/admin/reports/inspection/now/", follow=True).content.decode()
    assert "您没有自查的权限" in page
    assert not Inspection.objects.exists()
    client.force_login(cast.accountant)
    assert client.get("/admin/reports/inspection/").status_code == 403


def test_at_night_every_township_is_inspected(cast: Cast) -> None:
    factories.township(host="elsewhere.test")
    call_command("inspect_site", "--all", "--records-only", stdout=StringIO())
    assert {one.township for one in Inspection.objects.all()} == set(Township.objects.all())
