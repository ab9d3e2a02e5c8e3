"""What one applicant asked for in one calendar month, and what each costs."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from applications.cases.models import Applicant, Application
from applications.charges.models import Charge
from applications.fees.month import Counted, fees_of_month
from applications.fees.tiers import Basis, Fee
from applications.procedure.states import State
from disclosures.flow.refusal import CannotMove

NOT_CONFIRMED = "还没有确认收到申请，不能计算收费。"
LOOKED_AT_HERE = (
    "申请人要求当面查阅、抄录，没有纸质、电子复制件，不能按量（按页）计收，请按件计收。"
)
MOST = 500  # applications of one applicant in one month


@dataclass(frozen=True)
class Counting:
    """One application of the month: how it counts and what it costs."""

    application: Application
    basis: Basis
    count: int
    typed: bool  # its number was typed in, not taken from the parts it asks for
    fee: Fee


@dataclass(frozen=True)
class Month:
    """All of the month in the order they came; `own` is the one in hand."""

    rows: list[Counting]
    own: Counting

    @property
    def known(self) -> bool:
        """Whether there are others of the same applicant."""
        return len(self.rows) > 1


def month_of(application: Application, basis: Basis, count: int) -> Month:
    """The month with the one in hand counted as `count` by `basis`. Raises CannotMove."""
    if application.received_on is None:
        raise CannotMove(NOT_CONFIRMED)
    if basis is Basis.PAGE and application.supply_form == "look":
        raise CannotMove(LOOKED_AT_HERE)
    counted = {one.pk: (one, *_counted(one)) for one in _of_month(application)}
    counted[application.pk] = (application, basis, count, True)
    try:
        fees = fees_of_month(
            Counted(str(one.pk), _day(one), how, number)
            for one, how, number, _ in sorted(counted.values(), key=lambda row: row[0].pk)
        )
    except ValueError as refusal:
        raise CannotMove(str(refusal)) from refusal
    rows = [Counting(*row, fee=fees[str(key)]) for key, row in counted.items()]
    rows.sort(key=lambda row: (_day(row.application), row.application.pk))
    return Month(rows, next(row for row in rows if row.application.pk == application.pk))


def locked_with_month(application: Application) -> Application:
    """Locked together with all others of the same person: who computes two of them at once comes
    one after the other. Call it inside a transaction."""
    same = Q(pk=application.pk) | _same_person(application)
    rows = Application.objects.select_for_update(of=("self",)).select_related("township")
    found = rows.filter(same, township_id=application.township_id).order_by("pk")
    return next(one for one in found if one.pk == application.pk)


def pieces_of(application: Application) -> int:
    """一事一申请: as many pieces as things it asks for, one at least."""
    return max(1, application.parts.count())


def _day(application: Application) -> date:
    """Only confirmed ones are counted."""
    assert application.received_on is not None
    return application.received_on


def _counted(application: Application) -> tuple[Basis, int, bool]:
    charge: Charge | None = getattr(application, "charge", None)
    if charge is not None:
        return Basis(charge.basis), charge.count, True
    return Basis.PIECE, max(1, application.parts_asked), False  # type: ignore[attr-defined]


def _of_month(application: Application) -> list[Application]:
    """Those of the same person received in the same calendar month; what was withdrawn isn't
    charged, so it doesn't count."""
    day = _day(application)
    rows = Application.objects.filter(
        _same_person(application),
        township_id=application.township_id,
        received_on__year=day.year,
        received_on__month=day.month,
    )
    rows = rows.exclude(state=State.WITHDRAWN.value).exclude(pk=application.pk)
    rows = rows.defer("description").select_related("charge")
    return list(rows.annotate(parts_asked=Count("parts")).order_by("pk")[:MOST])


def _same_person(application: Application) -> Q:
    """By the number of the papers; where there is none, by name and phone together."""
    applicant = Applicant.objects.filter(application=application).first()
    if applicant is None:
        return Q(pk__in=[])
    same = Q(pk__in=[])
    if applicant.identity_mark:
        same |= Q(applicant__identity_mark=applicant.identity_mark)
    if applicant.name_mark and applicant.phone_mark:
        same |= Q(
            applicant__name_mark=applicant.name_mark, applicant__phone_mark=applicant.phone_mark
        )
    return same
