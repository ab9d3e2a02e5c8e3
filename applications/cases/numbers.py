"""Numbers without gaps: taken in the transaction of what bears them; what fails takes none."""

from django.db import IntegrityError, transaction

from applications.cases.models import NumberSeries
from portal.core.township.models import Township


def next_number(township: Township, series: str, year: int) -> int:
    """The next of `series` in `year`. Call it inside the transaction that uses it; whoever comes
    at the same time waits."""
    key = {"township": township, "series": series, "year": year}
    found = _locked(key)
    if found is None:
        _begin(key)
        found = _locked(key)
    assert found is not None
    found.last += 1
    found.save(update_fields=["last"])
    return found.last


def _locked(key: dict[str, object]) -> NumberSeries | None:
    return NumberSeries.objects.select_for_update(of=("self",)).filter(**key).first()


def _begin(key: dict[str, object]) -> None:
    try:
        with transaction.atomic():
            NumberSeries.objects.create(**key)
    except IntegrityError:  # somebody began it a moment ago
        pass
