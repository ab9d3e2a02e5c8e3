"""The demo township loads whole, and a second time does nothing. On SQLite every start of a fresh
copy shows it, so it is tried on PostgreSQL here."""

import pytest
from django.core.management import call_command

from applications.cases.models import Application
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import State
from disclosures.questions.models import Question
from portal.core import clock
from portal.core.township.models import Township


@pytest.mark.postgresql
def test_the_demo_township_loads_once_and_whole(db: None) -> None:
    call_command("load_base")
    call_command("load_demo")
    town = Township.objects.get()
    assert Disclosure.objects.public(town, clock.now()).count() > 950
    sent_back = Edition.objects.exclude(sent_back="").get()
    assert (sent_back.state, "复核" in sent_back.title) == (State.DRAFT, True)
    assert Question.objects.public(town, clock.now()).count() >= 30
    assert Application.objects.of(town).count() >= 60
    assert Application.objects.filter(answered_by_item__isnull=False).count() >= 10
    before = [model.objects.count() for model in (Disclosure, Question, Application)]
    call_command("load_demo")
    assert [model.objects.count() for model in (Disclosure, Question, Application)] == before
