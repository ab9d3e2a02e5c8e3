"""已答复并公开的信息: what somebody applied for and everyone may now read. The only words are those
of the published information; the only rule of what is public is that of disclosures."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from applications.cases.models import Application
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from portal.core.township.models import Township


def answered_publicly(township: Township, at: datetime) -> DisclosureQuerySet:
    """Public disclosures that answer an application of this township, newest first."""
    asked = Application.objects.of(township).filter(answered_by_item=OuterRef("pk"))
    return Disclosure.objects.public(township, at).filter(Exists(asked)).without_bodies()
