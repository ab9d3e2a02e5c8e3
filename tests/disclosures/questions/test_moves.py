"""What each move does beside changing the state, and what it refuses."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from disclosures.flow.refusal import CannotMove
from disclosures.questions.answer import Answer, draft, release, reply, send_back
from disclosures.questions.assign import assign, hand_back
from disclosures.questions.close import decline, discard, merge, reopen
from disclosures.questions.correct import drop_supplement, release_supplement, supplement
from disclosures.questions.models import Question
from disclosures.questions.receive import Asked, receive
from disclosures.questions.states import State
from portal.core.trail.models import TrailEntry
from portal.core.trail.record import history
from tests import factories
from tests.cast import Cast
from tests.disclosures.questions import life
from tests.disclosures.questions.life import ANSWER, CONTACT
from tests.factories import moment

MOBILE = "请打13905591234"


def test_a_page_that_knows_who_answers_gives_it_at_once(cast: Cast) -> None:
    asked = Asked(
        kind="question", message="这笔钱花在哪里？", page="/villages/qinghe/", subject="账"
    )
    question = receive(cast.town, asked, office=cast.village).question
    assert (question.state, question.assigned_to) == (State.ASSIGNED, cast.village)
    assert history(question).get().remark == "交青禾村办理"


def test_given_to_another_office_it_keeps_its_day(cast: Cast) -> None:
    question = life.assigned(cast, at=moment("2026-03-02 10:00"))
    assign(question, cast.village, by=cast.officer, remark="村里先核实")
    question.refresh_from_db()
    assert (question.assigned_to, question.due_on) == (cast.village, date(2026, 3, 9))
    assert history(question).last().remark == "交青禾村办理。村里先核实"


def test_it_is_not_given_twice_to_the_same_nor_to_one_that_is_gone(cast: Cast) -> None:
    question = life.assigned(cast)
    with pytest.raises(CannotMove, match="已经交给"):
        assign(question, cast.office, by=cast.officer)
    cast.village.active = False
    cast.village.save()
    with pytest.raises(CannotMove, match="不在用"):
        assign(question, cast.village, by=cast.officer)


def test_handed_back_it_says_why(cast: Cast) -> None:
    question = hand_back(life.assigned(cast), by=cast.clerk, remark="归水利站")
    assert question.assigned_to is None
    assert question.sent_back == "政务公开办公室退回：归水利站"
    assert assign(question, cast.village, by=cast.officer).sent_back == ""


def test_an_answer_takes_its_category_from_its_entry(cast: Cast) -> None:
    entry = factories.entry(cast.town, category="social-assistance")
    told = Answer("标题", "问题", "答复", entry, category="services")
    assert draft(life.assigned(cast), told, by=cast.clerk).category == "social-assistance"
    told = Answer("标题", "问题", "答复", factories.entry(cast.town), category="services")
    assert draft(life.assigned(cast), told, by=cast.clerk).category == "services"


def test_an_entry_of_another_township_is_refused(cast: Cast) -> None:
    theirs = factories.entry(factories.township())
    question = life.assigned(cast)
    with pytest.raises(Exception, match="不属于本镇"), transaction.atomic():
        draft(question, Answer("标题", "问题", "答复", theirs), by=cast.clerk)
    question.refresh_from_db()
    assert question.state == State.ASSIGNED


def test_without_consent_nothing_becomes_public(cast: Cast) -> None:
    question = life.assigned(cast, may_publish=False)
    with pytest.raises(CannotMove, match="没有同意公开"):
        draft(question, ANSWER, by=cast.clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.update(state="published", published_at=moment("2026-03-02 10:00"))
    assert reply(question, "只告诉您。", by=cast.clerk).state == State.ANSWERED


@pytest.mark.parametrize("place", ["title", "asked", "text"])
def test_personal_numbers_stop_an_answer(cast: Cast, place: str) -> None:
    question = life.assigned(cast)
    words = {"title": "标题", "asked": "问题", "text": "答复"} | {place: MOBILE}
    with pytest.raises(CannotMove, match=r"手机号 1 个.*请删去"):
        draft(question, Answer(**words), by=cast.clerk)
    question.refresh_from_db()
    assert (question.state, question.answer) == (State.ASSIGNED, "")


def test_they_stop_its_release_too(cast: Cast) -> None:
    question = life.drafted(cast)
    Question.objects.update(answer=MOBILE)
    with pytest.raises(CannotMove, match="手机号 1 个"):
        release(question, by=cast.reviewer)


def test_they_stop_a_supplement(cast: Cast) -> None:
    question = life.published(cast)
    with pytest.raises(CannotMove, match="补充答复有手机号 1 个"):
        supplement(question, MOBILE, by=cast.clerk)
    supplement(question, "补一句", by=cast.clerk)
    question.supplements.update(text=MOBILE)
    with pytest.raises(CannotMove, match="手机号 1 个"):
        release_supplement(question, by=cast.reviewer)


def test_sent_back_it_keeps_its_words_for_the_writer(cast: Cast) -> None:
    question = send_back(life.drafted(cast), by=cast.reviewer, remark="说清哪天")
    assert (question.state, question.answer) == (State.ASSIGNED, ANSWER.text)
    assert question.sent_back == "说清哪天"
    assert draft(question, ANSWER, by=cast.clerk).sent_back == ""


def test_release_stamps_the_day_it_was_answered(cast: Cast) -> None:
    question = life.drafted(cast, at=moment("2026-03-02 10:00"))
    question = release(question, by=cast.reviewer, at=moment("2026-03-09 17:00"))
    assert question.answered_on == date(2026, 3, 9)
    assert question.in_time
    assert question.published_at == question.closed_at == question.answered_at


@pytest.mark.parametrize("blank", ["", "  \n"])
def test_reasons_and_answers_must_say_something(cast: Cast, blank: str) -> None:
    for run in (
        lambda: hand_back(life.assigned(cast), by=cast.clerk, remark=blank),
        lambda: draft(life.assigned(cast), Answer("标题", "问题", blank), by=cast.clerk),
        lambda: draft(life.assigned(cast), Answer(blank, "问题", "答复"), by=cast.clerk),
        lambda: reply(life.assigned(cast), blank, by=cast.clerk),
        lambda: send_back(life.drafted(cast), by=cast.reviewer, remark=blank),
        lambda: decline(life.received(cast), by=cast.officer, where=blank),
        lambda: discard(life.received(cast), by=cast.officer, remark=blank),
        lambda: reopen(life.spam(cast), by=cast.officer, remark=blank),
        lambda: supplement(life.published(cast), blank, by=cast.clerk),
        lambda: life.withdraw(life.published(cast), by=cast.officer, reason=blank),
    ):
        with pytest.raises(CannotMove, match="请写明"):
            run()


def test_the_same_question_is_merged_with_an_earlier_one(cast: Cast) -> None:
    earlier, later = life.received(cast), life.received(cast)
    assert merge(later, earlier, by=cast.officer).merged_into == earlier
    with pytest.raises(CannotMove, match="只能并入更早的"):
        merge(life.received(cast, at=moment("2020-01-01 08:00")), earlier, by=cast.officer)


def test_it_is_not_merged_with_itself_nor_with_what_is_not_answered_for_all(cast: Cast) -> None:
    question = life.received(cast)
    for earlier, why in (
        (question, "只能并入更早的"),
        (life.answered(cast, at=moment("2026-01-05 08:00")), "不能并入"),
        (life.spam(cast, at=moment("2026-01-05 08:00")), "不能并入"),
        (life.withdrawn(cast, at=moment("2026-01-05 08:00")), "不能并入"),
        (life.received(cast, may_publish=False, at=moment("2026-01-05 08:00")), "没有同意公开"),
    ):
        with pytest.raises(CannotMove, match=why):
            merge(question, earlier, by=cast.officer)


def test_it_is_not_merged_with_a_question_of_another_township(cast: Cast) -> None:
    theirs = factories.question(factories.township(), at=moment("2026-01-05 08:00"))
    with pytest.raises(CannotMove, match="本镇没有这个编号"):
        merge(life.received(cast), theirs, by=cast.officer)


def test_merged_questions_make_no_chain(cast: Cast) -> None:
    first, second, third = (life.received(cast) for _ in range(3))
    merge(third, second, by=cast.officer)
    with pytest.raises(CannotMove, match="已有别的留言并入"):
        merge(second, first, by=cast.officer)


def test_one_that_others_were_merged_with_is_answered_for_all(cast: Cast) -> None:
    first, second = life.assigned(cast), life.received(cast)
    merge(second, first, by=cast.officer)
    with pytest.raises(CannotMove, match="要公开答复"):
        reply(first, "只告诉您。", by=cast.clerk)
    with pytest.raises(CannotMove, match="不能作为无效留言"):
        discard(first, by=cast.officer, remark="广告")


def test_reopened_it_waits_again_on_its_old_day(cast: Cast) -> None:
    question = life.declined(cast, at=moment("2026-03-02 10:00"))
    question = reopen(question, by=cast.officer, remark="还是归我们")
    assert (question.state, question.due_on) == (State.RECEIVED, date(2026, 3, 9))
    assert (question.closed_at, question.answered_at) == (None, None)
    assert history(question).last().remark == "还是归我们"


def test_a_published_answer_is_never_changed_only_supplemented(cast: Cast) -> None:
    question = life.published(cast)
    before = Question.objects.filter(pk=question.pk).values("title", "asked", "answer").get()
    supplement(question, "补一句", by=cast.clerk)
    with pytest.raises(CannotMove, match="已有一份补充答复"):
        supplement(question, "再补一句", by=cast.clerk)
    release_supplement(question, by=cast.reviewer)
    supplement(question, "再补一句", by=cast.clerk)
    assert (
        Question.objects.filter(pk=question.pk).values("title", "asked", "answer").get() == before
    )


def test_a_dropped_supplement_was_never_public_and_stays_in_the_trail(cast: Cast) -> None:
    question = life.published(cast)
    supplement(question, "写错了", by=cast.clerk)
    drop_supplement(question, by=cast.clerk)
    assert not question.supplements.exists()
    assert history(question).last().remark == "写错了"


def test_no_trail_ever_holds_a_contact(cast: Cast) -> None:
    for make in life.STATES.values():
        make(cast)
    for entry in TrailEntry.objects.all():
        assert CONTACT not in f"{entry.subject_name}{entry.remark}{entry.detail}"
