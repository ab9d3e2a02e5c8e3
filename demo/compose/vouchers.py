"""Pictures of vouchers for the demo's books: receipts with everything personal covered."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FACE = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
WIDE, HIGH = 900, 560
INK, LINE, COVER = "#3B2A22", "#B7A58C", "#1F1F1F"


def write_voucher(path: Path, purpose: str, yuan: str, on: str) -> None:
    """A receipt for `yuan` (1,280.00) of the day `on`; name and number stand under black bars."""
    image = Image.new("RGB", (WIDE, HIGH), "#FBF6EA")
    pen = ImageDraw.Draw(image)
    big, plain = ImageFont.truetype(FACE, 44), ImageFont.truetype(FACE, 28)
    pen.rectangle((24, 24, WIDE - 24, HIGH - 24), outline=LINE, width=3)
    pen.text((WIDE / 2, 76), "收 款 收 据", font=big, fill=INK, anchor="mm")
    rows = (("日期", on), ("事由", purpose), ("金额", f"￥{yuan}"), ("收款人", ""), ("证件号", ""))
    for place, (name, text) in enumerate(rows):
        top = 140 + place * 76
        pen.text((60, top), name, font=plain, fill=INK)
        pen.text((220, top), text, font=plain, fill=INK)
        pen.line((210, top + 46, WIDE - 60, top + 46), fill=LINE, width=2)
        if not text:
            pen.rectangle((220, top + 4, 520, top + 38), fill=COVER)
    image.save(path, quality=70)
