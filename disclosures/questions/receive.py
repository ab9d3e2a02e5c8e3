"""Taking in what a resident asks."""

import json
import secrets
from dataclasses import astuple, dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from disclosures.questions.clock import set_due
from disclosures.questions.models import Question
from disclosures.questions.promise import promise_of
from disclosures.questions.states import State
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.query_code import code_from, digest_of
from portal.core.township.models import Township
from portal.core.trail.record import record


@dataclass(frozen=True)
class Asked:
    """What the resident wrote, on which page, and what that page is called."""

    kind: str
    message: str
    page: str = "/"
    subject: str = ""
    contact: str = ""
    may_publish: bool = False


@dataclass(frozen=True)
class Receipt:
    """The code is told here, once, and kept nowhere."""

    question: Question
    code: str


def receive(
    township: Township,
    asked: Asked,
    *,
    office: Organisation | None = None,
    form: str = "",
    at: datetime | None = None,
) -> Receipt:
    """Keep a question and count the day by which an answer is promised.

    `office` gets it at once where the page already says who answers for it. `form` is the mark of
    the form it came by: the same words sent twice by one form give one question and one receipt.
    """
    code = code_from(json.dumps([form or secrets.token_hex(16), *astuple(asked)]))
    try:
        with transaction.atomic():
            return Receipt(_kept(township, asked, office, digest_of(code), at), code)
    except IntegrityError:  # the same form a moment ago, in another process
        return Receipt(Question.objects.of(township).get(code_digest=digest_of(code)), code)


def _kept(
    township: Township,
    asked: Asked,
    office: Organisation | None,
    digest: str,
    at: datetime | None,
) -> Question:
    known = Question.objects.of(township).filter(code_digest=digest).first()
    if known is not None:
        return known
    at = at or clock.now()
    question = Question(
        township=township,
        kind=asked.kind,
        message=asked.message,
        page=asked.page,
        subject=asked.subject,
        contact=asked.contact,
        may_publish=asked.may_publish,
        received_at=at,
        code_digest=digest,
        promised_days=promise_of(township).days_for(asked.kind),
        state=State.ASSIGNED if office else State.RECEIVED,
        assigned_to=office,
    )
    set_due(question)
    question.save()
    record(question, "收到", by=None, at=at, remark=f"交{office}办理" if office else "")
    return question
