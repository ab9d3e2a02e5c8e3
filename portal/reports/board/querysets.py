from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.township.owned import TownshipQuerySet
from portal.reports.board.kinds import SheetKind


class BoardQuerySet(TownshipQuerySet):
    def public(self, township: Township) -> "BoardQuerySet":
        """Boards that residents find on the map of boards."""
        return self.of(township).filter(active=True).select_related("organisation")

    def kept_by(self, organisation: Organisation) -> "BoardQuerySet":
        return self.filter(organisation=organisation)

    def within_reach_of(self, person: Staff) -> "BoardQuerySet":
        """Those whose paper `person` hangs and takes down: a village's people their own."""
        if person.acts_for_whole_township:
            return self
        return self.filter(organisation__in=person.covered_organisations)


class PostingQuerySet(TownshipQuerySet):
    def hanging(self) -> "PostingQuerySet":
        return self.filter(taken_down_on__isnull=True)

    def within_reach_of(self, person: Staff) -> "PostingQuerySet":
        if person.acts_for_whole_township:
            return self
        return self.filter(board__organisation__in=person.covered_organisations)

    def to_come_down(self, on: date) -> "PostingQuerySet":
        """Whose last day is `on`, or is past."""
        return self.hanging().filter(to_come_down_on__lte=on)

    def without_photo(self) -> "PostingQuerySet":
        photos: Any = self.model._meta.get_field("photos").related_model
        return self.exclude(Exists(photos.objects.filter(posting=OuterRef("pk"))))

    def about(self, *subjects: tuple[str, int]) -> "PostingQuerySet":
        """Of one of the records that `subjects` name by kind and key."""
        named = Q(pk__in=[])
        for kind, key in subjects:
            named |= Q(kind=kind, key=key)
        return self.filter(named)


class PhotoQuerySet(TownshipQuerySet):
    def showable(self) -> "PhotoQuerySet":
        """Without those on which names of people may be read."""
        return self.exclude(posting__kind=SheetKind.NAMES)
