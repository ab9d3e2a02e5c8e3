"""Opening a township: its record, its starting catalogue and templates, its first administrator."""

from django.core.exceptions import ValidationError
from django.db import transaction

from disclosures.catalogue.load import load_standard
from disclosures.flow.standard_templates import load_templates
from disclosures.lists.standard_kinds import load_kinds
from finance.accounts.standard_subjects import load_subjects
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.site.setup.base import load_base


@transaction.atomic
def open_township(township: Township, administrator: str) -> Staff:
    """Save `township` and all that it needs to begin. Raises ValidationError with sentences."""
    if Staff.objects.filter(username=administrator).exists():
        raise ValidationError(f"用户名“{administrator}”已有人使用，请换一个。")
    load_base()
    township.full_clean()
    township.save()
    load_standard(township)
    load_templates(township)
    load_kinds(township)
    load_subjects(township)
    return make_administrator(township, administrator)


def make_administrator(township: Township, username: str) -> Staff:
    """Who is handed the first password; sees only this township."""
    person, new = Staff.objects.get_or_create(
        username=username,
        defaults={
            "name": "系统管理员",
            "township": township,
            "is_staff": True,
            "is_superuser": True,
        },
    )
    if new:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    return person
