"""A project as residents read it: stages, money from the books, pictures; and the list."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.items.models import Disclosure
from finance.projects.dossier import dossier_of, dossiers_of
from finance.projects.models import ProjectFund
from finance.projects.public import (
    Trouble,
    in_phase,
    in_trouble,
    public_projects,
    with_rows,
)
from finance.projects.stages import Phase, Stage, Standing
from portal.core import clock
from tests import factories
from tests.cast import Cast
from tests.finance.ledger.village_books import Books
from tests.finance.levies.asked import published as levy
from tests.finance.projects.works import books_of, change, drafted, note, pay, picture, public

PAST = date(2026, 1, 1)


@pytest.fixture
def books(cast: Cast) -> Books:
    return books_of(cast)


def _read(client: Client, item: Disclosure) -> str:
    return client.get(item.get_absolute_url()).content.decode()


def _list(client: Client, **asked: str) -> str:
    return client.get("/finance/projects/", asked).content.decode()


def test_the_nine_stages_are_told_with_late_and_skipped_ones(cast: Cast, client: Client) -> None:
    edition = drafted(cast, done=Stage.CONTRACT)
    change(edition, Stage.WORKS, planned_on=PAST)
    change(edition, Stage.BUDGET, done_on=None, planned_on=PAST)
    page = _read(client, public(edition, cast))
    assert page.count('class="stage stage-') == len(Stage)
    assert "这个项目有 2 处不合计划" in page
    assert "预算：没有办，也没有说明原因，后面的“合同”已经办完" in page
    assert "实施：计划 2026-01-01 完成，已逾期" in page


def test_a_stage_that_is_not_needed_says_why(cast: Cast, client: Client) -> None:
    edition = drafted(cast, done=Stage.UPKEEP)
    change(edition, Stage.AUDIT, done_on=None, not_needed=True, reason="不足五万元不审计")
    page = _read(client, public(edition, cast))
    assert "不足五万元不审计" in page
    assert "不合计划" not in page


def test_paid_is_the_sum_of_public_entries(cast: Cast, client: Client, books: Books) -> None:
    item = public(drafted(cast, done=Stage.CONTRACT), cast)
    january = books.open()
    first = pay(books, january, item, "20000.00")
    assert "还没有这个项目的付款" in _read(client, item)
    assert dossier_of(item.live, all_periods=True).money.paid == Decimal("20000.00")
    books.publish(january)
    page = _read(client, item)
    assert "合计 20,000.00 元" in page
    assert first.get_absolute_url() in page
    assert "按合同还有 32,000.00 元没有付" in page


def test_paying_beyond_contract_and_funds_is_flagged(
    cast: Cast, client: Client, books: Books
) -> None:
    item = public(drafted(cast, done=Stage.AUDIT), cast)
    january = books.open()
    pay(books, january, item, "61000.00")
    books.publish(january)
    page = _read(client, item)
    assert "已付款 61,000.00 元，超过合同价 52,000.00 元，多出 9,000.00 元。" in page
    assert "已付款 61,000.00 元，超过资金来源合计 60,000.00 元" in page
    assert "已付款 61,000.00 元，超过审定金额 50,000.00 元" in page
    assert "付款比合同价多 9,000.00 元" in page
    assert "超过合同价" in _list(client)


def test_pictures_are_shown_with_their_words(cast: Cast, client: Client) -> None:
    edition = drafted(cast)
    shown = picture(edition, cast)
    note(edition, 0, PAST, picture=shown, moment="1-before", text="塘底长满水草。")
    item = public(edition, cast)
    page = _read(client, item)
    assert f'src="{shown.get_absolute_url()}" alt="施工前照片：塘底长满水草。"' in page
    assert client.get(shown.get_absolute_url()).status_code == 200
    assert (
        "施工前照片"
        in client.get(reverse("disclosures:print", args=[item.index_number])).content.decode()
    )


def test_documents_are_linked_only_while_residents_may_read_them(
    cast: Cast, client: Client
) -> None:
    notice = factories.published(cast.town, by=cast.officer, title="比选结果公示")
    edition = drafted(cast, done=Stage.TENDER)
    change(edition, Stage.TENDER, document=notice)
    item = public(edition, cast)
    assert notice.get_absolute_url() in _read(client, item)
    notice.withdrawn_at = factories.moment("2026-03-11 10:00")
    notice.save(update_fields=["withdrawn_at"])
    page = _read(client, item)
    assert notice.get_absolute_url() not in page
    assert "文件现在没有公开" in page


def test_levies_for_it_are_linked(cast: Cast, client: Client) -> None:
    item = public(drafted(cast), cast)
    asked = levy(cast, project=item)
    assert asked.get_absolute_url() in _read(client, item)
    assert item.get_absolute_url() in _read(client, asked)


def test_the_list_is_narrowed_counted_and_taken_away(cast: Cast, client: Client) -> None:
    public(drafted(cast, title="修路", kind="road", year=2026), cast)
    late = drafted(cast, title="清淤", village=cast.village)
    change(late, Stage.DECISION, planned_on=PAST)
    public(late, cast)
    assert "全部：2 个项目" in _list(client)
    for asked, count in (
        ({"kind": "road"}, 1),
        ({"year": "2025"}, 1),
        ({"village": "qinghe"}, 1),
        ({"village": "township"}, 1),
        ({"standing": "late"}, 1),
        ({"standing": "closed"}, 0),
        ({"standing": "money"}, 0),
        ({"kind": "road", "year": "2025"}, 0),
    ):
        assert f"符合条件：{count} 个项目" in _list(client, **asked), asked
    page = _list(client, kind="'; drop", year="x", standing="y")
    assert "全部：2 个项目" in page
    assert "有的条件没有看懂" in page
    answer = client.get("/finance/projects/", {"format": "csv", "kind": "water"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "清淤,水利,2025,青禾村,大塘组" in text
    assert "修路" not in text
    assert client.get("/finance/projects/", {"format": "xlsx"}).content[:2] == b"PK"


def test_a_year_is_summed_up(cast: Cast, client: Client, books: Books) -> None:
    item = public(drafted(cast, done=Stage.CONTRACT, year=2026), cast)
    public(drafted(cast, title="旧项目", year=2025), cast)
    own = {"township": cast.town, "edition": item.live}
    ProjectFund.objects.create(source="6-village", amount=Decimal("1000.50"), **own)
    january = books.open()
    pay(books, january, item, "900.00")
    books.publish(january)
    page = _list(client, year="2026")
    assert "2026年立项：1 个项目" in page
    assert "资金来源合计 <strong>61,000.50</strong> 元" in page
    assert "签合同 <strong>52,000.00</strong> 元" in page
    assert "已付 <strong>900.00</strong> 元" in page
    assert "历年合计：2 个项目" in _list(client)


def test_without_projects_the_page_says_so(cast: Cast, client: Client) -> None:
    drafted(cast)
    assert "还没有公开项目档案" in _list(client)


def test_the_database_stands_as_the_pages_do(cast: Cast, books: Books) -> None:
    """Phase and trouble of each project, asked of the database and of the page's own rules."""
    for number, done in enumerate([None, *Stage]):
        edition = drafted(cast, done=done, title=f"项目{number}")
        if number % 3 == 1:
            edition.project_stages.filter(done_on=None).update(planned_on=PAST)
        if number % 4 == 2:
            change(edition, Stage.DECISION, done_on=None, planned_on=PAST)
        if number == 7:
            change(edition, Stage.UPKEEP, planned_on=None, done_on=PAST)
        public(edition, cast)
    january = books.open()
    items = list(public_projects(cast.town, clock.now()))
    for item, amount in zip(items, ("52000.00", "52000.01", "60000.01", "10.00"), strict=False):
        pay(books, january, item, amount)
    books.publish(january)
    found = public_projects(cast.town, clock.now())
    told = {one.edition.disclosure_id: one for one in dossiers_of(with_rows(found))}
    for phase in Phase:
        keys = {item.pk for item in in_phase(found, phase)}
        assert keys == {key for key, one in told.items() if one.phase is phase}, phase
    rules = {
        Trouble.LATE: lambda one: any(s.standing is Standing.LATE for s in one.steps),
        Trouble.SKIPPED: lambda one: any(s.standing is Standing.SKIPPED for s in one.steps),
        Trouble.MONEY: lambda one: bool(one.money.flags),
    }
    for trouble, rule in rules.items():
        keys = {item.pk for item in in_trouble(found, trouble, cast.town, clock.today())}
        assert keys, trouble
        assert keys == {key for key, one in told.items() if rule(one)}, trouble


def test_it_is_found_by_its_words(cast: Cast, client: Client) -> None:
    public(drafted(cast, done=Stage.CONTRACT), cast)
    drafted(cast, place="别处的塘")
    found = client.get("/search/", {"q": "绿水建筑公司", "format": "json"}).json()
    assert found["count"] == 1
    assert client.get("/search/", {"q": "别处的塘", "format": "json"}).json()["count"] == 0


def test_queries_do_not_grow_with_the_projects(
    cast: Cast, client: Client, books: Books, django_assert_max_num_queries: Any
) -> None:
    january = books.open()
    for number in range(4):
        edition = drafted(cast, done=Stage.FINAL, title=f"项目{number}")
        for percent in (0, 100):
            shown = picture(edition, cast)
            note(edition, percent, PAST, picture=shown)
        item = public(edition, cast)
        pay(books, january, item, "10.00")
        pay(books, january, item, "11.00")
    books.publish(january)
    with django_assert_max_num_queries(22):
        assert client.get("/finance/projects/").status_code == 200
    with django_assert_max_num_queries(32):
        assert client.get(item.get_absolute_url()).status_code == 200
