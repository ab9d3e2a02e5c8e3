"""`python -m demo.compose`: makes items, forms and pictures of the demo anew, always the same."""

from collections import Counter
from pathlib import Path

from demo.compose.board_pictures import write_board_pictures
from demo.compose.check import check
from demo.compose.documents import body_document, write_documents
from demo.compose.items import Item, Maker
from demo.compose.pdf import write_pdfs
from demo.compose.pictures import write_pictures
from demo.compose.pieces import PHRASES, read_pieces
from demo.compose.sheets import row, write_all
from demo.compose.tables_attached import write_workbooks
from demo.compose.words import DEMO, catalogue

ITEMS = DEMO / "items"
FILES = ITEMS / "files"
GUIDES = DEMO / "guides"
GUIDE_FORMS = GUIDES / "files"


def main() -> None:
    FILES.mkdir(parents=True, exist_ok=True)
    GUIDE_FORMS.mkdir(parents=True, exist_ok=True)
    for path in [*ITEMS.glob("*.*"), *FILES.glob("*.*"), *GUIDE_FORMS.glob("*.*")]:
        path.unlink()
    entries = catalogue()
    items = Maker().items(read_pieces())
    sorted_items: dict[str, list[dict]] = {e["组配分类"]: [] for e in entries.values()}
    for item in sorted(items, key=lambda item: (item.code[0], item.published, item.title)):
        sorted_items[entries[item.code]["组配分类"]].append(row(item, _document(item, FILES)))
    write_all(sorted_items, ITEMS)
    write_documents(PHRASES / "forms.json", FILES)
    write_documents(GUIDES / "forms.json", GUIDE_FORMS)
    write_workbooks(FILES)
    write_pdfs(FILES)
    write_pictures(FILES)
    write_board_pictures(DEMO / "boards")
    print(Counter(entries[item.code]["组配分类"] for item in items), len(items))
    for complaint in check(items, entries, FILES):
        print("!", complaint)


def _document(item: Item, folder: Path) -> str:
    """The name of the Word file that holds the body, for those that clerks keep in Word."""
    return body_document(item, folder) if "docx" in item.options else ""


if __name__ == "__main__":
    main()
