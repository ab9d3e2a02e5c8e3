from django.test import Client

from portal.spreadsheets.read import read_workbook
from tests import factories
from tests.cast import Cast


def csv_of(client: Client, query: str) -> str:
    answer = client.get(f"/disclosures/?{query}format=csv")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def test_csv_holds_exactly_the_list(client: Client, cast: Cast) -> None:
    factories.published(cast.town, by=cast.officer, title="关于补贴的通知")
    factories.published(cast.town, by=cast.officer, title="别的事")
    text = csv_of(client, "q=补贴&")
    assert "关于补贴的通知" in text
    assert "别的事" not in text


def test_csv_holds_more_than_a_page(client: Client, cast: Cast) -> None:
    for _ in range(25):
        factories.published(cast.town, by=cast.officer)
    assert csv_of(client, "").count("\r\n") == 26


def test_csv_gives_whole_addresses_and_harmless_words(client: Client, cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer, title="=HYPERLINK(1)")
    text = csv_of(client, "")
    assert f"http://testserver{item.get_absolute_url()}" in text
    assert "'=HYPERLINK" in text


def test_csv_has_no_drafts(client: Client, cast: Cast) -> None:
    factories.draft(cast.town, by=cast.clerk, title="还没公开")
    assert "还没公开" not in csv_of(client, "")


def test_xlsx_has_the_same_rows(client: Client, cast: Cast) -> None:
    factories.published(cast.town, by=cast.officer, title="关于补贴的通知")
    answer = client.get("/disclosures/?format=xlsx")
    rows = read_workbook(answer.content, "list.xlsx").sheets[0].rows
    assert [list(row)[1] for row in rows] == ["标题", "关于补贴的通知"]


def test_the_queries_of_a_file_stay_bounded(
    client: Client, cast: Cast, django_assert_max_num_queries: object
) -> None:
    for _ in range(30):
        factories.published(cast.town, by=cast.officer)
    with django_assert_max_num_queries(6):
        csv_of(client, "")
