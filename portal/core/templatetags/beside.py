from django import template
from django.db import models
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from portal.core.beside import parts_beside
from portal.core.township.models import Township

register = template.Library()


@register.simple_tag
def beside(record: models.Model, township: Township) -> SafeString:
    """What apps above show on the page of `record`."""
    found = parts_beside(record, township)
    shown = [render_to_string(part.template, part.given) for part in found]
    return mark_safe("".join(shown))  # noqa: S308 markup of our templates
