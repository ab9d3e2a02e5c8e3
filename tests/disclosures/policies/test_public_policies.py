import pytest
from django.test import Client

from disclosures.flow.withdraw import withdraw
from disclosures.items.models import Disclosure
from disclosures.policies.models import Interpretation
from tests import factories
from tests.cast import Cast


@pytest.fixture
def policy(cast: Cast) -> Disclosure:
    entry = factories.entry(cast.town, kind="policy", name="政策文件")
    return factories.published(cast.town, by=cast.officer, entry=entry, title="补贴办法")


@pytest.fixture
def interpretation(cast: Cast, policy: Disclosure) -> Disclosure:
    entry = factories.entry(cast.town, kind="ordinary", name="解读")
    item = factories.published(cast.town, by=cast.officer, entry=entry, title="一图读懂补贴")
    Interpretation.objects.create(
        township=cast.town, disclosure=item, policy=policy, form=Interpretation.Form.PICTURE
    )
    return item


def test_policies_stand_with_what_explains_them(
    client: Client, policy: Disclosure, interpretation: Disclosure
) -> None:
    html = client.get("/policies/").content.decode()
    for told in ("补贴办法", "一图读懂补贴", "图片解读"):
        assert told in html, told


def test_interpretations_stand_with_what_they_explain(
    client: Client, policy: Disclosure, interpretation: Disclosure
) -> None:
    answer = client.get("/policies/?show=interpretations")
    assert [item.live.title for item in answer.context["page"].items] == ["一图读懂补贴"]
    assert "解读的政策" in answer.content.decode()


def test_policies_without_one_are_listed(
    client: Client, cast: Cast, policy: Disclosure, interpretation: Disclosure
) -> None:
    alone = factories.published(
        cast.town, by=cast.officer, entry=policy.live.entry, title="没有解读的办法"
    )
    found = client.get("/policies/?show=waiting").context
    assert [item.pk for item in found["page"].items] == [alone.pk]
    assert (found["count"], found["waiting_count"]) == (2, 1)


def test_both_pages_name_the_other(
    client: Client, policy: Disclosure, interpretation: Disclosure
) -> None:
    assert "一图读懂补贴" in client.get(policy.get_absolute_url()).content.decode()
    assert "补贴办法" in client.get(interpretation.get_absolute_url()).content.decode()


def test_a_withdrawn_interpretation_leaves_the_policy_waiting(
    client: Client, cast: Cast, policy: Disclosure, interpretation: Disclosure
) -> None:
    withdraw(interpretation, by=cast.officer, reason="有误。")
    assert "一图读懂补贴" not in client.get("/policies/").content.decode()
    assert "一图读懂补贴" not in client.get(policy.get_absolute_url()).content.decode()
    assert client.get("/policies/").context["waiting_count"] == 1


def test_a_withdrawn_policy_is_not_named_by_its_interpretation(
    client: Client, cast: Cast, policy: Disclosure, interpretation: Disclosure
) -> None:
    withdraw(policy, by=cast.officer, reason="有误。")
    assert "补贴办法" not in client.get(interpretation.get_absolute_url()).content.decode()
    assert "补贴办法" not in client.get("/policies/?show=interpretations").content.decode()


def test_queries_do_not_grow_with_policies(
    client: Client, cast: Cast, policy: Disclosure, django_assert_max_num_queries: object
) -> None:
    for _ in range(19):
        factories.published(cast.town, by=cast.officer, entry=policy.live.entry)
    with django_assert_max_num_queries(12):
        client.get("/policies/")
