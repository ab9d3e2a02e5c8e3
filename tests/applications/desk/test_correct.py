"""更正: a wrong entry is undone or put right; both stay."""

from datetime import date

import pytest
from django.test import Client

from applications.cases.case import case_of
from applications.cases.models import Application
from applications.steps.models import Draft
from portal.core.staff.roles import Role
from tests.applications.decided import decide, on_the_desk
from tests.applications.desk.pressing import at, fresh, take
from tests.applications.desk_doors import as_role
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(cast: Cast, client: Client) -> Application:
    as_role(client, cast, Role.OFFICER)
    application = on_the_desk(cast)
    take(client, application, "registered", on="2026-09-25")
    return application


def correct(client: Client, application: Application, number: int, **given: str) -> str:
    answer = client.post(at("correct", application, number), given, follow=True)
    return answer.content.decode()


def test_the_day_of_receipt_is_put_right_and_the_clock_moves(
    client: Client, application: Application
) -> None:
    given = {
        "how": "instead",
        "why": "日期抄错了",
        "right-on": "2026-09-23",
    }
    shown = correct(client, application, 1, stage="look", **given)
    assert "答复期限由2026年10月29日变为2026年10月28日" in shown
    assert fresh(application).received_on == date(2026, 9, 24)
    correct(client, application, 1, stage="do", **given)
    assert fresh(application).received_on == date(2026, 9, 23)
    steps = case_of(fresh(application)).steps
    assert [step.undone_by for step in steps] == [3, None, None]


def test_what_did_not_happen_is_undone(client: Client, application: Application) -> None:
    correct(client, application, 2, stage="do", how="undo", why="登错了件")
    assert not case_of(fresh(application)).standing.facts.registered  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"how": "undo", "why": ""}, "请写明更正的原因"),
        ({"why": "错了"}, "请选择怎样更正"),
        ({"how": "instead", "why": "错了", "right-on": "2026-09-20"}, "早于收到申请"),
        ({"how": "instead", "why": "错了", "right-on": ""}, "请填写日期"),
    ],
)
def test_what_is_missing_is_said(
    client: Client, application: Application, given: dict[str, str], sentence: str
) -> None:
    assert sentence in correct(client, application, 2, stage="do", **given)
    assert len(case_of(fresh(application)).rows) == 2


def test_a_receipt_is_never_undone(client: Client, application: Application) -> None:
    shown = correct(client, application, 1, stage="do", how="undo", why="错了")
    assert len(case_of(fresh(application)).rows) == 2
    assert "没有发生，撤销" not in shown


def test_what_is_undone_or_not_there_has_no_page(client: Client, application: Application) -> None:
    correct(client, application, 2, stage="do", how="undo", why="登错了件")
    assert client.get(at("correct", application, 2)).status_code == 404
    assert client.get(at("correct", application, 9)).status_code == 404


def test_an_answer_is_put_right_by_way_of_the_head(
    cast: Cast, client: Client, application: Application
) -> None:
    head = as_role(client, cast, Role.HEAD)
    decide(application, cast, head)
    as_role(client, cast, Role.OFFICER)
    shown = correct(client, application, 3, stage="do", how="undo", why="答复有误")
    assert "更正已送负责人签发" in shown
    assert Draft.objects.get().type == "corrected"
    assert fresh(application).state == "answered"
