"""Templates for usual items, to begin with; a township changes them as it likes."""

import json
from pathlib import Path

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.body import prepare_body
from disclosures.items.templates import ItemTemplate
from portal.core.township.models import Township

STANDARD = Path(__file__).parent / "standard_templates.json"
PLACE = "青禾镇"


def load_templates(township: Township) -> int:
    """Add those whose name the township doesn't have yet; how many it has of them now."""
    entries = {entry.code: entry for entry in CatalogueEntry.objects.of(township)}
    given = json.loads(STANDARD.read_text(encoding="utf-8"))
    for one in given:
        ItemTemplate.objects.get_or_create(
            township=township,
            name=one["name"],
            defaults={
                "entry": entries[one["entry"]],
                "title": one["title"].replace(PLACE, township.name),
                "keywords": one["keywords"],
                "body": prepare_body(one["body"]),
            },
        )
    return len(given)
