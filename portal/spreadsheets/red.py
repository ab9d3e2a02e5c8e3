"""Which styles of an XLSX write in red: accountants' sign for an amount below nothing (红字)."""

import re
from xml.etree import ElementTree
from zipfile import ZipFile

STYLES = "xl/styles.xml"
INDEXED_RED = {"2", "10"}
RGB = re.compile("[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}")


def red_styles(archive: ZipFile) -> frozenset[bytes]:
    """The numbers of the styles with a red font, as cells name them; none without a style sheet."""
    if STYLES not in archive.namelist():
        return frozenset()
    with archive.open(STYLES) as stream:
        root = ElementTree.parse(stream).getroot()
    fonts = [_is_red(font) for font in _children(root, "fonts")]
    found = []
    for number, style in enumerate(_children(root, "cellXfs")):
        font = int(style.get("fontId", 0))
        if font < len(fonts) and fonts[font]:
            found.append(str(number).encode())
    return frozenset(found)


def _children(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [child for part in root if part.tag.rpartition("}")[2] == name for child in part]


def _is_red(font: ElementTree.Element) -> bool:
    color = next((one for one in font if one.tag.rpartition("}")[2] == "color"), None)
    if color is None:
        return False
    if color.get("indexed") in INDEXED_RED:
        return True
    rgb = color.get("rgb", "")
    return bool(RGB.fullmatch(rgb)) and is_reddish(rgb[-6:])


def is_reddish(rgb: str) -> bool:
    """FF0000, C00000, the reds of the usual palettes; orange and pink are not."""
    red, green, blue = (int(rgb[place : place + 2], 16) for place in (0, 2, 4))
    return red >= 0xA0 and green <= 0x40 and blue <= 0x40
