"""What the public may see of questions, and which of them wait for whom."""

from datetime import date, datetime

from django.db.models import Q

from disclosures.questions.states import OPEN_STATES, State
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.township.owned import TownshipQuerySet


class QuestionQuerySet(TownshipQuerySet):
    def public(self, township: Township, at: datetime) -> "QuestionQuerySet":
        """Questions of `township` whose answers anyone may read at the moment `at`, newest first:
        the one door for page, list, feed, site map, export, count and the blocks of other pages.

        What only staff may see is not even fetched.
        """
        return (
            self.of(township)
            .filter(state=State.PUBLISHED, published_at__lte=at)
            .select_related("assigned_to", "entry")
            .defer("message", "contact", "code_digest", "sent_back")
            .order_by("-published_at", "-pk")
        )

    def gone(self, township: Township) -> "QuestionQuerySet":
        """Once public, now withdrawn: their page says that, when and why (410)."""
        withdrawn = self.of(township).filter(state=State.WITHDRAWN)
        return withdrawn.select_related("assigned_to").defer("message", "contact", "code_digest")

    def about(self, page: str) -> "QuestionQuerySet":
        """Those asked on the page with this address."""
        return self.filter(page=page)

    def in_category(self, slug: str) -> "QuestionQuerySet":
        return self.filter(category=slug)

    def open(self) -> "QuestionQuerySet":
        """Those that still wait for an answer."""
        return self.filter(state__in=OPEN_STATES)

    def overdue(self, on: date) -> "QuestionQuerySet":
        return self.open().filter(due_on__lt=on)

    def seen_by(self, person: Staff) -> "QuestionQuerySet":
        """All of them, or those given to the bodies that `person` acts for."""
        if person.acts_for_whole_township:
            return self
        return self.filter(assigned_to__in=person.covered_organisations)

    def to_forget(self, before: datetime) -> "QuestionQuerySet":
        """Closed before that moment and still with a contact; a merged one is closed when the one
        that it was merged with is."""
        kept = self.exclude(contact="").filter(closed_at__lte=before)
        return kept.filter(Q(merged_into__isnull=True) | Q(merged_into__closed_at__lte=before))
