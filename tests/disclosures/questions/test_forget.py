"""Contacts are removed some days after closing, by the job, and once."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command

from disclosures.questions.close import merge
from disclosures.questions.forget import forget_contacts
from disclosures.questions.models import Question
from disclosures.questions.promise import AnswerPromise
from disclosures.questions.states import OPEN_STATES
from portal.core import clock
from portal.core.trail.record import history
from tests import factories
from tests.cast import Cast
from tests.disclosures.questions import life
from tests.disclosures.questions.life import CONTACT, STATES

DAYS = 90


def closed_ago(question: Question, days: float) -> Question:
    Question.objects.filter(pk=question.pk).update(closed_at=clock.now() - timedelta(days=days))
    return question


def contact_of(question: Question) -> str:
    return Question.objects.values_list("contact", flat=True).get(pk=question.pk)


@pytest.mark.parametrize("state", [name for name in STATES if name != "merged"])
def test_only_what_is_closed_long_enough_is_forgotten(cast: Cast, state: str) -> None:
    question = STATES[state](cast)
    if question.state in OPEN_STATES:
        assert forget_contacts(clock.now() + timedelta(days=1000)) == 0
        assert contact_of(question) == CONTACT
        return
    closed_ago(question, DAYS - 0.1)
    assert forget_contacts(clock.now()) == 0
    closed_ago(question, DAYS + 0.1)
    assert forget_contacts(clock.now()) == 1
    assert contact_of(question) == ""


def test_it_is_done_once_and_stands_in_the_trail(cast: Cast) -> None:
    question = closed_ago(life.published(cast), DAYS + 1)
    assert [forget_contacts(clock.now()) for _ in range(2)] == [1, 0]
    entry = history(question).get(act="删除联系方式")
    assert entry.by is None
    assert CONTACT not in f"{entry.remark}{entry.detail}"


def test_a_merged_one_waits_for_the_answer_of_the_earlier(cast: Cast) -> None:
    earlier = life.assigned(cast)
    later = closed_ago(merge(life.received(cast), earlier, by=cast.officer), DAYS + 1)
    assert forget_contacts(clock.now()) == 0
    closed_ago(earlier, DAYS + 1)
    assert forget_contacts(clock.now()) == 2
    assert contact_of(later) == ""


def test_each_township_says_how_long(cast: Cast) -> None:
    AnswerPromise.objects.create(township=cast.town, contact_days=10)
    other = factories.township()
    closed_ago(factories.question(other, contact=CONTACT), 11)
    closed_ago(life.published(cast), 11)
    assert forget_contacts(clock.now()) == 1
    assert Question.objects.of(other).get().contact == CONTACT


def test_the_job_does_it_each_minute(cast: Cast, capsys: object) -> None:
    closed_ago(life.published(cast), DAYS + 1)
    call_command("publish_due", "--json")
    assert json.loads(capsys.readouterr().out)["contacts_removed"] == 1
    call_command("publish_due")
    assert "删除联系方式 0 个" in capsys.readouterr().out
