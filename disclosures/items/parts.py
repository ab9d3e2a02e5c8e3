"""Structured content of an edition (办事指南, 惠民项目, 公示名单, 事故档案).

A part goes the way of its edition: drafted with it, reviewed with it, public with it, kept with it
as an earlier version. It never has a state, a visibility or a date of publication of its own.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models

from disclosures.items.models import Edition
from portal.core.township.owned import TownshipOwned

# rows written at once when a revision takes over a long list
BATCH = 2_000


class EditionPart(TownshipOwned):
    """The data of one edition. Rows below it (steps, materials, standards, names) refer to the
    edition, not to the part, so that the desk edits all of them on the page of the edition.

    `rows` names the related names on Edition of those rows: a revision takes copies of them.
    `template_name` is the page part that shows it, with `edition`, `part` and `attachments` in its
    context; the same one serves the page, the earlier version, the preview and paper.
    """

    template_name: ClassVar[str]
    rows: ClassVar[tuple[str, ...]] = ()

    edition = models.OneToOneField(
        Edition,
        on_delete=models.CASCADE,
        verbose_name="稿件",
        related_name="%(class)s",
        editable=False,
    )

    class Meta:
        abstract = True

    def sections(self) -> Iterator[tuple[str, str]]:
        """Its words in reading order, each with the name of its place.

        Reviewers see their differences; the privacy scan, the search and the digest read them.
        """
        raise NotImplementedError

    def hindrances(self) -> Iterator[str]:
        """Why it can't go on yet, each a sentence with the cure."""
        return iter(())

    def words(self) -> str:
        """All its words, for finding it."""
        return "\n".join(text for _, text in self.sections() if text)

    def made_public(self, at: datetime) -> None:
        """Called in the transaction that publishes its edition."""

    def copied_rows(self) -> tuple[str, ...]:
        """Which of `rows` a revision takes over."""
        return self.rows

    def copy_to(self, target: Edition) -> Self:
        """A copy of this part and of its rows for `target`, which has its attachments already."""
        copy = _clone(self, edition=target)
        copy.save()
        for name in self.copied_rows():
            rows: Any = getattr(self.edition, name)
            clones = [_clone(row, edition=target) for row in rows.all()]
            rows.model.objects.bulk_create(clones, batch_size=BATCH)
        return copy


def _clone(row: Any, **changed: Any) -> Any:
    """An unsaved copy of `row`."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    values = {field.attname: getattr(row, field.attname) for field in fields}
    copy = type(row)(**values)
    for name, value in changed.items():
        setattr(copy, name, value)
    return copy
