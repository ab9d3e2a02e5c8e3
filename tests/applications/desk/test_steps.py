"""The steps of the procedure as the desk takes them."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from applications.cases.models import Application, CaseFile
from applications.cases.take_in import submit
from applications.letters.models import Letter
from applications.steps.models import Draft
from portal.core.staff.roles import Role
from tests.applications.cases.test_take_in import wanted
from tests.applications.decided import on_the_desk
from tests.applications.desk.pressing import at, filled, fresh, look, take
from tests.applications.desk_doors import as_role
from tests.cast import Cast
from tests.uploads import files

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(cast: Cast) -> Application:
    return on_the_desk(cast)


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    as_role(client, cast, Role.OFFICER)
    return client


def ask_company(desk: Client, application: Application) -> None:
    given = {"on": "2026-09-28", "who": "某建筑公司", "words": "合同全文"}
    take(desk, application, "third_party_asked", **given)


def test_what_a_step_does_to_the_clock_is_told_before_it_is_done(
    desk: Client, application: Application
) -> None:
    shown = look(
        desk,
        application,
        "supplement_requested",
        on="2026-09-28",
        until="2026-10-20",
        words="请写明是哪一年的合同。",
    )
    assert "答复期限停止计算" in shown.content.decode()
    assert "请写明是哪一年的合同" in shown.content.decode()
    assert fresh(application).state == "in_hand"
    assert not Letter.objects.exists()


def test_a_supplement_is_asked_for_with_its_letter(desk: Client, application: Application) -> None:
    take(
        desk,
        application,
        "supplement_requested",
        on="2026-09-28",
        until="2026-10-20",
        words="请写明是哪一年的合同。",
    )
    assert fresh(application).state == "awaiting_supplement"
    letter = Letter.objects.get()
    assert (letter.kind, letter.event.type) == ("supplement", "supplement_requested")
    assert "请写明是哪一年的合同" in letter.text


def test_going_back_keeps_what_was_typed(desk: Client, application: Application) -> None:
    given = {"on": "2026-09-28", "until": "2026-10-20", "words": "请写明年份。"}
    address = at("step", application, "supplement_requested")
    back = desk.post(address, {"stage": "form", **given}).context["form"]
    assert back["words"].value() == "请写明年份。"
    assert not back.errors


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"on": "2026-09-23", "until": "2026-10-20"}, "早于收到申请"),
        ({"on": "2026-10-30", "until": "2026-11-20"}, "最晚2026年10月"),
        ({"on": "2999-01-01", "until": "2999-02-01"}, "还没有到"),
        ({"on": "2026-09-28", "until": "2026-09-20"}, "应晚于"),
        ({"on": "2026-09-28"}, "请填写最晚什么时候补正"),
        ({"on": "2026-09-28", "until": "2026-10-20", "words": ""}, "请填写要补正什么"),
        ({"on": "九月", "until": "2026-10-20"}, "这样的日期"),
    ],
)
def test_what_the_law_or_the_form_refuses_is_said_and_nothing_is_done(
    desk: Client, application: Application, given: dict[str, str], sentence: str
) -> None:
    shown = take(desk, application, "supplement_requested", **{"words": "年份。", **given})
    assert sentence in shown.content.decode()
    assert fresh(application).state == "in_hand"


def test_a_letter_that_cannot_go_out_stops_its_step(desk: Client, application: Application) -> None:
    given = {"on": "2026-09-28", "until": "2026-10-20", "words": "请写明年份。"}
    shown = take(desk, application, "supplement_requested", **given, addressee_supplement="")
    assert "没有写主送" in shown.content.decode()
    assert fresh(application).state == "in_hand"
    assert not Letter.objects.exists()


def test_a_letter_that_is_not_ticked_is_not_issued(desk: Client, application: Application) -> None:
    given = {"on": "2026-09-28", "until": "2026-10-20", "words": "请写明年份。"}
    looked = look(desk, application, "supplement_requested", **given)
    sent = {**filled(looked.context["letters"]), **given, "stage": "do"}
    del sent["issue_supplement"]
    desk.post(at("step", application, "supplement_requested"), sent)
    assert fresh(application).state == "awaiting_supplement"
    assert not Letter.objects.exists()


def test_a_paper_comes_with_its_step(desk: Client, application: Application) -> None:
    take(
        desk, application, "third_party_asked", on="2026-09-28", who="某建筑公司", words="合同全文"
    )
    opinion = SimpleUploadedFile("意见.jpg", files.picture(form="JPEG"))
    take(
        desk,
        application,
        "third_party_answered",
        on="2026-10-09",
        who="某建筑公司",
        opinion="agrees",
        papers=opinion,
    )
    paper = CaseFile.objects.get(kind="opinion")
    assert (paper.name, paper.event.type) == ("意见.jpg", "third_party_answered")


def test_a_paper_that_is_not_what_it_says_stops_the_whole_step(
    desk: Client, application: Application
) -> None:
    take(
        desk, application, "third_party_asked", on="2026-09-28", who="某建筑公司", words="合同全文"
    )
    liar = SimpleUploadedFile("意见.pdf", b"MZ\x90\x00 not a pdf")
    given = {"on": "2026-10-09", "who": "某建筑公司", "opinion": "agrees"}
    shown = take(desk, application, "third_party_answered", **given, papers=liar)
    assert "没有办成" in shown.content.decode()
    assert fresh(application).state == "consulting"


def test_only_who_was_asked_can_answer(desk: Client, application: Application) -> None:
    take(
        desk, application, "third_party_asked", on="2026-09-28", who="某建筑公司", words="合同全文"
    )
    given = {"on": "2026-10-09", "who": "别的公司", "opinion": "agrees"}
    assert "who" in look(desk, application, "third_party_answered", **given).context["form"].errors


def test_an_answer_is_drafted_signed_by_the_head_served_and_filed(
    cast: Cast, client: Client, application: Application
) -> None:
    as_role(client, cast, Role.OFFICER)
    take(
        client,
        application,
        "decided",
        on="2026-10-12",
        outcome_1="granted",
        words="合同全文见附件。",
    )
    draft = Draft.objects.get()
    assert draft.waits
    assert fresh(application).state == "in_hand"

    as_role(client, cast, Role.HEAD)
    shown = client.get(draft.get_absolute_url())
    assert "合同全文见附件" in shown.content.decode()
    sign = {**filled(shown.context["form"]), "on": "2026-10-12"}
    client.post(draft.get_absolute_url(), sign)
    again = client.post(draft.get_absolute_url(), sign, follow=True)
    assert "这份拟办稿已经处理过了。" in again.content.decode()
    found = fresh(application)
    assert (found.state, found.outcome, found.answered_on) == (
        "answered",
        "granted",
        date(2026, 10, 12),
    )
    letter = Letter.objects.get()
    assert (letter.kind, letter.event) == ("granted", Draft.objects.get().recorded)

    as_role(client, cast, Role.OFFICER)
    take(client, application, "served", on="2026-10-13", proof="当面交付，申请人签收")
    take(client, application, "closed", on="2026-10-13")
    assert fresh(application).state == "closed"


def test_a_part_each_gets_its_own_outcome(cast: Cast, desk: Client) -> None:
    application = on_the_desk(cast, parts=("合同全文", "评标专家名单"))
    given = {"outcome_1": "granted", "outcome_2": "process", "words": "一、公开。\n二、不公开。"}
    take(desk, application, "decided", on="2026-10-12", **given)
    draft = Draft.objects.get()
    assert [outcome.value for outcome in draft.event.outcomes] == ["granted", "process"]  # type: ignore[attr-defined]
    assert draft.letter_kind == "partial"


def test_a_step_that_has_a_page_of_its_own_is_not_taken_here(
    desk: Client, application: Application
) -> None:
    for kind in ("fee_notified", "fee_paid", "corrected", "nothing"):
        assert desk.get(at("step", application, kind)).status_code == 404


def test_two_clerks_who_press_at_once_do_it_once(desk: Client, application: Application) -> None:
    """The second meets what the first did."""
    address, given = at("step", application, "registered"), {"on": "2026-09-28"}
    first = desk.post(address, {"stage": "do", **given})
    second = desk.post(address, {"stage": "do", **given})
    assert first.status_code == 302
    assert "已经核对登记过" in second.content.decode()


def test_a_receipt_is_confirmed_and_starts_the_clock(cast: Cast, desk: Client) -> None:
    from_net = _online(cast)
    shown = look(desk, from_net, "received", on="2026-11-30").content.decode()
    assert "为收到申请之日" in shown
    take(desk, from_net, "received", on="2026-11-30")
    assert fresh(from_net).received_on == date(2026, 11, 30)


def _online(cast: Cast) -> Application:
    at_noon = timezone.make_aware(datetime(2026, 11, 27, 12))
    return submit(cast.town, wanted(), at=at_noon).application
