"""Who answers for an office."""

from applications.cases.record_event import OFFICE_ANSWERERS
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff


def people_of(office: Organisation) -> list[Staff]:
    """The office's own staff who may answer; where it has none, those who oversee it."""
    names = [role.label for role in OFFICE_ANSWERERS]
    fit = Staff.objects.filter(
        township=office.township_id, is_active=True, groups__name__in=names
    ).distinct()
    own = fit.filter(organisation=office)
    return list(own.order_by("pk") or fit.filter(oversees=office).order_by("pk"))
