"""What is like an application: earlier ones, what is public, repeats — of this township alone."""

from datetime import date
from typing import Any

import pytest

from applications.alike.find import alike_to, published_like
from applications.cases.models import Application
from applications.cases.record_event import record_event
from applications.cases.take_in import register, submit
from applications.decisions.outcomes import Outcome
from applications.procedure.channels import Channel
from applications.procedure.events import Decided
from disclosures.flow.withdraw import withdraw
from disclosures.indexing.items import put_item
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.cast import Cast

pytestmark = pytest.mark.django_db
SOMEBODY = {"name": "吴二", "identity_number": "341700199202021234", "phone": "13900002222"}


@pytest.fixture
def head(cast: Cast) -> Staff:
    return factories.staff(cast.office, Role.HEAD)


def came(cast: Cast, **fields: Any) -> Application:
    return submit(cast.town, wanted(**fields)).application


def test_earlier_applications_for_the_like_are_found_with_their_outcome(
    cast: Cast, head: Staff
) -> None:
    before = register(
        cast.town, wanted(**SOMEBODY), Channel.COUNTER, date(2026, 9, 24), by=cast.officer
    ).application
    answer = Decided(on=date(2026, 10, 9), outcomes=(Outcome.NOT_FOUND,))
    record_event(before, answer, by=head, drafted_by=cast.officer)
    came(cast, **SOMEBODY, subject="低保名单")
    found = alike_to(came(cast, subject="青禾村修路合同和验收报告"))
    assert [one.application for one in found.earlier] == [before]
    assert found.earlier[0].outcome == Outcome.NOT_FOUND.label
    assert not found.repeats


def test_the_same_applicant_is_known_again_by_number_phone_and_name(cast: Cast) -> None:
    by_name = came(cast, identity_number="", phone="", subject="低保名单")
    by_phone = came(cast, identity_number="", subject="养老机构名单")
    by_number = came(cast, phone="", name="周小满（更名）")
    found = alike_to(came(cast))
    assert [one.application for one in found.repeats] == [by_number, by_phone, by_name]
    assert [one.same_by[:2] for one in found.repeats] == ["证件", "电话", "姓名"]
    assert [one.repeats for one in found.repeats] == [True, False, False]
    assert not found.earlier


def test_nobody_is_known_again_by_what_is_empty(cast: Cast) -> None:
    nothing = {"identity_number": "", "phone": "", "subject": "低保名单"}
    came(cast, **nothing, name="甲")
    assert not alike_to(came(cast, **nothing, name="乙")).repeats


def test_another_township_s_applications_are_never_found(cast: Cast) -> None:
    submit(factories.township(), wanted())
    found = alike_to(came(cast))
    assert not found.anything


def test_only_what_came_before_counts(cast: Cast) -> None:
    first = came(cast)
    came(cast)
    assert not alike_to(first).anything


def test_what_is_public_is_found_by_all_words_then_by_most(cast: Cast) -> None:
    road = factories.published(cast.town, by=cast.officer, title="青禾村修路合同公示")
    other = factories.published(cast.town, by=cast.officer, title="湖滨村修路工程验收公告")
    factories.published(cast.town, by=cast.officer, title="夏季用电安全提示")
    titles = [one.title for one in published_like(cast.town, "青禾村修路合同")]
    assert titles[0] == road.live.title
    assert "夏季用电安全提示" not in titles
    nearly = [one.title for one in published_like(cast.town, "修路验收照片")]
    assert nearly == [other.live.title]


def test_nothing_asked_for_finds_nothing(cast: Cast) -> None:
    assert published_like(cast.town, " ？ ") == []


def test_what_was_published_after_an_application_says_so(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer, title="通组路硬化工程施工合同")
    before = came(cast, **SOMEBODY)
    Application.objects.filter(pk=before.pk).update(answered_by_item=item)
    put_item(item)
    [found] = published_like(cast.town, "硬化工程合同")
    assert (found.url, found.from_request) == (item.get_absolute_url(), True)
    assert alike_to(came(cast)).earlier[0].public == item
    withdraw(item, by=cast.officer, reason="内容有误")
    assert published_like(cast.town, "硬化工程合同") == []
    assert alike_to(came(cast)).earlier[0].public is None


def test_an_applicant_s_own_words_lead_nowhere(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer, title="道路工程合同")
    before = came(cast, subject="周小满家门前水沟图纸")
    Application.objects.filter(pk=before.pk).update(answered_by_item=item)
    assert published_like(cast.town, "水沟图纸") == []


def test_questions_asked_of_the_database_are_bounded(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        factories.published(cast.town, by=cast.officer, title=f"青禾村修路合同第{number}份")
        came(cast, **(SOMEBODY if number % 2 else {}))
    application = came(cast)
    with django_assert_max_num_queries(12):
        found = alike_to(application)
    assert (len(found.earlier), len(found.published), len(found.repeats)) == (6, 8, 6)
