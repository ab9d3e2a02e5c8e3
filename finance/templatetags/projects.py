"""A project's file and a levy's account, for the pages of their items."""

from django import template

from disclosures.items.models import Disclosure, Edition
from finance.ledger.models import LedgerEntry
from finance.levies.account import LevyAccount, account_of, entries_of
from finance.projects.dossier import Dossier, dossier_of
from portal.core import clock

register = template.Library()


@register.filter
def dossier(edition: Edition) -> Dossier:
    return dossier_of(edition)


@register.filter
def levy_account(edition: Edition) -> LevyAccount:
    return account_of(edition.levy)


@register.filter
def levy_entries(edition: Edition) -> list[LedgerEntry]:
    return entries_of(edition.levy)


@register.filter
def readable(item: Disclosure | None) -> Disclosure | None:
    """A linked item, while residents may read it."""
    if item is None:
        return None
    return Disclosure.objects.public(item.township, clock.now()).filter(pk=item.pk).first()


@register.filter
def get(mapping: dict[int, Disclosure], key: int | None) -> Disclosure | None:
    return mapping.get(key) if key else None
