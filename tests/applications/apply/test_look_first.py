"""Before the form: what is already public is shown, and who found it there is counted."""

from datetime import timedelta

from django.test import Client

from applications.apply.draft import KEPT, clear_old_papers
from applications.apply.models import DraftFile, FoundWithoutApplying
from applications.rules.models import ApplicationRules
from portal.core import clock
from tests import factories
from tests.cast import Cast

LOOK = "/applications/new/"


def test_where_nothing_is_taken_online_people_are_told_where_to_go(
    cast: Cast, client: Client
) -> None:
    page = client.get(LOOK, {"q": "修路"}).content.decode()
    assert "当面申请，或者邮寄、传真" in page
    assert "/applications/new/citizen/" not in page
    for answer in (client.get(f"{LOOK}citizen/"), client.post(f"{LOOK}citizen/", {"send": "1"})):
        assert answer.headers["Location"] == LOOK


def test_what_is_public_is_shown_and_one_can_go_on(cast: Cast, client: Client) -> None:
    ApplicationRules.objects.create(township=cast.town, online=True)
    item = factories.published(cast.town, by=cast.officer, title="青禾村修路合同公示")
    page = client.get(LOOK, {"q": "修路合同"}).content.decode()
    assert item.get_absolute_url() in page
    assert "/applications/new/citizen/?q=" in page


def test_nothing_found_leads_to_the_form(cast: Cast, client: Client) -> None:
    ApplicationRules.objects.create(township=cast.town, online=True)
    page = client.get(LOOK, {"q": "从来没有的事"}).content.decode()
    assert "没有找到公开的" in page
    assert "/applications/new/legal/?q=" in page


def test_who_found_it_is_counted_by_the_day_and_by_nothing_else(cast: Cast, client: Client) -> None:
    for _ in range(2):
        assert "找到了就好" in client.post("/applications/new/found/").content.decode()
    row = FoundWithoutApplying.objects.get()
    assert (row.township, row.on, row.count) == (cast.town, clock.today(), 2)


def test_a_tab_opened_again_counts_nobody_and_looks_again(cast: Cast, client: Client) -> None:
    assert client.get("/applications/new/found/").headers["Location"] == LOOK
    assert not FoundWithoutApplying.objects.exists()


def test_papers_of_forms_never_sent_are_deleted_from_the_disk(cast: Cast) -> None:
    paper = DraftFile(
        township=cast.town, token="t", kind="identity", name="a.png", size=1, at=clock.now()
    )
    paper.file.keep(b"x")
    paper.save()
    assert clear_old_papers() == 0
    DraftFile.objects.update(at=clock.now() - KEPT - timedelta(minutes=1))
    assert clear_old_papers() == 1
    assert not paper.file.storage.exists(paper.file.name)
