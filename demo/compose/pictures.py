"""Pictures drawn for items: posters of policies, flow charts, sketches of places."""

import json
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from demo.compose.pieces import PHRASES

FACE = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
PAPER, INK, TEAL, RED = "#F7F5EF", "#24323A", "#2F7F79", "#B5372F"
SAND, LEAF, WATER, PALE = "#E6DCC6", "#A9C6A0", "#BFDDE0", "#FFFFFF"
WIDE = 1000


def write_pictures(folder: Path) -> None:
    plans = json.loads((PHRASES / "pictures.json").read_text(encoding="utf-8"))
    for kind, draw in (("posters", _poster), ("flows", _flow), ("maps", _map)):
        for name, plan in plans[kind].items():
            _save(draw(plan), folder / name)


def _save(image: Image.Image, path: Path) -> None:
    if path.suffix == ".jpg":
        image.save(path, quality=86)
    else:
        image.quantize(96).save(path, optimize=True)


def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FACE.format("Bold" if bold else "Regular"), size, index=2)


def _canvas(title: str, height: int, subtitle: str = "") -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (WIDE, height), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDE, 168), fill=TEAL)
    pen.rectangle((0, 168, WIDE, 176), fill=RED)
    pen.text((56, 38), title, font=_font(50, bold=True), fill=PALE)
    pen.text((58, 112), subtitle or "青禾镇人民政府", font=_font(26), fill="#DCEDEA")
    return image, pen


def _fitted(pen: ImageDraw.ImageDraw, text: str, size: int, room: int, *, bold: bool = False):
    """The font of at most `size` in which `text` fits into `room`."""
    while pen.textlength(text, font=_font(size, bold=bold)) > room and size > 14:
        size -= 1
    return _font(size, bold=bold)


def _poster(plan: dict) -> Image.Image:
    row = 168
    image, pen = _canvas(plan["title"], 250 + row * len(plan["cards"]) + 90, plan["subtitle"])
    for place, (number, head, text) in enumerate(plan["cards"]):
        top = 216 + place * row
        pen.rounded_rectangle((50, top, WIDE - 50, top + 140), 20, fill=PALE, outline=SAND, width=3)
        pen.rounded_rectangle((72, top + 20, 252, top + 120), 16, fill=(TEAL, RED)[place % 2])
        face = _fitted(pen, number, 46, 160, bold=True)
        pen.text((162, top + 70), number, font=face, fill=PALE, anchor="mm")
        pen.text((290, top + 26), head, font=_font(34, bold=True), fill=INK)
        pen.text((290, top + 82), text, font=_fitted(pen, text, 27, 640), fill="#4C5B63")
    _landscape(pen, image.height - 90)
    foot = _fitted(pen, plan["foot"], 26, WIDE - 100, bold=True)
    pen.text((WIDE / 2, image.height - 36), plan["foot"], font=foot, fill=INK, anchor="mm")
    return image


def _landscape(pen: ImageDraw.ImageDraw, top: int) -> None:
    for left, size, colour in ((-80, 420, LEAF), (260, 520, "#C3D8B8"), (640, 460, LEAF)):
        pen.ellipse((left, top - 30, left + size, top + 230), fill=colour)


def _flow(plan: dict) -> Image.Image:
    steps = plan["steps"]
    image, pen = _canvas(plan["title"], 250 + 132 * len(steps))
    for place, step in enumerate(steps):
        top = 214 + place * 132
        first = place in (0, len(steps) - 1)
        fill, colour = (TEAL, PALE) if first else (PALE, INK)
        pen.rounded_rectangle(
            (170, top, WIDE - 170, top + 84), 42, fill=fill, outline=TEAL, width=3
        )
        face = _fitted(pen, step, 30, WIDE - 400)
        pen.text((WIDE / 2, top + 42), step, font=face, fill=colour, anchor="mm")
        pen.ellipse((96, top + 18, 144, top + 66), fill=RED)
        number = _font(26, bold=True)
        pen.text((120, top + 42), str(place + 1), font=number, fill=PALE, anchor="mm")
        if place < len(steps) - 1:
            pen.line((WIDE / 2, top + 86, WIDE / 2, top + 118), fill=TEAL, width=5)
            pen.polygon([(488, top + 114), (512, top + 114), (500, top + 130)], fill=TEAL)
    return image


def _map(plan: dict) -> Image.Image:
    image, pen = _canvas(plan["title"], 940)
    field = (40, 210, WIDE - 40, 860)
    pen.rounded_rectangle(field, 24, fill="#EEF1E2")
    for left, top in ((90, 260), (130, 640), (560, 700), (700, 240), (330, 250)):
        pen.rounded_rectangle((left, top, left + 170, top + 90), 12, fill="#DCE6C8")
        for line in range(1, 4):
            pen.line((left + 12, top + line * 22, left + 158, top + line * 22), fill=LEAF, width=3)
    river = [(40, 480), (220, 440), (400, 520), (600, 430), (780, 520), (WIDE - 40, 470)]
    pen.line(river, fill=WATER, width=46, joint="curve")
    pen.text((840, 520), plan["water"], font=_font(30), fill="#3D7F8C", anchor="mm")
    road = [(60, 820), (260, 640), (470, 590), (640, 360), (WIDE - 60, 250)]
    pen.line(road, fill=PALE, width=22, joint="curve")
    pen.line(road, fill="#C9A24B", width=4, joint="curve")
    pen.text((300, 690), plan["road"], font=_font(25), fill="#8A6A1E")
    for across, down, label in plan["marks"]:
        _mark(pen, 40 + across * (WIDE - 80), 210 + down * 650, label)
    pen.text((60, 884), plan["note"], font=_font(24), fill="#5A666C")
    _north(pen)
    return image


def _mark(pen: ImageDraw.ImageDraw, x: float, y: float, label: str) -> None:
    face = _font(25, bold=True)
    width = pen.textlength(label, font=face)
    pen.polygon([(x - 14, y - 18), (x + 14, y - 18), (x, y + 10)], fill=RED)
    pen.ellipse((x - 16, y - 40, x + 16, y - 8), fill=RED)
    pen.ellipse((x - 6, y - 30, x + 6, y - 18), fill=PALE)
    left = min(x - width / 2, WIDE - 60 - width)
    pen.rounded_rectangle((left - 12, y + 16, left + width + 12, y + 56), 10, fill=PALE)
    pen.text((left, y + 18), label, font=face, fill=INK)


def _north(pen: ImageDraw.ImageDraw) -> None:
    pen.polygon([(910, 236), (894, 284), (910, 272), (926, 284)], fill=INK)
    pen.text((910, 304), "北", font=_font(24, bold=True), fill=INK, anchor="mm")
