"""How the page parts of a service guide show it."""

from django import template

from disclosures.guides import flow_picture
from disclosures.guides.flow_picture import Picture
from disclosures.guides.models import ServiceGuide
from disclosures.guides.names import bare_name

register = template.Library()

register.filter("service_name", bare_name)


@register.filter
def pictures(guide: ServiceGuide) -> dict[str, Picture]:
    """The steps drawn twice; the style sheet shows the one for which there is room."""
    steps = guide.step_rows
    return {"across": flow_picture.across(steps), "down": flow_picture.down(steps)}


@register.filter
def lines(text: str) -> list[str]:
    """What was typed line by line."""
    return [line.strip() for line in text.splitlines() if line.strip()]
