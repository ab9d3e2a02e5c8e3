"""Projects that residents may read, narrowed by how they stand on a day.

The database answers what stages.py and money.py say of one project; tests hold the two together.
"""

from datetime import date, datetime
from decimal import Decimal

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from finance.projects.models import Bidder, ProjectFund, ProjectStage
from finance.projects.money import NOTHING
from finance.projects.payments import paid_in_public
from finance.projects.stages import BESIDE_UPKEEP, Phase, Stage
from portal.core.township.models import Township

# SQLite keeps decimals as floating numbers: more is more by half a cent
HALF_A_CENT = Decimal("0.005")
AMOUNT = models.DecimalField(max_digits=14, decimal_places=2)


class Trouble(models.TextChoices):
    LATE = "late", "有逾期的环节"
    SKIPPED = "skipped", "有跳过的环节"
    MONEY = "money", "资金有提醒"


def public_projects(township: Township, at: datetime) -> DisclosureQuerySet:
    found = Disclosure.objects.public(township, at).of_shape(Shape.PROJECT_FILE)
    return found.select_related(
        *(
            "live__entry",
            "live__issuer",
            "live__projectfile__village",
            "live__projectfile__lead",
            "live__projectfile__township",
        )
    )


def with_rows(found: DisclosureQuerySet) -> DisclosureQuerySet:
    """With all that a Dossier reads of each."""
    return found.prefetch_related(
        "live__project_stages", "live__project_funds", "live__bidders", "live__progress_notes"
    )


def phase_rules() -> dict[Phase, Q | Exists]:
    """The same order of questions as phase_of."""
    closed = Exists(_stages()) & ~Exists(_stages().filter(done_on=None, not_needed=False))
    accepted, contracted = _over(Stage.ACCEPTANCE), _over(Stage.CONTRACT)
    return {
        Phase.CLOSED: closed,
        Phase.ACCEPTED: accepted & ~closed,
        Phase.BUILDING: contracted & ~accepted & ~closed,
        Phase.PREPARING: ~contracted & ~accepted & ~closed,
    }


def in_phase(found: DisclosureQuerySet, phase: str) -> DisclosureQuerySet:
    return found.filter(phase_rules()[Phase(phase)])


def in_trouble(
    found: DisclosureQuerySet, trouble: str, township: Township, today: date
) -> DisclosureQuerySet:
    if trouble == Trouble.MONEY:
        return _money_amiss(found, township)
    waiting = _stages().filter(done_on=None, not_needed=False)
    if trouble == Trouble.SKIPPED:
        return found.filter(Exists(waiting.filter(_passed())))
    return found.filter(Exists(waiting.filter(~_passed(), planned_on__lt=today)))


def _passed() -> Q:
    """Of a stage: a later one is done; upkeep passes over neither audit nor final accounts."""
    later = ProjectStage.objects.filter(
        edition=OuterRef("edition"), kind__gt=OuterRef("kind"), done_on__isnull=False
    )
    beside = Q(kind__in=BESIDE_UPKEEP)
    return Q(Exists(later.exclude(kind=Stage.UPKEEP))) | (~beside & Q(Exists(later)))


def _stages() -> QuerySet[ProjectStage]:
    return ProjectStage.objects.filter(edition=OuterRef("live"))


def _over(stage: Stage) -> Q | Exists:
    over = Q(done_on__isnull=False) | Q(not_needed=True)
    return Exists(_stages().filter(over, kind=stage))


def _money_amiss(found: DisclosureQuerySet, township: Township) -> DisclosureQuerySet:
    """What Money.flags names."""
    found = found.annotate(
        paid=paid_in_public(township),
        granted=Coalesce(_granted(), NOTHING, output_field=AMOUNT),
        budgeted=_amount(Stage.BUDGET),
        audited=_amount(Stage.AUDIT),
        won_at=Subquery(
            Bidder.objects.filter(edition=OuterRef("live"), won=True).values("price")[:1]
        ),
    )
    contract = F("live__projectfile__contract") + HALF_A_CENT
    return found.filter(
        Q(paid__gt=contract)
        | Q(paid__gt=F("granted") + HALF_A_CENT)
        | Q(paid__gt=F("audited") + HALF_A_CENT)
        | Q(live__projectfile__contract__gt=F("budgeted") + HALF_A_CENT)
        | Q(live__projectfile__contract__gt=F("won_at") + HALF_A_CENT)
    )


def _amount(stage: Stage) -> Subquery:
    return Subquery(_stages().filter(kind=stage).values("amount")[:1])


def _granted() -> Subquery:
    sums = ProjectFund.objects.filter(edition=OuterRef("live")).order_by().values("edition")
    return Subquery(sums.annotate(sum=Sum("amount")).values("sum"), output_field=AMOUNT)
