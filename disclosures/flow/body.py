"""The body of an edition: cleaned on every save, and the pictures that it shows."""

import re
import uuid

from disclosures.attachments.models import BodyImage
from disclosures.items.models import Edition
from portal.uploads.sanitise import clean_html

IMAGE_ADDRESS = re.compile(r'src="/images/([0-9a-f-]{36})"')


def prepare_body(html: str) -> str:
    """`html` with everything removed that a public page must not carry."""
    return clean_html(html or "")


def link_images(edition: Edition) -> None:
    """Remember which uploaded pictures `edition` shows: they are public while it is."""
    keys = {uuid.UUID(key) for key in IMAGE_ADDRESS.findall(edition.body)}
    edition.images.set(BodyImage.objects.of(edition.township).filter(key__in=keys))
