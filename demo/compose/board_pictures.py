"""Pictures of notice boards with sheets on them: drawn, not taken."""

from pathlib import Path

from PIL import Image, ImageDraw

from demo.compose.pictures import INK, PALE, RED, TEAL, _font

SIZE = (960, 640)
WALL, GROUND, FRAME, SHADE = "#E9E2D3", "#C9C2B2", "#7A6A58", "#B9B2A4"
PAPERS = {"empty": 0, "hung": 3, "full": 5}
LEFT, TOP, WIDE, HIGH, STEP = 130, 190, 128, 180, 144


def write_board_pictures(folder: Path) -> None:
    for name, papers in PAPERS.items():
        _board(papers).save(folder / f"{name}.jpg", quality=80)


def _board(papers: int) -> Image.Image:
    image = Image.new("RGB", SIZE, WALL)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 520, *SIZE), fill=GROUND)
    for post in (120, 820):
        pen.rectangle((post, 420, post + 20, 560), fill=FRAME)
    pen.rectangle((80, 90, 880, 450), fill=FRAME)
    pen.rectangle((96, 106, 864, 434), fill="#DDE6E2")
    pen.rectangle((96, 106, 864, 166), fill=TEAL)
    pen.text((370, 116), "公 开 栏", font=_font(40, bold=True), fill=PALE)
    for place in range(papers):
        _paper(pen, LEFT + place * STEP)
    return image


def _paper(pen: ImageDraw.ImageDraw, left: int) -> None:
    """A title, lines of text, the code at the foot."""
    pen.rectangle((left + 4, TOP + 4, left + WIDE + 4, TOP + HIGH + 4), fill=SHADE)
    pen.rectangle((left, TOP, left + WIDE, TOP + HIGH), fill=PALE)
    pen.rectangle((left + 18, TOP + 14, left + WIDE - 18, TOP + 22), fill=RED)
    for line in range(36, 130, 12):
        pen.rectangle((left + 14, TOP + line, left + WIDE - 14, TOP + line + 3), fill=SHADE)
    pen.rectangle((left + 14, TOP + HIGH - 36, left + 40, TOP + HIGH - 10), fill=INK)
