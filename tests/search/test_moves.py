"""The moves keep the index: found with publication, gone with withdrawal."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from docx import Document as Word

from disclosures.flow.attach import attach
from disclosures.flow.publish import publish_archived, publish_due
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import save_draft
from portal.core import clock
from portal.search.models import SearchDocument, ZeroResult
from portal.site.finding.rebuild import rebuild
from tests import factories
from tests.cast import Cast
from tests.factories import moment
from tests.privacy.numbers import PHONE
from tests.spreadsheets.sheets import fill, workbook


def _titles(client: Client, question: str) -> list[str]:
    answer = client.get("/search/", {"q": question, "format": "json"}).json()
    return [one["title"] for one in answer["results"]]


def test_an_item_is_found_by_title_body_and_file(cast: Cast, client: Client) -> None:
    draft = factories.draft(
        cast.town, by=cast.officer, title="关于茶园改造的通知", body="<p>老茶树换种。</p>"
    )
    file = io.BytesIO()
    word = Word()
    word.add_paragraph("苗木补助每株三元")
    word.save(file)
    attach(draft, file.getvalue(), "茶苗清单.docx", by=cast.officer)
    publish_archived(draft, at=moment("2026-03-10 10:00"), by=cast.officer)
    for question in ("茶园改造", "老茶树", "苗木补助", "茶苗清单"):
        assert _titles(client, question) == ["关于茶园改造的通知"], question


def test_a_draft_is_not_found(cast: Cast, client: Client) -> None:
    factories.draft(cast.town, by=cast.officer, title="关于茶园改造的通知")
    assert _titles(client, "茶园改造") == []


def test_a_revision_takes_the_place_of_the_old_words(cast: Cast, client: Client) -> None:
    item = factories.published(cast.town, by=cast.officer, title="旧标题茶园")
    edition = revise(item, by=cast.officer)
    edition.title, edition.change_note = "新标题果园", "改"
    save_draft(edition, by=cast.officer)
    assert _titles(client, "果园") == []
    publish_archived(edition, at=moment("2026-04-10 10:00"), by=cast.officer)
    assert (_titles(client, "茶园"), _titles(client, "果园")) == ([], ["新标题果园"])


def test_what_is_withdrawn_is_not_found(cast: Cast, client: Client) -> None:
    item = factories.published(cast.town, by=cast.officer, title="茶园通知")
    withdraw(item, by=cast.officer, reason="有误")
    assert _titles(client, "茶园") == []
    assert not SearchDocument.objects.filter(kind="item").exists()


def test_what_has_run_out_is_not_found_before_and_after_the_job(cast: Cast, client: Client) -> None:
    factories.published(
        cast.town, by=cast.officer, title="茶园公示", down_at=clock.now() - timedelta(minutes=1)
    )
    assert _titles(client, "茶园") == []
    publish_due(clock.now())
    assert not SearchDocument.objects.filter(kind="item").exists()


def test_making_it_anew_changes_nothing(cast: Cast, client: Client) -> None:
    factories.published(cast.town, by=cast.officer, title="茶园通知")
    before = _titles(client, "茶园")
    rebuild(cast.town)
    assert _titles(client, "茶园") == before == ["茶园通知"]
    assert _titles(client, "政务公开办公室") == ["政务公开办公室"]


def test_it_is_made_anew_only_when_the_words_changed(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    factories.published(cast.town, by=cast.officer, title="茶园通知")
    call_command("rebuild_search", "--if-stale")
    assert "不用重建" in capsys.readouterr().out
    SearchDocument.objects.update(words_digest="old")
    call_command("rebuild_search", "--if-stale")
    assert "阳光镇：" in capsys.readouterr().out
    assert not SearchDocument.objects.filter(words_digest="old").exists()


def test_hidden_parts_of_a_file_are_not_found(cast: Cast, client: Client) -> None:
    def build(book: object) -> None:
        fill(book.add_worksheet("表"), [["看得见的茶园"]])  # type: ignore[attr-defined]
        hidden = book.add_worksheet("底")  # type: ignore[attr-defined]
        fill(hidden, [["看不见的果园"]])
        hidden.hide()

    draft = factories.draft(cast.town, by=cast.officer)
    attach(draft, workbook(build), "清单.xlsx", by=cast.officer)
    publish_archived(draft, at=moment("2026-03-10 10:00"), by=cast.officer)
    assert len(_titles(client, "茶园")) == 1
    assert _titles(client, "果园") == []


def test_what_is_looked_for_in_vain_is_counted_without_numbers(cast: Cast, client: Client) -> None:
    for _ in range(2):
        client.get("/search/", {"q": f"火星 {PHONE}"})
    [miss] = ZeroResult.objects.all()
    assert miss.count == 2
    assert PHONE not in miss.query
    assert miss.township == cast.town


def test_a_typing_error_is_answered(cast: Cast, client: Client) -> None:
    factories.published(cast.town, by=cast.officer, title="低保标准")
    page = client.get("/search/", {"q": "低宝"}).content.decode()
    assert "下面是“<strong>低保</strong>”的结果" in page


def test_nothing_found_helps_on(cast: Cast, client: Client) -> None:
    page = client.get("/search/", {"q": "火星移民"}).content.decode()
    assert "没有找到“火星移民”" in page
    assert 'href="/guide/"' in page


def test_a_title_cannot_smuggle_script(cast: Cast, client: Client) -> None:
    factories.published(cast.town, by=cast.officer, title="<script>alert(1)</script>茶园")
    page = client.get("/search/", {"q": "茶园"}).content.decode()
    assert "<script>alert" not in page


def test_the_answer_for_programs(cast: Cast, client: Client) -> None:
    factories.published(cast.town, by=cast.officer, title="茶园通知")
    told = client.get("/search/", {"q": "茶园", "format": "json"}).json()
    assert (told["query"], told["count"], told["page"], told["pages"]) == ("茶园", 1, 1, 1)
    assert told["results"][0]["url"].startswith("http://testserver/disclosures/")
    assert told["facets"]["kind"] == {"item": 1}


@pytest.mark.parametrize("query", ["page=x", "kind=?", "year=99999", "body=nobody", "sort=?"])
def test_odd_addresses_are_answered(cast: Cast, client: Client, query: str) -> None:
    assert client.get(f"/search/?q=茶&{query}").status_code == 200


def test_few_questions_are_asked_of_the_database(
    cast: Cast, client: Client, django_assert_max_num_queries: object
) -> None:
    for number in range(30):
        factories.published(cast.town, by=cast.officer, title=f"茶园通知{number}")
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        client.get("/search/", {"q": "茶园"})
