"""The words of a copy for the second look: what is covered by a black box or left beside the page
stands there too."""

from applications.release.models import Release
from portal.privacy.mask import mask_numbers
from portal.uploads.extracted import Part
from portal.uploads.text import text_of_file

MOST = 30_000  # characters; beyond, the file itself is read


def words_of_copy(release: Release) -> list[Part]:
    """Place by place, personal numbers masked."""
    if release.copy is None or not release.copy.file:
        return []
    left, shown = MOST, []
    for part in text_of_file(release.copy.file.plain(), release.copy.name).parts:
        text = part.text.strip()[:left]
        if text:
            shown.append(Part(part.where, mask_numbers(text)))
            left -= len(text)
    return shown
