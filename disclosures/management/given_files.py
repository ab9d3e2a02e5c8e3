"""The files that somebody named on the command line beside a sheet of items."""

from pathlib import Path

from django.core.management.base import CommandError

from disclosures.flow.item_files import files_beside, files_in_zip
from portal.core.management.given_file import read_given
from portal.uploads.refused import Refused


def given_files(given: Path | None, sheet: Path) -> dict[str, bytes]:
    """What somebody named on the command line, a folder or a ZIP; else the folder beside `sheet`.
    Raises CommandError that says why it can't be read."""
    if given is None or given.is_dir():
        return files_beside(given or sheet.parent / "files")
    try:
        return files_in_zip(read_given(given))
    except Refused as refusal:
        raise CommandError(f"读不了“{given}”：{refusal}") from refusal
