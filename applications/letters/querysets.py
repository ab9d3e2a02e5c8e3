from typing import Self

from applications.letters.states import LetterState
from portal.core.township.owned import TownshipQuerySet


class LetterQuerySet(TownshipQuerySet):
    def issued(self) -> Self:
        return self.filter(state=LetterState.ISSUED)

    def waiting(self) -> Self:
        """Submitted, to be issued or sent back."""
        return self.filter(state=LetterState.SUBMITTED)

    def whole(self) -> Self:
        """With all that a page or the paper itself needs; none of it is fetched again."""
        return self.select_related(
            "application__township", "application__applicant", "drafted_by", "issued_by"
        ).prefetch_related("parts__part")
