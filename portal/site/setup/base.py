"""What every installation needs: the calendar and the roles; and what its townships begin with,
for those that were opened before there was such a thing."""

from django.contrib.auth.models import Group

from disclosures.lists.standard_kinds import load_kinds
from finance.accounts.standard_subjects import load_subjects
from portal.core.staff.roles import Role
from portal.core.township.models import Township
from portal.core.workdays.save_notice import seed_notices


def load_base() -> int:
    """Idempotent; how many calendar years were added."""
    for role in Role:
        Group.objects.get_or_create(name=role.label)
    for township in Township.objects.all():
        load_kinds(township)
        load_subjects(township)
    return seed_notices()
