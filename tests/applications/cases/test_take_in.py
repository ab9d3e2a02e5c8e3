"""An application comes: numbered without gaps, sealed, confirmed by its channel's rule."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from applications.cases.models import Application
from applications.cases.take_in import Requested, confirm, register, submit
from applications.procedure.channels import Channel
from disclosures.flow.refusal import CannotMove
from portal.core.query_code import fits
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def wanted(**changed: Any) -> Requested:
    given = {
        "applicant_kind": "citizen",
        "name": "周小满",
        "subject": "青禾村2025年修路合同",
        "description": "青禾村通组路硬化工程的施工合同全文",
        "supply_form": "electronic",
        "delivery": "online",
        "identity_kind": "居民身份证",
        "identity_number": "34170019900101123X",
        "phone": "13900001111",
        "address": "青禾村三组",
    }
    return Requested(**given | changed)


def test_one_sent_online_gets_a_number_and_a_code_and_waits_for_confirmation(cast: Cast) -> None:
    receipt = submit(cast.town, wanted())
    application = receipt.application
    assert application.number.endswith("-0001")
    assert fits(receipt.code, application.code_digest)
    assert not application.is_confirmed
    assert application.due_on is None
    assert application.next_due_kind == "receipt_check"


def test_the_same_form_sent_twice_is_one_application(cast: Cast) -> None:
    first = submit(cast.town, wanted(), form="mark")
    again = submit(cast.town, wanted(), form="mark")
    assert (first.application, first.code) == (again.application, again.code)
    assert Application.objects.count() == 1


def test_what_is_personal_lies_sealed(cast: Cast) -> None:
    submit(cast.town, wanted())
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM applications_applicant")
        applicant = str(cursor.fetchall())
        cursor.execute("SELECT * FROM applications_application")
        application = str(cursor.fetchall())
    for secret in ("周小满", "34170019900101123X", "13900001111", "青禾村三组"):
        assert secret not in applicant + application
    assert Application.objects.get().applicant.identity_number == "34170019900101123X"


def test_confirming_starts_the_clock(cast: Cast) -> None:
    officer = factories.staff(cast.office, Role.OFFICER)
    application = register(
        cast.town, wanted(), Channel.COUNTER, date(2026, 9, 24), by=officer
    ).application
    assert (application.received_on, application.due_on) == (date(2026, 9, 24), date(2026, 10, 29))


def test_a_letter_by_ordinary_post_counts_from_its_confirmation(cast: Cast) -> None:
    officer = factories.staff(cast.office, Role.OFFICER)
    application = register(
        cast.town, wanted(), Channel.POST, date(2026, 9, 22), by=officer
    ).application
    assert not application.is_confirmed
    with pytest.raises(CannotMove, match="请填写确认日期"):
        confirm(application, by=officer)
    confirm(application, by=officer, on=date(2026, 9, 24))
    application.refresh_from_db()
    assert application.received_on == date(2026, 9, 24)


def test_who_does_not_handle_applications_registers_none(cast: Cast) -> None:
    clerk = factories.staff(cast.office, Role.CLERK)
    with pytest.raises(PermissionDenied):
        register(cast.town, wanted(), Channel.COUNTER, date(2026, 9, 24), by=clerk)
    assert not Application.objects.exists()
