from typing import Self

from portal.core.township.owned import TownshipQuerySet


class ReleaseQuerySet(TownshipQuerySet):
    def confirmed(self) -> Self:
        """Looked at twice and neither dropped nor taken back."""
        return self.filter(copy__isnull=False, confirmed_at__isnull=False, dropped_at__isnull=True)

    def waiting(self) -> Self:
        """Prepared, not yet looked at a second time."""
        return self.filter(copy__isnull=False, confirmed_at__isnull=True, dropped_at__isnull=True)

    def with_files(self) -> Self:
        return self.select_related("source", "copy", "prepared_by", "confirmed_by")
