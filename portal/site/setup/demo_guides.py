"""The service guides of the demo township, from the sheets that its offices keep."""

from collections.abc import Callable, Mapping
from pathlib import Path

from disclosures.flow.item_files import files_beside
from disclosures.guides.read_guides import read_guides
from disclosures.guides.save_guides import save_guides
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.site.setup.people import BadSheet

CHECKED_BY_HAND = "流程图导入前已由保密审查员查看，未见个人信息。"


def load_guides(
    township: Township,
    folder: Path,
    shared_files: Mapping[str, bytes],
    by: Staff,
    tell: Callable[[str], None],
) -> None:
    """Every sheet of `folder`, as public since the day that it names."""
    files = {**shared_files, **files_beside(folder / "files")}
    for path in sorted(folder.glob("*.csv")):
        sheet = read_guides(path.read_bytes(), path.name, township, files)
        if not sheet.ok:
            raise BadSheet(list(sheet.problems))
        saved = save_guides(sheet, township, by=by, archived=True, override_reason=CHECKED_BY_HAND)
        tell(f"办事指南，{path.stem}：{len(saved)} 件")
