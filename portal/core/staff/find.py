"""In whose name a command acts."""

from django.core.exceptions import PermissionDenied
from django.core.management.base import CommandError

from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.models import Township


def staff_for_command(township: Township, username: str = "") -> Staff:
    """The named person, or the township's first administrator."""
    people = Staff.objects.filter(is_active=True)
    if username:
        person = people.filter(username=username).first()
        if person is None or not person.belongs_to(township.pk):
            raise CommandError(f"本镇没有用户名为“{username}”的工作人员。")
        return person
    administrators = people.of(township).filter(groups__name=Role.ADMINISTRATOR.label)
    person = administrators.first() or people.of(township).filter(is_superuser=True).first()
    if person is None:
        raise CommandError("还没有系统管理员，请先用 --by 指明以谁的名义办理。")
    return person


def may_not(refusal: PermissionDenied) -> str:
    """What to say where that person lacks the right."""
    return f"{refusal}请用 --by 写明以谁的名义导入（用户名）。"
