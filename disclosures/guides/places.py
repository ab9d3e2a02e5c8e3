"""Where a service is given: what the guide says, else the township's 便民服务中心."""

from dataclasses import dataclass

from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

CENTRE = "便民服务中心"


@dataclass(frozen=True)
class Place:
    window: str
    address: str
    hours: str
    phone: str

    def filled_from(self, other: "Place") -> "Place":
        """This one, with what is empty taken from `other`."""
        return Place(
            self.window or other.window,
            self.address or other.address,
            self.hours or other.hours,
            self.phone or other.phone,
        )


def centre_of(township: Township) -> Place:
    """The service centre as the list of bodies has it; the township hall where there is none."""
    hall = Place(CENTRE, township.address, township.office_hours, township.phone)
    bodies = Organisation.objects.of(township).filter(active=True, name__contains=CENTRE)
    centre = bodies.order_by("position", "pk").first()
    if centre is None:
        return hall
    here = Place(centre.name, centre.address, centre.office_hours, centre.phone)
    return here.filled_from(hall)
