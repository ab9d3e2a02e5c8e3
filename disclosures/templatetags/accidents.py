"""The stages of an accident file, and those that are still to come."""

from django import template

from disclosures.accidents.models import AccidentStage
from disclosures.items.models import Disclosure, Edition
from portal.core import clock

register = template.Library()


@register.filter
def stages(edition: Edition) -> list[AccidentStage]:
    """Each stage; its document is `readable` only while residents may read that too."""
    found = list(edition.accident_stages.select_related("document__live"))
    public = Disclosure.objects.public(edition.township, clock.now())
    linked = [stage.document_id for stage in found if stage.document_id]
    readable = set(public.filter(pk__in=linked).values_list("pk", flat=True)) if linked else set()
    for stage in found:
        stage.readable = stage.document_id in readable  # type: ignore[attr-defined]
    return found


@register.filter
def missing_stages(edition: Edition) -> list[str]:
    """The names of the stages that nothing is told of yet."""
    told = set(edition.accident_stages.values_list("kind", flat=True))
    return [kind.label for kind in AccidentStage.Kind if kind not in told]
