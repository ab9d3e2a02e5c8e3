"""An answer of general interest becomes a draft for all, with nothing of the applicant in it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from applications.answers.publish import Published, files_for_all, publish_answer
from applications.answers.querysets import answers_published
from applications.cases.models import Applicant, Application
from applications.cases.take_in import PERSONAL
from applications.decisions.outcomes import Outcome
from applications.release.confirm import confirm
from applications.release.models import Release
from applications.release.prepare import prepare
from disclosures.flow.publish import publish_archived
from disclosures.flow.refusal import CannotMove
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import discard
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import State
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry
from portal.uploads.text import text_of_file
from tests import factories
from tests.applications.decided import ANSWERED, decide, on_the_desk
from tests.applications.desk_doors import as_role, elsewhere, enters
from tests.cast import Cast
from tests.privacy.numbers import SOMEBODY
from tests.uploads.files import docx

pytestmark = pytest.mark.django_db
TITLE = "2025年通组路硬化工程施工合同"


@pytest.fixture
def head(cast: Cast) -> Staff:
    return factories.staff(cast.office, Role.HEAD)


@pytest.fixture
def answered(cast: Cast, head: Staff) -> Application:
    fields = {"email": "zxm@example.cn", "contact_person": "郑联系", "agent": "钱代理"}
    application = on_the_desk(
        cast, description="请提供青禾村通组路硬化工程的施工合同全文。", **fields
    )
    return decide(application, cast, head)


def file_of(application: Application, cast: Cast, head: Staff, words: str, name: str) -> Release:
    made = prepare(application, docx(words), name, by=cast.officer)
    return confirm(made, by=head, reason="本人的")


def told(cast: Cast, **changed: Any) -> Published:
    given = {
        "title": TITLE,
        "text": "现公布合同。\n一、工程概况\n路长 1.2 公里。",
        "entry": factories.entry(cast.town),
        "issuer": cast.office,
    }
    return Published(**given | changed)


def test_a_draft_with_the_released_files_under_the_title(
    cast: Cast, answered: Application, head: Staff
) -> None:
    release = file_of(answered, cast, head, "施工合同", "周小满要的合同.docx")
    edition = publish_answer(answered, told(cast, files=[release]), by=cast.officer)
    assert (edition.state, edition.title, edition.formed_on) == (State.DRAFT, TITLE, ANSWERED)
    assert "<h2>一、工程概况</h2>" in edition.body
    attachment = edition.attachments.get()
    assert attachment.name == f"{TITLE}.docx"
    answered.refresh_from_db()
    assert answered.answered_by_item == edition.disclosure
    assert not Disclosure.objects.public(cast.town, clock.now()).exists()


def test_nothing_of_the_applicant_is_anywhere_in_the_draft(
    cast: Cast, answered: Application, head: Staff
) -> None:
    release = file_of(answered, cast, head, "施工合同", "周小满.docx")
    edition = publish_answer(answered, told(cast, files=[release]), by=cast.officer)
    attachment = edition.attachments.get()
    whole = [str(getattr(edition, field.attname)) for field in Edition._meta.concrete_fields]
    whole += [attachment.name, str(attachment.scan)]
    whole += [part.text for part in text_of_file(attachment.file.read(), "a.docx").parts]
    lines = TrailEntry.objects.filter(subject_kind="disclosures.edition")
    whole += [f"{line.subject_name}{line.remark}{line.detail}" for line in lines]
    everything = "\n".join(whole)
    applicant = Applicant.objects.get()
    for name in PERSONAL:
        value = getattr(applicant, name)
        assert not value or name == "identity_kind" or value not in everything
    assert answered.number not in everything
    assert answered.description not in everything


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("周小满 申请的合同", "申请人的姓名"),
        ("周 小 满的合同", "申请人的姓名"),
        ("电话１３９００００１１１１", "申请人的电话"),
        ("341700 19900101 123x", "申请人的证件号码"),
        ("ZXM@example.cn", "申请人的邮箱"),
        ("郑联系来取", "申请人的联系人"),
        ("钱代理", "申请人的代理人"),
        ("青禾村三组", "申请人的地址"),
        ("见 SQ2026-0001", "申请编号"),
        ("请提供青禾村通组路硬化工程的施工合同全文", "照抄了申请书"),
    ],
)
def test_what_gives_the_applicant_away_is_refused(
    cast: Cast, answered: Application, words: str, said: str
) -> None:
    with pytest.raises(CannotMove, match=said):
        publish_answer(answered, told(cast, text=words), by=cast.officer)
    with pytest.raises(CannotMove, match="标题里"):
        publish_answer(answered, told(cast, title=words), by=cast.officer)
    assert not Edition.objects.exists()


def test_a_file_with_the_applicant_s_name_is_refused(
    cast: Cast, answered: Application, head: Staff
) -> None:
    release = file_of(answered, cast, head, "甲方：周小满", "a.docx")
    with pytest.raises(CannotMove, match="第1份文件里有申请人的姓名"):
        publish_answer(answered, told(cast, files=[release]), by=cast.officer)


def test_a_file_with_personal_data_goes_to_the_applicant_only(
    cast: Cast, answered: Application, head: Staff
) -> None:
    personal = file_of(answered, cast, head, SOMEBODY, "a.docx")
    prepare(answered, docx("没有复核"), "b.docx", by=cast.officer)
    good = file_of(answered, cast, head, "合同", "c.docx")
    assert files_for_all(answered) == [good]
    with pytest.raises(CannotMove, match="只能交给申请人"):
        publish_answer(answered, told(cast, files=[personal]), by=cast.officer)


@pytest.mark.parametrize("outcome", [Outcome.NOT_FOUND, Outcome.THIRD_PARTY, Outcome.PETITION])
def test_only_what_was_disclosed_becomes_public(cast: Cast, head: Staff, outcome: Outcome) -> None:
    application = on_the_desk(cast)
    with pytest.raises(CannotMove, match="只有已经答复"):
        publish_answer(application, told(cast), by=cast.officer)
    application = decide(application, cast, head, outcome)
    with pytest.raises(CannotMove, match="只有已经答复"):
        publish_answer(application, told(cast), by=cast.officer)


def test_a_partly_disclosed_one_does_and_only_once(cast: Cast, head: Staff) -> None:
    application = decide(on_the_desk(cast), cast, head, Outcome.GRANTED, Outcome.NOT_FOUND)
    publish_answer(application, told(cast), by=cast.officer)
    with pytest.raises(CannotMove, match="已经转为主动公开"):
        publish_answer(application, told(cast), by=cast.officer)


def test_a_discarded_draft_leaves_it_free_again(cast: Cast, answered: Application) -> None:
    discard(publish_answer(answered, told(cast), by=cast.officer), by=cast.officer)
    answered.refresh_from_db()
    assert answered.answered_by_item is None
    assert publish_answer(answered, told(cast), by=cast.officer)


def test_who_may(cast: Cast, answered: Application) -> None:
    for person in (cast.clerk, cast.reviewer, cast.auditor, cast.administrator):
        with pytest.raises(PermissionDenied):
            publish_answer(answered, told(cast), by=person)


def test_the_list_shows_what_is_public_and_nothing_else(
    cast: Cast, answered: Application, django_assert_max_num_queries: Any
) -> None:
    edition = publish_answer(answered, told(cast), by=cast.officer)
    now = clock.now()
    assert not answers_published(cast.town, now)
    publish_archived(edition, at=now - timedelta(hours=1), by=cast.officer)
    with django_assert_max_num_queries(2):
        [found] = answers_published(cast.town, now)
        assert found.answered_by_item.live.title == TITLE
        assert found.answered_by_item.get_absolute_url()
    assert {"subject", "description", "number"} <= found.get_deferred_fields()
    assert not answers_published(factories.township(), now)
    assert not answers_published(cast.town, now - timedelta(days=1))
    withdraw(edition.disclosure, by=cast.officer, reason="内容有误")
    assert not answers_published(cast.town, clock.now())


def page(application: Application) -> str:
    return reverse("admin:applications_answer_publish", args=[application.pk])


def test_the_page(cast: Cast, client: Client, answered: Application, head: Staff) -> None:
    release = file_of(answered, cast, head, "合同", "合同.docx")
    client.force_login(cast.officer)
    shown = client.get(page(answered)).content.decode()
    assert "合同.docx" in shown
    form = shown.split("<form", 2)[-1]
    assert answered.subject not in form
    sent = {
        "title": TITLE,
        "text": "周小满要的合同",
        "entry": factories.entry(cast.town).pk,
        "issuer": cast.office.pk,
        "files": [release.pk],
    }
    assert "请删去" in client.post(page(answered), sent).content.decode()
    answer = client.post(page(answered), sent | {"text": "现公布合同。"})
    edition = Edition.objects.get()
    assert answer.url == reverse("admin:disclosures_edition_change", args=[edition.pk])
    assert edition.attachments.count() == 1
    assert "看稿件" in client.get(page(answered)).content.decode()
    publish_archived(edition, at=clock.now(), by=cast.officer)
    assert "看网页" in client.get(page(answered)).content.decode()
    listed = client.get(reverse("admin:applications_givenanswer_changelist")).content.decode()
    assert f"已公开：{TITLE}" in listed


def test_an_entry_that_has_others_below_it_isn_t_offered(
    cast: Cast, client: Client, answered: Application
) -> None:
    above = factories.entry(cast.town)
    below = factories.entry(cast.town, parent=above)
    client.force_login(cast.officer)
    offered = client.get(page(answered)).context["form"].fields["entry"].queryset
    assert below in offered
    assert above not in offered


def test_another_application_s_files_can_t_be_taken(
    cast: Cast, client: Client, answered: Application, head: Staff
) -> None:
    other = file_of(on_the_desk(cast), cast, head, "别人的", "b.docx")
    file_of(answered, cast, head, "合同", "a.docx")
    client.force_login(cast.officer)
    sent = {"title": TITLE, "text": "x", "entry": factories.entry(cast.town).pk}
    client.post(page(answered), sent | {"issuer": cast.office.pk, "files": [other.pk]})
    assert not Edition.objects.exists()


def test_doors(cast: Cast, client: Client, answered: Application) -> None:
    look = {"officer", "head", "auditor"}
    assert enters(client, cast, page(answered)) == look
    assert enters(client, cast, reverse("admin:applications_givenanswer_changelist")) == look
    as_role(client, cast, Role.AUDITOR)
    shown = client.get(page(answered)).content.decode()
    assert answered.subject not in shown
    assert "新建稿件</" not in shown
    assert client.post(page(answered), {}).status_code == 403


def test_another_township_s_is_not_found(cast: Cast, client: Client) -> None:
    theirs = elsewhere(cast)
    client.force_login(cast.officer)
    assert client.get(page(theirs)).status_code == 404


def test_pages_ask_the_database_little(
    cast: Cast, client: Client, answered: Application, head: Staff,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    for number in range(5):
        file_of(answered, cast, head, "合同", f"{number}.docx")
        decide(on_the_desk(cast), cast, head)
    client.force_login(cast.officer)
    for address in (page(answered), reverse("admin:applications_givenanswer_changelist")):
        with django_assert_max_num_queries(20):
            assert client.get(address).status_code == 200
