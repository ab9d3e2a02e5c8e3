"""The township writes its own words, within rules; they are words and nothing else."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from applications.decisions.outcomes import Outcome
from applications.letters.compose import wording_of
from applications.letters.fields import FIELDS, REMEDY
from applications.letters.kinds import LetterKind
from applications.letters.models import LetterTemplate
from applications.letters.wording import default_of
from applications.procedure.events import Decided, OfficeAsked, SupplementRequested
from applications.rules.models import ApplicationRules
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry
from tests import factories
from tests.applications.desk_doors import as_role, elsewhere, enters
from tests.applications.letters.desk import Desk

DAY = date(2026, 9, 28)
SUPPLEMENT = LetterKind.SUPPLEMENT


def page(name: str, *args: object) -> str:
    return reverse(f"admin:applications_lettertemplate_{name}", args=args)


def add(kind: LetterKind) -> str:
    return f"{page('add')}?kind={kind.value}"


def own(desk: Desk, kind: LetterKind = SUPPLEMENT, **words: str) -> LetterTemplate:
    given = {"title": "补正通知", "text": "请补正：\n【说明】"}
    return LetterTemplate.objects.create(township=desk.town, kind=kind.value, **given | words)


def sent(client: Client, desk: Desk, kind: LetterKind, text: str, title: str = "函") -> Any:
    as_role(client, desk.cast, Role.OFFICER)
    given = {"kind": kind.value, "title": title, "text": text}
    return client.post(add(kind), given, follow=True).content.decode()


def test_own_words_take_the_place_of_ours(desk: Desk, client: Client) -> None:
    sent(client, desk, SUPPLEMENT, "【申请人】：请补正。\n【说明】", "补正通知")
    letter = desk.draft(desk.asked(), SupplementRequested(on=DAY), words="写明年份")
    assert (letter.title, letter.text) == ("补正通知", "周小满：请补正。\n写明年份")


def test_the_township_words_the_remedies_but_the_law_sets_their_periods(
    desk: Desk, client: Client
) -> None:
    as_role(client, desk.cast, Role.HEAD)
    rules = ApplicationRules.objects.get_or_create(township=desk.town)[0]
    where = reverse("admin:applications_applicationrules_change", args=[rules.pk])
    own = (
        "不服的，【复议期限】内可向【复议机关】申请行政复议，或【起诉期限】内到【法院】提起行政诉讼"
    )
    given = client.get(where).context["adminform"].form.initial | {
        "either_clause": f"{own}，30日。"
    }
    refused = client.post(where, given).content.decode()
    assert "请把“30日”换成" in refused

    client.post(where, given | {"either_clause": f"{own}。"})
    granted = desk.draft(desk.asked(), Decided(on=DAY, outcomes=(Outcome.GRANTED,)))
    assert "不服的，60日内可向" in granted.text
    assert "或6个月内到" in granted.text
    refused = desk.draft(desk.asked(), Decided(on=DAY, outcomes=(Outcome.PROCESS,))).text
    assert "应当自知道本决定之日起60日内先向" in refused
    assert "60日内可向" in client.get("/applications/guide/").content.decode()


def test_it_starts_from_ours(desk: Desk, client: Client) -> None:
    as_role(client, desk.cast, Role.OFFICER)
    shown = client.get(add(SUPPLEMENT)).content.decode()
    assert default_of(SUPPLEMENT).title in shown
    assert "【补正期限】" in shown
    assert "【申请人】" in shown
    third = client.get(add(LetterKind.THIRD_PARTY)).content.decode()
    assert "【申请人】" not in third


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        (SUPPLEMENT, "请补正【年分】", "没有叫【年分】的栏目"),
        (LetterKind.REFUSED, "不予公开。【说明】", "请写上【救济告知】"),
        (LetterKind.THIRD_PARTY_TOLD, "决定公开。", "请写上【救济告知】"),
        (LetterKind.ABANDONED, "不再处理。", "请写上【救济告知】"),
        (LetterKind.THIRD_PARTY, "【申请人】要求公开", "不能写申请人的个人信息"),
        (LetterKind.OFFICE, "电话【联系方式】", "不能写申请人的个人信息"),
        (SUPPLEMENT, "长" * 6001, "6000"),
        (SUPPLEMENT, "", "必填"),
    ],
)
def test_unfit_words_are_refused_with_the_reason(
    desk: Desk, client: Client, kind: LetterKind, text: str, reason: str
) -> None:
    shown = sent(client, desk, kind, text)
    assert reason in shown
    assert not LetterTemplate.objects.exists()


def test_a_title_names_no_field(desk: Desk, client: Client) -> None:
    assert "标题里不能用栏目" in sent(client, desk, SUPPLEMENT, "请补正", "【申请人】的函")


def test_nothing_in_a_template_is_run(desk: Desk) -> None:
    trap = "{{ township.credit_code }}{% debug %}{% load x %}${7*7}%(a)s{0.__class__}【】"
    own(desk, LetterKind.OFFICE, text=trap).full_clean()
    assert desk.draft(desk.asked(), OfficeAsked(on=DAY, who="民政办")).text == trap


def test_one_of_a_kind(desk: Desk, client: Client) -> None:
    own(desk)
    shown = sent(client, desk, SUPPLEMENT, "请再补正")
    assert LetterTemplate.objects.count() == 1
    assert "errornote" in shown


def test_a_field_that_is_no_more_stays_to_be_seen(desk: Desk) -> None:
    own(desk, text="【从前的栏目】请补正")
    assert "【从前的栏目】" in desk.draft(desk.asked(), SupplementRequested(on=DAY)).text


def test_it_goes_back_to_ours_and_the_trail_keeps_what_it_was(desk: Desk, client: Client) -> None:
    template = own(desk)
    as_role(client, desk.cast, Role.HEAD)
    assert "恢复默认" in client.get(page("change", template.pk)).content.decode()
    client.post(page("reset", template.pk))
    assert wording_of(desk.town, SUPPLEMENT) == default_of(SUPPLEMENT)
    assert TrailEntry.objects.get(act="恢复默认").detail["title"] == "补正通知"


def test_a_specimen_is_shown_before_anything_is_saved(desk: Desk, client: Client) -> None:
    as_role(client, desk.cast, Role.OFFICER)
    given = {"title": "补正通知", "text": "【申请人】请补正<b>"}
    shown = client.post(page("preview", "supplement"), given).content.decode()
    assert "张某某请补正&lt;b&gt;" in shown
    bad = client.post(page("preview", "supplement"), {"title": "x", "text": "【错的】"})
    assert "没有叫【错的】的栏目" in bad.content.decode()
    assert not LetterTemplate.objects.exists()
    assert client.get(page("preview", "nothing")).status_code == 404


@pytest.mark.parametrize("kind", LetterKind)
def test_every_kind_has_a_specimen_without_open_fields(
    desk: Desk, client: Client, kind: LetterKind
) -> None:
    as_role(client, desk.cast, Role.OFFICER)
    shown = client.get(page("preview", kind.value)).content.decode()
    assert default_of(kind).title in shown
    assert "【" not in shown


def test_all_kinds_are_listed_with_whose_words_they_use(desk: Desk, client: Client) -> None:
    own(desk)
    as_role(client, desk.cast, Role.OFFICER)
    shown = client.get(page("changelist")).content.decode()
    assert all(kind.label in shown for kind in LetterKind)
    assert shown.count("<td>本镇的</td>") == 1


def test_doors(desk: Desk, client: Client) -> None:
    key = own(desk).pk
    look = {"officer", "head", "auditor"}
    assert enters(client, desk.cast, page("changelist")) == look
    assert enters(client, desk.cast, page("preview", "fee")) == look
    assert enters(client, desk.cast, page("change", key)) == look
    assert enters(client, desk.cast, page("reset", key)) == look
    assert enters(client, desk.cast, page("add")) == look - {"auditor"}


def test_an_auditor_changes_nothing(desk: Desk, client: Client) -> None:
    template = own(desk)
    as_role(client, desk.cast, Role.AUDITOR)
    client.post(page("reset", template.pk))
    client.post(page("change", template.pk), {"title": "改", "text": "改"})
    assert LetterTemplate.objects.get().title == "补正通知"


def test_another_township_s_are_neither_found_nor_used(desk: Desk, client: Client) -> None:
    theirs = elsewhere(desk.cast).township
    template = LetterTemplate.objects.create(
        township=theirs, kind="supplement", title="邻镇的函", text="邻镇"
    )
    as_role(client, desk.cast, Role.OFFICER)
    for name in ("change", "reset"):
        assert client.get(page(name, template.pk)).status_code in (302, 404)
    assert "邻镇的函" not in client.get(page("changelist")).content.decode()
    assert wording_of(desk.town, SUPPLEMENT) == default_of(SUPPLEMENT)
    assert factories.township() != theirs


def test_a_change_of_words_leaves_issued_letters_alone(desk: Desk) -> None:
    event = Decided(on=DAY, outcomes=(Outcome.GRANTED,))
    letter = desk.issued(desk.asked(), event)
    own(desk, LetterKind.GRANTED, text=f"新的。【{REMEDY}】")
    letter.refresh_from_db()
    assert letter.text.startswith("2026年9月24日，本机关收到")


def test_every_field_is_used_by_some_letter_or_explained() -> None:
    texts = "".join(default_of(kind).text for kind in LetterKind)
    spare = {name for name in FIELDS if f"【{name}】" not in texts}
    assert spare == {"本机关", "办公时间", "落款日期"}
    assert all(field.what for field in FIELDS.values())
