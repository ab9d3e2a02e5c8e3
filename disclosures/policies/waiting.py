"""Policies that nobody has explained yet."""

from disclosures.items.querysets import DisclosureQuerySet


def without_interpretation(
    policies: DisclosureQuerySet, public: DisclosureQuerySet
) -> DisclosureQuerySet:
    """Those of `policies` that no interpretation among the `public` items explains."""
    explained = public.filter(interpretation__isnull=False).order_by()
    return policies.exclude(pk__in=explained.values("interpretation__policy"))
