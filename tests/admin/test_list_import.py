"""A clerk makes a list: what it is about, then the village's file; nothing personal stays."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from disclosures.items.models import Edition
from disclosures.lists.models import ListRow
from tests import factories
from tests.cast import Cast
from tests.disclosures.lists.rolls import HEADER, ROWS, TOTAL, draft, kind, person, roll, row
from tests.disclosures.programmes.programmes import published
from tests.privacy.numbers import CARD, PHONE, SOMEBODY
from tests.spreadsheets.sheets import fill, of_rows, workbook

FILE_NAME = f"花名册{SOMEBODY}.xlsx"


@pytest.fixture
def clerk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.officer)
    return client


def _page(edition: Edition) -> str:
    return reverse("admin:disclosures_edition_rows", args=[edition.pk])


def _send(client: Client, edition: Edition, data: bytes, **more: str) -> Any:
    file = SimpleUploadedFile(FILE_NAME, data)
    return client.post(_page(edition), {"file": file, **more}, follow=True)


def _everything() -> Iterator[str]:
    """Every value in every table, and what the cache holds."""
    for model in apps.get_models():
        for values in model._base_manager.values_list():
            yield str(values)
    yield str(vars(cache._connections).get("default", "")) if hasattr(cache, "_connections") else ""


def test_a_list_is_begun_with_what_it_is_about(clerk: Client, cast: Cast) -> None:
    add = reverse("admin:disclosures_edition_add") + "?shape=noticelist"
    page = clerk.get(add).content.decode()
    assert "名单种类" in page
    assert "异议电话" in page
    entry = factories.entry(cast.town)
    answer = clerk.post(
        add,
        {
            "title": "2026年稻谷补贴发放名单",
            "entry": entry.pk,
            "issuer": cast.office.pk,
            "formed_on": "2026-03-02",
            "audience": "全社会",
            "substantial": "on",
            "noticelist-TOTAL_FORMS": 1,
            "noticelist-INITIAL_FORMS": 0,
            "noticelist-0-kind": kind(cast, "rice").pk,
            "noticelist-0-period": "2026年",
            "noticelist-0-period_from": "2026-01-01",
            "noticelist-0-period_to": "2026-12-31",
            "noticelist-0-objections_phone": "0559-7000003",
        },
    )
    assert answer.status_code == 302, answer.context["errors"]
    edition = Edition.objects.get(shape="noticelist")
    assert edition.part.kind.slug == "rice"
    assert edition.part.township == cast.town


def test_a_right_file_becomes_the_rows(clerk: Client, cast: Cast) -> None:
    edition = draft(cast)
    page = _send(clerk, edition, roll(*ROWS, TOTAL)).content.decode()
    assert "导入 3 行，合计 3,225.00 元" in page
    assert "去掉了 身份证号、联系电话" in page
    assert "汪德珍" in page
    assert edition.list_rows.count() == 3


def test_a_wrong_file_is_told_row_by_row_and_changes_nothing(clerk: Client, cast: Cast) -> None:
    edition = draft(cast)
    _send(clerk, edition, roll(*ROWS))
    bad = row(1, "方庆", **{"补贴金额（元）": 9, "行政村": "清禾村"})
    page = _send(clerk, edition, roll(bad)).content.decode()
    assert "一行也没有导入" in page
    assert "是不是“青禾村”" in page
    assert edition.list_rows.count() == 3


def test_a_heading_that_was_not_known_is_corrected_by_hand(clerk: Client, cast: Cast) -> None:
    edition = draft(cast)
    data = of_rows([[*HEADER[:3], "谁家的", *HEADER[4:]], *ROWS])
    page = _send(clerk, edition, data).content.decode()
    assert "表头“谁家的”是" in page
    chosen = {"heading-0": "谁家的", "column-0": "户主姓名"}
    assert "导入 3 行" in _send(clerk, edition, data, **chosen).content.decode()


@pytest.mark.parametrize("planted", [SOMEBODY, CARD, PHONE])
def test_what_was_planted_in_every_corner_is_nowhere_afterwards(
    clerk: Client, cast: Cast, planted: str, tmp_path: Any, settings: Any, caplog: Any
) -> None:
    def build(book: Any) -> None:
        sheet = book.add_worksheet("花名册")
        fill(sheet, [[f"{planted}公示表"], [*HEADER, f"其他{planted}"]])
        for place, one in enumerate(ROWS, start=2):
            fill_row = [*one, planted]
            for column, cell in enumerate(fill_row):
                sheet.write(place, column, cell)
        sheet.write(6, 0, f"制表人：{planted}")
        sheet.set_column(len(HEADER), len(HEADER), None, None, {"hidden": True})
        sheet.write_comment("A3", planted)
        sheet.set_header(f"&C{planted}")
        hidden = book.add_worksheet(f"底{planted}"[:31])
        fill(hidden, [[planted]])
        hidden.hide()
        book.define_name("who", f'="{planted}"')
        book.set_properties({"author": planted, "comments": planted})

    edition = draft(cast)
    page = _send(clerk, edition, workbook(build))
    assert ListRow.objects.filter(edition=edition).count() == 3, page.content.decode()[:3000]
    assert planted not in page.content.decode()
    assert not any(planted in told for told in _everything())
    assert not any(path.is_file() for path in settings.MEDIA_ROOT.rglob("*"))
    assert planted not in caplog.text


def test_no_row_of_a_refused_file_is_kept_anywhere(clerk: Client, cast: Cast) -> None:
    edition = draft(cast)
    _send(clerk, edition, roll(row(1, "", 备注=PHONE)))
    told = "".join(_everything())
    assert person(1) not in told
    assert PHONE not in told


def test_a_list_of_another_office_is_not_a_clerks(client: Client, cast: Cast) -> None:
    edition = draft(cast)
    other = factories.staff(factories.organisation(cast.town), *cast.clerk.roles)
    client.force_login(other)
    assert client.get(_page(edition)).status_code == 404


def test_a_submitted_list_offers_no_import(clerk: Client, cast: Cast) -> None:
    edition = draft(cast)
    _send(clerk, edition, roll(*ROWS))
    Edition.objects.filter(pk=edition.pk).update(state="review")
    assert 'type="file"' not in clerk.get(_page(edition)).content.decode()
    assert "已提交" in _send(clerk, edition, roll(ROWS[0])).content.decode()


def test_an_article_has_no_such_page(clerk: Client, cast: Cast) -> None:
    article = factories.draft(cast.town, by=cast.officer)
    assert clerk.get(_page(article)).status_code == 404


def test_the_empty_table_has_the_columns_of_the_kind(clerk: Client, cast: Cast) -> None:
    page = reverse("admin:disclosures_edition_list-template", args=[draft(cast).pk])
    assert clerk.get(page).content[:2] == b"PK"


def test_a_list_may_belong_to_a_programme_and_to_nothing_else(clerk: Client, cast: Cast) -> None:
    factories.published(cast.town, by=cast.officer, title="一条通知")
    programme = published(cast.town, by=cast.officer, title="高龄津贴")
    page = clerk.get(reverse("admin:disclosures_edition_add") + "?shape=noticelist")
    offered = page.content.decode().partition('name="noticelist-0-programme"')[2]
    offered = offered.partition("</select>")[0]
    assert programme.index_number in offered
    assert "一条通知" not in offered
