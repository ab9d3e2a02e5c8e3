"""Rows of a project's file as the desk types them."""

from typing import Any

from disclosures.attachments.models import Attachment
from finance.projects.stages import Stage
from portal.core.desk.inlines import NamedRows


class ProjectStageFormSet(NamedRows):
    """The nine stages: those without a row stand there already, in their order, to be filled."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        edition: Any = kwargs.get("instance")
        saved = edition is not None and edition.pk
        there = set(edition.project_stages.values_list("kind", flat=True)) if saved else set()
        kwargs["initial"] = [{"kind": stage.value} for stage in Stage if stage.value not in there]
        super().__init__(*args, **kwargs)


class ProgressNoteFormSet(NamedRows):
    """Progress, after the files of the draft were kept."""

    def save(self, commit: bool = True) -> Any:
        """A picture that was taken off the draft in the same breath is taken off its note."""
        rows = super().save(commit=commit)
        there = set(Attachment.objects.filter(edition=self.instance).values_list("pk", flat=True))
        for row in rows:
            if row.picture_id not in there:
                row.picture = None
        return rows
