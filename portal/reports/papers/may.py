"""Who writes the year's papers, and who issues them."""

from django.core.exceptions import PermissionDenied

from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.owned import TownshipOwned

WRITERS = frozenset({Role.OFFICER, Role.HEAD})


def require_writer(paper: TownshipOwned, person: Staff) -> None:
    """Raises PermissionDenied unless `person` writes this township's papers of the year."""
    fit = person.is_active and person.belongs_to(paper.township_id)
    if not fit or not (person.is_superuser or person.roles & WRITERS):
        named = paper._meta.verbose_name
        raise PermissionDenied(f"您没有办理{named}的权限，需要：政务公开专员、政务公开机构负责人。")
