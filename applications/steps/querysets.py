from typing import Self

from portal.core.township.owned import TownshipQuerySet


class DraftQuerySet(TownshipQuerySet):
    def waiting(self) -> Self:
        """For the head, the oldest first."""
        return self.filter(settled_at__isnull=True).order_by("pk")
