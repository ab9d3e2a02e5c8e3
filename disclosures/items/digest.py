"""A fingerprint of an edition's words and files: anyone can see that nothing was swapped."""

import hashlib
import json

from disclosures.items.models import Edition

FIELDS = ("title", "document_number", "summary", "keywords", "body", "source", "audience")


def digest_of(edition: Edition) -> str:
    """SHA-256 over the canonical JSON of words, structured content, dates and digests of files."""
    content = {name: getattr(edition, name) for name in FIELDS}
    content["formed_on"] = edition.formed_on.isoformat()
    content["changed_on"] = edition.changed_on.isoformat() if edition.changed_on else ""
    content["files"] = [[file.name, file.sha256] for file in edition.attachments.all()]
    if edition.part is not None:
        content["part"] = [list(section) for section in edition.part.sections()]
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
