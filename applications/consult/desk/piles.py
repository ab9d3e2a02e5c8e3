"""What waits on the desk of an office that was asked."""

from dataclasses import dataclass

from applications.consult.models import Consultation
from applications.consult.waiting import Waiting, waiting
from portal.core.staff.models import Staff
from portal.core.township.models import Township

SHOWN = 4


@dataclass(frozen=True)
class ConsultationHeap:
    count: int
    first: list[Waiting]


def heap_of(person: Staff, township: Township) -> ConsultationHeap | None:
    """等您答复的会商, where there are any."""
    found = waiting(Consultation.objects.of(township).for_offices_of(person))
    return ConsultationHeap(len(found), found[:SHOWN]) if found else None
