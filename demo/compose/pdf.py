"""Small PDFs of Chinese text without an embedded font: readers bring STSong for GB characters."""

import json
import zlib
from pathlib import Path

from demo.compose.pieces import PHRASES

WIDTH, HEIGHT, MARGIN = 595, 842, 72
SIZE, LEADING, PER_LINE, PER_PAGE = 13, 24, 34, 28
FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
    b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000"
    b" /W [1 95 500]"
    b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6"
    b" /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880"
    b" /StemV 93 >> >>] >>"
)


def write_pdfs(folder: Path) -> None:
    texts = json.loads((PHRASES / "pdfs.json").read_text(encoding="utf-8"))
    for title, paragraphs in texts.items():
        (folder / f"{title}.pdf").write_bytes(_pdf(_wrapped(title, paragraphs)))


def _wrapped(title: str, paragraphs: list[str]) -> list[str]:
    lines = [title, ""]
    for paragraph in paragraphs:
        indented = paragraph if paragraph[1:2] == "、" else f"　　{paragraph}"
        lines += [indented[n : n + PER_LINE] for n in range(0, len(indented), PER_LINE)]
    return lines


def _pdf(lines: list[str]) -> bytes:
    pages = [lines[n : n + PER_PAGE] for n in range(0, len(lines), PER_PAGE)]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        FONT,
    ]
    for number, page in enumerate(pages):
        objects += [_page(5 + 2 * number), _content(page, first=number == 0)]
    return _assembled(objects)


def _page(content: int) -> bytes:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]"
        f" /Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R >>"
    ).encode()


def _content(lines: list[str], *, first: bool) -> bytes:
    parts = [f"BT /F1 {SIZE} Tf {LEADING} TL {MARGIN} {HEIGHT - MARGIN} Td"]
    for number, line in enumerate(lines):
        size = 18 if first and number == 0 else SIZE
        parts.append(f"/F1 {size} Tf <{line.encode('utf-16-be').hex()}> Tj T*")
    stream = zlib.compress((" ".join(parts) + " ET").encode())
    return b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(stream), stream)


def _assembled(objects: list[bytes]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R >>" % (len(objects) + 1)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return data + head + table + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(data)
