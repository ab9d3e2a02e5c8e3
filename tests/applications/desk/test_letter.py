"""另出文书: letters that go with no step, or come before it."""

import pytest
from django.test import Client

from applications.cases.models import Application
from applications.letters.models import Letter
from portal.core import clock
from portal.core.staff.roles import Role
from tests.applications.decided import on_the_desk
from tests.applications.desk.pressing import at, filled, take
from tests.applications.desk_doors import as_role
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(cast: Cast, client: Client) -> Application:
    as_role(client, cast, Role.OFFICER)
    return on_the_desk(cast, clock.today())


def issued(client: Client, application: Application, kind: str, words: str = "") -> str:
    given = {"kind": kind, "words": words}
    looked = client.post(at("letter", application), {"stage": "look", **given})
    sent = {"stage": "do", **filled(looked.context["letters"]), **given}
    return client.post(at("letter", application), sent, follow=True).content.decode()


def test_a_receipt_is_issued_at_any_time(client: Client, application: Application) -> None:
    assert "已出具《接收回执》" in issued(client, application, "receipt")
    assert Letter.objects.get().event is not None


def test_what_the_record_does_not_call_for_is_not_offered(
    client: Client, application: Application
) -> None:
    given = {"stage": "look", "kind": "refused", "words": ""}
    assert client.post(at("letter", application), given).context["form"].errors


def test_a_letter_left_out_is_issued_later(client: Client, application: Application) -> None:
    day = clock.today().isoformat()
    given = {"on": day, "who": "某公司", "words": "合同", "issue_consultation_notice": ""}
    take(client, application, "third_party_asked", **given)
    before = Letter.objects.count()
    issued(client, application, "consultation_notice")
    assert Letter.objects.count() == before + 1


def test_the_notice_of_a_fee_goes_out_before_the_day_it_arrives(
    client: Client, application: Application
) -> None:
    charge = f"/admin/applications/charge/of/{application.pk}/"
    counted = {"basis": "page", "count": "60"}
    assert "先出收费通知书" in client.get(charge, counted).content.decode()
    went = client.post(charge, {"act": "letter", **counted})
    assert went["Location"].endswith("?kind=fee")
    assert client.get(went["Location"]).context["form"]["kind"].value() == "fee"
    issued(client, application, "fee")
    letter = Letter.objects.get()
    assert "300" in letter.text
    assert letter.event is None
    shown = client.get(charge, counted).content.decode()
    assert "收费通知已送达" in shown
