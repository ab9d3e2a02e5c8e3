"""信息处理费 through the page: tiers at their edges, one applicant's month, one basis."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from applications.cases.case import case_of
from applications.cases.models import Application
from applications.cases.record_event import record_event
from applications.cases.take_in import submit
from applications.charges.charge import keep_count, notify, pay
from applications.charges.models import Charge
from applications.charges.month import month_of
from applications.fees.tiers import Basis
from applications.procedure.events import Corrected, Withdrawn
from disclosures.flow.refusal import CannotMove
from portal.core.staff.roles import Role
from tests.applications.cases.test_take_in import wanted
from tests.applications.decided import CAME, on_the_desk
from tests.applications.desk_doors import as_role, elsewhere, enters
from tests.cast import Cast

pytestmark = pytest.mark.django_db
TOLD_ON = date(2026, 9, 28)


@pytest.fixture
def application(cast: Cast) -> Application:
    return on_the_desk(cast)


def page(application: Application, **asked: Any) -> str:
    return reverse(
        "admin:applications_charge", args=[application.pk], query={**asked} if asked else None
    )


@pytest.mark.parametrize(
    ("basis", "count", "amount"),
    [
        ("piece", 10, "0"),
        ("piece", 11, "100"),
        ("piece", 30, "2000"),
        ("piece", 31, "2200"),
        ("piece", 41, "4300"),
        ("page", 30, "0"),
        ("page", 31, "10"),
        ("page", 100, "700"),
        ("page", 101, "720"),
        ("page", 200, "2700"),
        ("page", 201, "2740"),
    ],
)
def test_tiers_at_their_edges(
    cast: Cast, client: Client, application: Application, basis: str, count: int, amount: str
) -> None:
    as_role(client, cast, Role.OFFICER)
    shown = client.get(page(application, basis=basis, count=count)).content.decode()
    assert f"合计{int(amount):,}元" in shown
    assert ("不收费" in shown.split("一步一步算")[1]) == (amount == "0")
    sent = {"basis": basis, "count": count, "amount": amount, "on": "2026-09-28"}
    client.post(page(application), {**sent, "act": "keep" if amount == "0" else "notify"})
    charge = Charge.objects.get()
    assert (charge.amount, charge.count) == (Decimal(amount), count)
    facts = case_of(application).standing.facts
    assert (facts.fee.amount if facts.fee else None) == (Decimal(amount) or None)
    assert not Charge.objects.filter(steps=[]).exists()


def test_the_month_of_one_applicant_runs_on(cast: Cast, application: Application) -> None:
    keep_count(application, Basis.PIECE, 9, by=cast.officer)
    second = on_the_desk(cast, parts=["一", "二", "三"])
    month = month_of(second, Basis.PIECE, 3)
    assert [row.application for row in month.rows] == [application, second]
    assert (month.own.fee.before, month.own.fee.amount) == (9, Decimal(200))


def test_what_has_no_number_typed_counts_by_its_parts(cast: Cast) -> None:
    on_the_desk(cast, parts=[str(number) for number in range(10)])
    month = month_of(on_the_desk(cast), Basis.PIECE, 1)
    assert (month.own.fee.before, month.own.fee.amount) == (10, Decimal(100))
    assert not month.rows[0].typed


def test_pages_and_pieces_run_apart(cast: Cast, application: Application) -> None:
    keep_count(application, Basis.PAGE, 30, by=cast.officer)
    second = on_the_desk(cast)
    assert month_of(second, Basis.PIECE, 1).own.fee.before == 0
    assert month_of(second, Basis.PAGE, 1).own.fee.amount == Decimal(10)


def test_other_months_other_people_and_other_townships_are_apart(
    cast: Cast, application: Application
) -> None:
    on_the_desk(cast, date(2026, 8, 31))
    on_the_desk(cast, name="吴二", identity_number="341700199202021234", phone="13900002222")
    on_the_desk(cast, identity_number="", phone="13900003333")
    elsewhere(cast)
    assert not month_of(application, Basis.PIECE, 1).known


def test_one_without_papers_is_known_by_name_and_phone(cast: Cast) -> None:
    on_the_desk(cast, identity_number="")
    assert month_of(on_the_desk(cast, identity_number=""), Basis.PIECE, 1).own.fee.before == 1


def test_what_was_withdrawn_counts_no_more(cast: Cast, application: Application) -> None:
    record_event(application, Withdrawn(on=TOLD_ON), by=cast.officer)
    assert not month_of(on_the_desk(cast), Basis.PIECE, 1).known


def test_one_basis_only_and_nothing_changes_once_told(cast: Cast, application: Application) -> None:
    keep_count(application, Basis.PAGE, 50, by=cast.officer)
    notify(application, Basis.PIECE, 12, expected=Decimal(200), on=TOLD_ON, by=cast.officer)
    assert Charge.objects.get().basis == "piece"
    with pytest.raises(CannotMove, match="已经通知缴费"):
        keep_count(application, Basis.PAGE, 50, by=cast.officer)
    undo = Corrected(on=date(2026, 9, 29), undoes=2, why="算错了")
    record_event(application, undo, by=cast.officer)
    assert keep_count(application, Basis.PAGE, 50, by=cast.officer).amount == Decimal(200)


def test_paid_it_runs_anew(cast: Cast, application: Application) -> None:
    with pytest.raises(CannotMove, match="还没有通知"):
        pay(application, on=TOLD_ON, by=cast.officer)
    notify(application, Basis.PIECE, 11, expected=Decimal(100), on=TOLD_ON, by=cast.officer)
    assert Application.objects.get().state == "awaiting_payment"
    pay(application, on=date(2026, 9, 30), by=cast.officer, proof="收据 001")
    found = case_of(application).standing
    assert found.facts.paid_on == date(2026, 9, 30)
    assert Application.objects.get().state == "in_hand"


def test_refusals(cast: Cast, application: Application) -> None:
    by, on = cast.officer, TOLD_ON
    with pytest.raises(CannotMove, match="不用收费"):
        notify(application, Basis.PIECE, 10, expected=Decimal(0), on=on, by=by)
    with pytest.raises(CannotMove, match="重新计算"):
        notify(application, Basis.PIECE, 11, expected=Decimal(200), on=on, by=by)
    with pytest.raises(CannotMove, match="至少是 1"):
        keep_count(application, Basis.PIECE, 0, by=by)
    with pytest.raises(CannotMove, match="应在0到"):
        keep_count(application, Basis.PIECE, 100_001, by=by)
    with pytest.raises(CannotMove, match="当面查阅"):
        keep_count(on_the_desk(cast, supply_form="look"), Basis.PAGE, 5, by=by)
    with pytest.raises(CannotMove, match="还没有确认收到"):
        keep_count(submit(cast.town, wanted()).application, Basis.PIECE, 1, by=by)
    assert not Charge.objects.exists()


def test_the_page_from_count_to_payment(
    cast: Cast, client: Client, application: Application
) -> None:
    as_role(client, cast, Role.OFFICER)
    shown = client.get(page(application)).content.decode()
    assert 'value="1"' in shown
    sent = {"act": "notify", "basis": "piece", "count": 12, "amount": "200"}
    shown = client.post(page(application), {**sent, "on": "2027-01-01"}).content.decode()
    assert "没有办成" in shown
    assert "一步一步算" in shown
    sent |= {"on": "2026-09-28", "proof": "EMS 001"}
    shown = client.post(page(application), sent, follow=True).content.decode()
    assert "等待缴费" in shown
    assert "第11至12件：2件 × 100元 = 200元" in shown
    shown = client.post(page(application), {"act": "pay", "on": "2026-09-30"}, follow=True)
    assert "2026-09-30 已缴费" in shown.content.decode()


def test_doors(cast: Cast, client: Client, application: Application) -> None:
    look = {"officer", "head", "auditor"}
    assert enters(client, cast, page(application, basis="piece", count=11)) == look
    assert enters(client, cast, reverse("admin:applications_charge_changelist")) == look
    as_role(client, cast, Role.AUDITOR)
    shown = client.get(page(application, basis="piece", count=11)).content.decode()
    assert "登记" not in shown
    assert application.subject not in shown
    sent = {"act": "notify", "basis": "piece", "count": 11, "amount": 100, "on": "2026-09-28"}
    assert client.post(page(application), sent).status_code == 403
    assert not Charge.objects.exists()


def test_another_township_s_is_not_found(cast: Cast, client: Client) -> None:
    theirs = elsewhere(cast)
    as_role(client, cast, Role.OFFICER)
    assert client.get(page(theirs)).status_code == 404


def test_the_page_asks_the_database_little(
    cast: Cast, client: Client, application: Application, django_assert_max_num_queries: Any
) -> None:
    for _ in range(8):
        keep_count(on_the_desk(cast), Basis.PIECE, 2, by=cast.officer)
    as_role(client, cast, Role.OFFICER)
    with django_assert_max_num_queries(20):
        client.get(page(application, basis="piece", count=11))
    [line] = [row for row in month_of(application, Basis.PIECE, 1).rows if row.typed][:1]
    with django_assert_max_num_queries(20):
        address = reverse("admin:applications_charge_change", args=[Charge.objects.first().pk])
        assert client.get(address).status_code == 200
    assert line.application.received_on == CAME
