"""Which styles of an XLS write in red ([MS-XLS]): accountants' sign for an amount below nothing."""

import struct
from collections.abc import Iterable

from portal.spreadsheets.red import is_reddish

FONT, STYLE, PALETTE = 0x0031, 0x00E0, 0x0092
BUILT_IN_RED, FIRST_OF_PALETTE, RED_OF_PALETTE = 2, 8, 10
NO_SUCH_FONT = 4  # fonts are counted 0, 1, 2, 3, 5, 6 …


def red_styles_of_binary(records: Iterable[tuple[int, bytes]]) -> frozenset[int]:
    """The numbers of the red styles, as cells name them, in the `records` of the whole book."""
    colours: list[int] = []
    fonts: list[int] = []
    reds = {BUILT_IN_RED, RED_OF_PALETTE}
    for kind, body in records:
        if kind == FONT:
            colours.append(*struct.unpack_from("<H", body, 4))
        elif kind == STYLE:
            fonts.append(*struct.unpack_from("<H", body))
        elif kind == PALETTE:
            reds = {BUILT_IN_RED, *_reds_of(body)}
    return frozenset(number for number, font in enumerate(fonts) if _colour(font, colours) in reds)


def _colour(font: int, colours: list[int]) -> int | None:
    place = font - (font > NO_SUCH_FONT)
    return colours[place] if place < len(colours) else None


def _reds_of(body: bytes) -> Iterable[int]:
    """The numbers of a palette's own colours that are red."""
    [count] = struct.unpack_from("<H", body)
    for place in range(count):
        red, green, blue, _ = struct.unpack_from("<BBBB", body, 2 + place * 4)
        if is_reddish(f"{red:02X}{green:02X}{blue:02X}"):
            yield FIRST_OF_PALETTE + place
