"""A draft says what is on record: dates, articles, remedies; and nobody else's name."""

from datetime import date
from decimal import Decimal

import pytest

from applications.charges.charge import keep_count
from applications.decisions.outcomes import Outcome
from applications.fees.tiers import Basis
from applications.letters.kinds import LetterKind
from applications.letters.models import LetterTemplate
from applications.letters.specimen import specimen
from applications.letters.wording import default_of
from applications.procedure.events import (
    Abandoned,
    Corrected,
    Decided,
    Extended,
    FeeNotified,
    OfficeAsked,
    SupplementRequested,
    ThirdPartyAsked,
    Transferred,
)
from applications.rules.models import ApplicationRules
from disclosures.flow.refusal import CannotMove
from tests.applications.letters.desk import Desk

DAY = date(2026, 9, 28)
REVIEW_FIRST, EITHER = "应当自知道本决定之日起60日内先向", "或者自知道本决定之日起6个月内"


@pytest.mark.parametrize("kind", LetterKind)
def test_every_kind_is_filled_to_the_last_field(desk: Desk, kind: LetterKind) -> None:
    letter = specimen(desk.town, kind, default_of(kind))
    assert "【" not in letter.title + letter.text
    assert "某某村通组路硬化工程施工合同" in letter.text
    assert letter.addressee or kind is LetterKind.REGISTRATION
    assert ("行政复议" in letter.text) is kind.is_decision


def test_a_supplement_letter_names_what_and_by_when(desk: Desk) -> None:
    event = SupplementRequested(on=DAY, until=date(2026, 10, 20))
    letter = desk.draft(desk.asked(), event, words="请写明合同的年份。")
    assert (letter.kind, letter.addressee) == (LetterKind.SUPPLEMENT, "周小满")
    assert "请写明合同的年份。" in letter.text
    assert "请您在2026年10月20日前补正" in letter.text
    assert "第三十条" in letter.text
    assert "行政复议" not in letter.text


def test_an_extension_names_the_old_day_and_the_new(desk: Desk) -> None:
    application = desk.asked()
    letter = desk.draft(application, Extended(on=DAY, days=20))
    assert "不能在2026年10月29日前答复" in letter.text
    assert "延长20个工作日，最晚在2026年11月26日前答复" in letter.text


def test_it_is_the_same_before_and_after_the_event_is_on_record(desk: Desk) -> None:
    application, event = desk.asked(), Extended(on=DAY, days=20)
    before = desk.draft(application, event)
    desk.happens(application, event)
    assert desk.draft(application, event) == before
    desk.happens(application, ThirdPartyAsked(on=date(2026, 10, 9), who="某公司"))
    assert desk.draft(application, event) == before


def test_a_correction_is_written_from_what_it_puts_in_place(desk: Desk) -> None:
    application = desk.asked()
    desk.happens(application, Extended(on=DAY, days=10))
    right = Extended(on=DAY, days=20)
    correction = Corrected(on=DAY, undoes=2, why="天数打错", instead=right)
    for _ in range(2):
        text = desk.draft(application, correction, LetterKind.EXTENSION).text
        assert "延长20个工作日，最晚在2026年11月26日前答复" in text
        if application.events.count() == 2:
            desk.happens(application, correction)
    assert desk.draft(application, right).text == text


@pytest.mark.parametrize(
    ("outcome", "clause"),
    [
        (Outcome.GRANTED, EITHER),
        (Outcome.PROCESS, REVIEW_FIRST),
        (Outcome.PARTIAL, REVIEW_FIRST),
        (Outcome.NOT_FOUND, EITHER),
    ],
)
def test_the_remedy_is_right_for_the_outcome(desk: Desk, outcome: Outcome, clause: str) -> None:
    letter = desk.draft(desk.asked(), Decided(on=DAY, outcomes=(outcome,)))
    assert clause in letter.text
    assert outcome.basis in letter.text
    assert "澄湖县人民政府" in letter.text


def test_before_2024_a_refusal_left_the_choice(desk: Desk) -> None:
    application = desk.asked(date(2023, 12, 1))
    event = Decided(on=date(2023, 12, 8), outcomes=(Outcome.PROCESS,))
    assert EITHER in desk.draft(application, event).text


def test_several_parts_are_answered_one_by_one(desk: Desk) -> None:
    application = desk.asked(parts=("施工合同", "结算书"))
    event = Decided(on=DAY, outcomes=(Outcome.GRANTED, Outcome.NOT_FOUND))
    text = desk.draft(application, event).text
    assert "（一）关于“施工合同”" in text
    assert "（二）关于“结算书”" in text
    for outcome in event.outcomes:
        assert outcome.basis in text


