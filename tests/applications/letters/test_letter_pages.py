"""Who may have an issued letter: the desk, and the applicant with the code what is for it."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from applications.cases.take_in import Receipt, register
from applications.letters.kinds import LetterKind
from applications.letters.models import Letter
from applications.procedure.channels import Channel
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.applications.desk_doors import as_role, elsewhere, enters
from tests.applications.letters.desk import Desk
from tests.applications.letters.kept import kept_letter
from tests.applications.letters.test_issue import ASKING

TRACK, CASE = "/applications/track/", "/applications/track/case/"
FILES = ("docx", "pdf")


@pytest.fixture
def receipt(desk: Desk) -> Receipt:
    day = date(2026, 9, 24)
    return register(desk.town, wanted(), Channel.COUNTER, day, by=desk.officer)


def page(name: str, key: int) -> str:
    return reverse(f"admin:applications_letter_{name}", args=[key])


def own(which: str, letter: Letter) -> str:
    return reverse(f"applications:letter-{which}", args=[letter.pk])


def enter(client: Client, receipt: Receipt) -> str:
    given = {"number": receipt.application.number, "code": receipt.code}
    return client.post(TRACK, given, follow=True).content.decode()


def test_doors_of_the_desk(desk: Desk, client: Client) -> None:
    letter = kept_letter(desk.asked(), desk.officer)
    look = {"officer", "head", "auditor"}
    assert enters(client, desk.cast, page("change", letter.pk)) == look
    assert enters(client, desk.cast, reverse("admin:applications_letter_changelist")) == look
    for which in FILES:
        assert enters(client, desk.cast, page(which, letter.pk)) == look - {"auditor"}


def test_an_auditor_reads_numbers_and_no_words(desk: Desk, client: Client) -> None:
    letter = kept_letter(desk.asked(), desk.officer, "银杏")
    as_role(client, desk.cast, Role.AUDITOR)
    shown = client.get(page("change", letter.pk)).content.decode()
    assert letter.pdf_sha256 in shown
    assert "打开 PDF" not in shown
    for word in ("银杏小满", "银杏正文", "银杏公开告知书"):
        assert word not in shown


def test_opening_one_stays_in_the_trail(desk: Desk, client: Client) -> None:
    letter = kept_letter(desk.asked(), desk.officer)
    officer = as_role(client, desk.cast, Role.OFFICER)
    answer = client.get(page("pdf", letter.pk))
    assert answer.content == "样乙".encode()
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    line = TrailEntry.objects.get(act="打开公开告知书")
    assert (line.by, line.remark) == (officer, letter.number)


def test_nobody_writes_or_deletes_one(desk: Desk, client: Client) -> None:
    letter = kept_letter(desk.asked(), desk.officer)
    as_role(client, desk.cast, Role.HEAD)
    assert client.post(page("change", letter.pk), {"number": "x"}).status_code == 403
    assert client.post(page("delete", letter.pk), {"post": "yes"}).status_code == 403
    assert client.get(reverse("admin:applications_letter_add")).status_code == 403
    assert Letter.objects.get().number == letter.number


def test_another_township_s_are_not_found(desk: Desk, client: Client) -> None:
    letter = kept_letter(elsewhere(desk.cast), factories.staff(desk.cast.office), "邻")
    Letter.objects.filter(pk=letter.pk).update(by=desk.officer)
    as_role(client, desk.cast, Role.OFFICER)
    for which in FILES:
        assert client.get(page(which, letter.pk)).status_code == 404
    listed = client.get(reverse("admin:applications_letter_changelist")).content.decode()
    assert letter.number not in listed


def test_the_applicant_finds_and_takes_what_is_for_it(
    desk: Desk, client: Client, receipt: Receipt
) -> None:
    letter = desk.issued(receipt.application, ASKING)
    shown = enter(client, receipt)
    assert letter.number in shown
    assert "2026年9月28日" in shown
    for which in FILES:
        answer = client.get(own(which, letter))
        assert answer.content == getattr(letter, which).plain()
        assert "attachment" in answer["Content-Disposition"]
        assert "no-store" in answer["Cache-Control"]


def test_what_is_for_others_the_applicant_neither_sees_nor_gets(
    desk: Desk, client: Client, receipt: Receipt
) -> None:
    hidden = [kind for kind in LetterKind if not kind.to_applicant]
    letters = [kept_letter(receipt.application, desk.officer, "赤霞", kind) for kind in hidden]
    shown = enter(client, receipt)
    assert "赤霞" not in shown
    for letter in letters:
        for which in FILES:
            assert client.get(own(which, letter)).status_code == 404


def test_without_the_code_there_is_nothing(desk: Desk, client: Client, receipt: Receipt) -> None:
    """The same for a letter of another, one that isn't there, and nobody's visit."""
    mine = kept_letter(receipt.application, desk.officer)
    anothers = kept_letter(desk.asked(), desk.officer)
    for which in FILES:
        assert client.get(own(which, mine)).status_code == 404
    client.post(TRACK, {"number": receipt.application.number, "code": "aaaa-bbbb-cccc"})
    assert client.get(own("pdf", mine)).status_code == 404
    enter(client, receipt)
    told = {
        client.get(address).content
        for address in (own("pdf", anothers), own("pdf", anothers).replace("letters/", "letters/9"))
    }
    assert len(told) == 1
    assert client.get(own("pdf", mine)).status_code == 200
    client.post(f"{CASE}leave/")
    assert client.get(own("pdf", mine)).status_code == 404


def test_on_a_neighbour_s_site_it_is_not_found(
    desk: Desk, client: Client, receipt: Receipt, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "other.example.gov.cn"]
    mine = kept_letter(receipt.application, desk.officer)
    desk.town.host = "testserver"
    desk.town.save()
    factories.township(host="other.example.gov.cn")
    enter(client, receipt)
    assert client.get(own("pdf", mine)).status_code == 200
    answer = client.get(own("pdf", mine), headers={"host": "other.example.gov.cn"})
    assert answer.status_code == 404


def test_forgotten_ones_are_neither_listed_nor_there(
    desk: Desk, client: Client, receipt: Receipt
) -> None:
    letter = kept_letter(receipt.application, desk.officer)
    Letter.objects.update(docx="", pdf="")
    assert letter.number not in enter(client, receipt)
    assert client.get(own("pdf", letter)).status_code == 404
    as_role(client, desk.cast, Role.OFFICER)
    assert client.get(page("pdf", letter.pk)).status_code == 404
    assert "打开 PDF" not in client.get(page("change", letter.pk)).content.decode()


def test_pages_ask_the_database_little(
    desk: Desk, client: Client, receipt: Receipt, django_assert_max_num_queries: Any
) -> None:
    for _ in range(6):
        kept_letter(receipt.application, desk.officer)
    enter(client, receipt)
    with django_assert_max_num_queries(20):
        assert client.get(CASE).status_code == 200
    as_role(client, desk.cast, Role.OFFICER)
    with django_assert_max_num_queries(20):
        client.get(reverse("admin:applications_letter_changelist"))
