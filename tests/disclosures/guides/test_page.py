"""The page of a service: the short answer first, then papers, steps and the rest."""

from decimal import Decimal
from typing import Any

from django.test import Client
from django.urls import reverse

from disclosures.flow.attach import attach
from disclosures.flow.publish import publish_archived
from disclosures.flow.revise import revise
from disclosures.flow.write import save_draft
from disclosures.items.models import Disclosure
from tests import factories
from tests.cast import Cast
from tests.disclosures.guides.guides import drafted, published, through, with_form

NASTY = '<script>alert("x")</script>'


def text_of(client: Client, disclosure: Disclosure) -> str:
    return client.get(disclosure.get_absolute_url()).content.decode()


def page(client: Client, cast: Cast, **given: Any) -> str:
    return text_of(client, published(cast.town, by=cast.officer, **given))


def test_the_short_answer_stands_before_everything_else(client: Client, cast: Cast) -> None:
    text = page(client, cast, time_note="公示计算在内", reminder="先打电话")
    places = [
        text.index(words)
        for words in (
            "去哪里办",
            "3号窗口",
            "2 样材料",
            "10 个工作日",
            "公示计算在内",
            "不收费",
            'href="tel:0559-7000003"',
            "先打电话",
            "要带的材料",
            "怎么办（3 步）",
            "谁可以办",
            "办理依据",
        )
    ]
    assert places == sorted(places)


def test_papers_are_a_list_to_tick(client: Client, cast: Cast) -> None:
    materials = (
        {"name": "身份证"},
        {"name": "委托书", "only_when": "请人代办的", "source": "窗口领取", "note": "手写即可"},
    )
    text = page(client, cast, materials=materials)
    assert text.count('<input type="checkbox"') == 2
    for words in ("只在这种情况要：请人代办的", "从哪里取得：窗口领取", "手写即可", "原件 1 份"):
        assert words in text


def test_the_blank_form_stands_beside_its_paper(client: Client, cast: Cast) -> None:
    edition = drafted(cast.town, by=cast.officer)
    file = attach(edition, "申请人\r\n".encode(), "申请表.csv", by=cast.officer)
    with_form(edition, file)
    edition = type(edition).objects.get(pk=edition.pk)
    disclosure = publish_archived(edition, at=factories.moment("2026-03-10 09:00"), by=cast.officer)
    text = text_of(client, disclosure)
    papers = text[text.index("要带的材料") : text.index("怎么办（")]
    assert f'href="{file.get_absolute_url()}"' in papers
    assert client.get(file.get_absolute_url()).status_code == 200


def test_the_steps_are_drawn_and_told(client: Client, cast: Cast) -> None:
    text = page(client, cast)
    assert text.count('role="img"') >= 2
    assert text.count("办理流程图，共 3 步：第1步窗口受理，3号窗口，当场；第2步审核") == 2
    assert "谁来做：民政办公室" in text
    assert "用时：5个工作日" in text


def test_the_rest_is_there_to_be_read(client: Client, cast: Cast) -> None:
    text = page(
        client,
        cast,
        events=("old-age",),
        also_called="老人补贴、长寿钱",
        result="每月发到社保卡。",
        online=True,
        online_where="皖事通App",
        agent=True,
        once=True,
        office=cast.village,
    )
    for words in (
        "全程网办（皖事通App）",
        "最多跑一次",
        "村（社区）可代办",
        "每月发到社保卡。",
        "老人补贴、长寿钱",
        "《中华人民共和国老年人权益保障法》第三十三条",
        'href="tel:0559-7000009"',
        f'href="{cast.village.get_absolute_url()}"',
        "/services/?event=old-age",
    ):
        assert words in text


def test_a_fee_is_told_with_its_basis(client: Client, cast: Cast) -> None:
    paid = {"charge": "paid", "fee": Decimal("12.50"), "fee_per": "证", "fee_basis": "省价目录"}
    text = page(client, cast, **paid)
    assert "12.5 元/证" in text
    assert "收费依据：省价目录" in text


def test_what_is_left_out_is_that_of_the_service_centre(client: Client, cast: Cast) -> None:
    factories.organisation(
        cast.town,
        name="便民服务中心",
        address="桃溪路1号",
        office_hours="周一至周六",
        phone="0559-7000077",
    )
    text = page(client, cast, window="", address="", hours="", phone="")
    for words in ("便民服务中心", "桃溪路1号", "周一至周六", 'href="tel:0559-7000077"'):
        assert words in text


def test_nothing_typed_becomes_a_tag(client: Client, cast: Cast) -> None:
    words = (
        "also_called",
        "who",
        "conditions",
        "basis",
        "window",
        "result",
        "reminder",
        "time_note",
    )
    text = page(
        client,
        cast,
        title=f"{NASTY}办事指南",
        materials=({"name": NASTY, "note": NASTY, "source": NASTY, "only_when": NASTY},),
        steps=({"name": "<b>一", "what": NASTY, "by_whom": "<i>他", "days": "<u>日"},),
        **dict.fromkeys(words, NASTY),
    )
    assert "<script>alert" not in text
    for tag in ("<b>一", "<i>他", "<u>日"):
        assert tag not in text
    assert "&lt;b&gt;一" in text
    listed = client.get("/services/").content.decode()
    assert "<script>alert" not in listed


def test_paper_and_an_earlier_version_show_the_same_parts(client: Client, cast: Cast) -> None:
    disclosure = published(cast.town, by=cast.officer)
    number = disclosure.index_number
    revised = revise(disclosure, by=cast.clerk)
    revised.change_note = "材料有变"
    save_draft(revised, by=cast.clerk)
    revised.materials.filter(name="身份证").update(name="户口簿")
    through(type(revised).objects.get(pk=revised.pk), cast)
    sheet = client.get(reverse("disclosures:print", args=[number])).content.decode()
    old = client.get(reverse("disclosures:version", args=[number, 1])).content.decode()
    assert "户口簿" in sheet
    assert "身份证" in old
    for text in (sheet, old):
        assert 'type="checkbox"' in text
        assert "办理流程图，共 3 步" in text


def test_the_page_needs_few_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    materials = tuple({"name": f"材料{number}"} for number in range(12))
    disclosure = published(
        cast.town, by=cast.officer, materials=materials, window="", office=cast.village
    )
    client.get(disclosure.get_absolute_url())
    with django_assert_max_num_queries(17):
        client.get(disclosure.get_absolute_url())