def test_the_applicant_is_not_told_who_was_asked(desk: Desk) -> None:
    application, event = desk.asked(), ThirdPartyAsked(on=DAY, who="赤霞建设公司")
    notice = desk.draft(application, event, LetterKind.CONSULTATION_NOTICE)
    assert "赤霞" not in notice.text
    assert "征求第三方的意见" in notice.text


def test_the_third_party_is_not_told_who_asks(desk: Desk) -> None:
    application, event = desk.asked(), ThirdPartyAsked(on=DAY, who="赤霞建设公司")
    letter = desk.draft(application, event)
    assert letter.addressee == "赤霞建设公司"
    assert "2026年10月23日前" in letter.text
    form = desk.draft(application, event, LetterKind.OPINION_FORM)
    for one in (letter, form):
        assert "周小满" not in one.text
        assert "13900001111" not in one.text


def test_the_reply_form_comes_back_to_us(desk: Desk) -> None:
    event = ThirdPartyAsked(on=DAY, who="赤霞建设公司")
    form = desk.draft(desk.asked(), event, LetterKind.OPINION_FORM)
    assert form.addressee == desk.town.full_name
    assert "赤霞建设公司（签名或者盖章）" in form.text


def test_an_office_gets_the_township_s_own_limit_where_no_day_is_named(desk: Desk) -> None:
    letter = desk.draft(desk.asked(), OfficeAsked(on=DAY, who="民政办"))
    assert letter.addressee == "民政办"
    assert "请在2026年10月10日前书面答复" in letter.text


def test_a_fee_notice_shows_how_it_was_computed_and_how_to_pay(desk: Desk) -> None:
    ApplicationRules.objects.create(township=desk.town, payment="到信用社缴")
    application = desk.asked()
    keep_count(application, Basis.PAGE, 42, by=desk.officer)
    text = desk.draft(application, FeeNotified(on=DAY, amount=Decimal(120))).text
    assert "收取信息处理费120元" in text
    assert "12页 × 10元 = 120元" in text
    assert "缴费方式：到信用社缴" in text
    assert "2026年10月30日前" in text
    assert "行政复议" not in text


def test_why_it_is_given_up_follows_from_the_record(desk: Desk) -> None:
    application = desk.asked()
    desk.happens(application, SupplementRequested(on=DAY, until=date(2026, 10, 12)))
    text = desk.draft(application, Abandoned(on=date(2026, 10, 13))).text
    assert "逾期不补正，视为放弃" in text
    assert EITHER in text
    unpaid = desk.asked()
    desk.happens(unpaid, FeeNotified(on=DAY, amount=Decimal(120)))
    text = desk.draft(unpaid, Abandoned(on=date(2026, 11, 3))).text
    assert "逾期没有缴费，视为放弃" in text


def test_a_paragraph_without_anything_in_it_is_left_out(desk: Desk) -> None:
    application, event = desk.asked(), Transferred(on=DAY, who="县水利局")
    assert "\n\n" not in desk.draft(application, event, words="").text
    text = desk.draft(application, Decided(on=DAY, outcomes=(Outcome.GRANTED,))).text
    assert "行政复议机关地址" not in text
    ApplicationRules.objects.create(township=desk.town, review_body_address="县政府大楼")
    text = desk.draft(application, Decided(on=DAY, outcomes=(Outcome.GRANTED,))).text
    assert "行政复议机关地址、电话：县政府大楼。" in text


def test_what_can_t_have_happened_is_refused_with_the_reason(desk: Desk) -> None:
    application = desk.asked()
    desk.happens(application, Extended(on=DAY, days=5))
    with pytest.raises(CannotMove, match="延"):
        desk.draft(application, Extended(on=date(2026, 10, 9), days=5))


def test_an_applicant_s_words_are_words(desk: Desk) -> None:
    """Neither a field, nor a template's command, nor a heading of ours."""
    trap = "【申请人】{{ settings.SECRET_KEY }}{% debug %}"
    application = desk.asked(subject=trap, description="合同\n一、标题")
    own = LetterTemplate.objects.create(
        township=desk.town, kind="office", title="函", text="【所需信息】：【申请内容】"
    )
    own.full_clean()
    text = desk.draft(application, OfficeAsked(on=DAY, who="民政办")).text
    assert text == f"{trap}：合同 一、标题"
