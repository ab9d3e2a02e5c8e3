"""Pictures of works before, while and after they are done: drawn, not taken."""

from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

from demo.compose.pictures import INK, LEAF, PALE, RED, TEAL, WATER, _font

SIZE = (960, 640)
HORIZON = 250
SKY, FAR, NEAR, EARTH, MUD = "#DCEBF0", "#BCD3B4", "#9DBE8F", "#B79A6C", "#8F7A57"
CONCRETE, STEEL, WALL, ROOF = "#C9CBC8", "#7E8C93", "#EFE6D6", "#9A5B45"
BEFORE, DURING, AFTER = "1-before", "2-during", "3-after"


def draw_work(kind: str, moment: str, name: str, path: Path) -> None:
    """A scene of `kind` (road, pond, hall, field) at one moment, with its caption."""
    image = Image.new("RGB", SIZE, SKY)
    pen = ImageDraw.Draw(image)
    rng = Random(f"{name}{kind}")
    _hills(pen, rng)
    {"road": _road, "pond": _pond, "hall": _hall, "field": _field}[kind](pen, moment, rng)
    if moment == DURING:
        _at_work(pen)
    pen.rectangle((0, SIZE[1] - 54, SIZE[0], SIZE[1]), fill=INK)
    pen.text((24, SIZE[1] - 46), name, font=_font(28), fill=PALE)
    image.save(path, quality=78)


def _hills(pen: ImageDraw.ImageDraw, rng: Random) -> None:
    for colour, lift in ((FAR, 90), (NEAR, 40)):
        for left in range(-120, SIZE[0], 220):
            high = HORIZON - lift - rng.randint(0, 50)
            pen.ellipse((left, high, left + 420, high + 420), fill=colour)
    pen.rectangle((0, HORIZON + 40, SIZE[0], SIZE[1]), fill="#C8D7A8")
    for _ in range(9):
        left = rng.randint(10, SIZE[0] - 60)
        top = HORIZON + rng.randint(-10, 40)
        pen.rectangle((left + 16, top + 30, left + 22, top + 56), fill="#7B5E43")
        pen.ellipse((left, top - 8, left + 38, top + 36), fill="#6F9A63")


def _road(pen: ImageDraw.ImageDraw, moment: str, rng: Random) -> None:
    edge = [(430, HORIZON + 50), (500, HORIZON + 50), (820, 590), (120, 590)]
    pen.polygon(edge, fill=EARTH if moment == BEFORE else CONCRETE)
    if moment == BEFORE:
        for _ in range(16):
            across, down = rng.randint(300, 620), rng.randint(380, 570)
            pen.ellipse((across, down, across + 74, down + 18), fill=MUD)
    if moment == DURING:
        pen.polygon([(120, 590), (820, 590), (680, 470), (250, 470)], fill=EARTH)
        for down in range(480, 590, 22):
            pen.line((150, down, 800, down), fill=STEEL, width=3)
    if moment == AFTER:
        for top in range(HORIZON + 70, 580, 60):
            pen.line((466, top, 466, top + 30), fill=PALE, width=4 + (top - HORIZON) // 60)


def _pond(pen: ImageDraw.ImageDraw, moment: str, rng: Random) -> None:
    water = {BEFORE: "#A9B58A", DURING: MUD, AFTER: WATER}[moment]
    bank = EARTH if moment != AFTER else CONCRETE
    pen.ellipse((70, 330, 890, 590), fill=bank)
    pen.ellipse((100, 348, 860, 576), fill=water)
    for _ in range(26 if moment == BEFORE else 0):
        across, down = rng.randint(180, 760), rng.randint(390, 540)
        pen.ellipse((across, down, across + 46, down + 16), fill=LEAF)
    for down in range(400, 560, 30) if moment == AFTER else ():
        pen.arc((260, down, 640, down + 16), 190, 350, fill=PALE, width=2)
    for across in range(130, 850, 60) if moment == AFTER else ():
        pen.line((across, 566, across, 596), fill=STEEL, width=5)


def _hall(pen: ImageDraw.ImageDraw, moment: str, rng: Random) -> None:
    high = {BEFORE: 0, DURING: 120, AFTER: 210}[moment]
    pen.polygon([(80, 590), (880, 590), (760, 440), (200, 440)], fill=EARTH)
    if not high:
        for _ in range(14):
            across, down = rng.randint(200, 720), rng.randint(460, 560)
            pen.rectangle((across, down, across + 36, down + 12), fill=MUD)
        return
    pen.rectangle((250, 500 - high, 710, 500), fill=WALL, outline=STEEL, width=4)
    for left in range(280, 690, 90):
        pen.rectangle((left, 470 - high // 2, left + 50, 490), fill="#B9D0D6", outline=STEEL)
    if moment == AFTER:
        pen.polygon([(225, 296), (735, 296), (680, 236), (280, 236)], fill=ROOF)
    else:
        for left in range(250, 711, 92):
            pen.line((left, 330, left, 505), fill=STEEL, width=6)
        pen.line((240, 350, 720, 350), fill=STEEL, width=6)


def _field(pen: ImageDraw.ImageDraw, moment: str, rng: Random) -> None:
    for row in range(4):
        top = 320 + row * 66
        if moment == AFTER:
            pen.rectangle((60, top, 900, top + 54), fill=LEAF, outline=EARTH, width=5)
            for left in range(80, 890, 26):
                pen.line((left, top + 8, left, top + 46), fill="#7FA86F", width=4)
            continue
        left = 60
        while left < 860:
            wide = rng.randint(70, 220)
            colour = rng.choice(("#CFC896", "#B9C48E", MUD if moment == DURING else "#C2B37E"))
            pen.rectangle((left, top, min(left + wide, 900), top + 54), fill=colour, outline=EARTH)
            left += wide + 8


def _at_work(pen: ImageDraw.ImageDraw) -> None:
    """An excavator and the board that tells of the works."""
    pen.rectangle((640, 380, 760, 440), fill="#E0A83B")
    pen.rectangle((650, 330, 710, 384), fill="#E8BE63", outline=INK)
    pen.rounded_rectangle((622, 440, 782, 476), 18, fill=INK)
    pen.line([(750, 390), (820, 320), (872, 400)], fill="#E0A83B", width=16)
    pen.polygon([(852, 396), (896, 396), (880, 432), (858, 430)], fill=STEEL)
    pen.rectangle((90, 350, 250, 446), fill=TEAL)
    pen.rectangle((90, 350, 250, 376), fill=RED)
    pen.text((110, 382), "施工公示牌", font=_font(24), fill=PALE)
    for left in (104, 232):
        pen.line((left, 446, left, 500), fill=STEEL, width=6)
