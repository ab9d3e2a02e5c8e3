"""What must hold for a row of the sheet before it may become a draft."""

from collections.abc import Iterator
from dataclasses import asdict

from django.db import models

from disclosures.flow.attach import checked
from disclosures.flow.hindrances import Privacy
from disclosures.guides.guide_sheet import TEXTS, GuideRow
from disclosures.guides.models import GuideStep, Material, ServiceGuide
from disclosures.guides.notation import Row
from disclosures.guides.reading import Reading
from disclosures.items.models import Edition
from portal.core.lengths import too_long
from portal.privacy.scan import scan_file, scan_text
from portal.spreadsheets.rows import Row as SheetRow
from portal.uploads.checks import Refused

DAYS = ("生成日期", "发布日期")
IN_LINES = ("材料", "步骤")


def check_guide(guide: GuideRow, row: SheetRow, reading: Reading) -> None:
    _check_days(guide, reading)
    _check_lengths(guide, reading)
    _check_title(guide, reading)
    _check_files(guide, reading)
    _check_privacy(row, reading)


def _check_days(guide: GuideRow, reading: Reading) -> None:
    formed = guide.edition["formed_on"]
    if formed and guide.published_on and guide.published_on < formed:
        reading.wrong(guide.number, "发布日期", "发布日期早于生成日期，请核对。")


def _check_lengths(guide: GuideRow, reading: Reading) -> None:
    for column, model, name, text in _texts(guide):
        if sentence := too_long(model, name, text):
            which = f"“{text[:12]}…”" if column in IN_LINES else ""
            reading.wrong(guide.number, column, which + sentence)


def _texts(guide: GuideRow) -> Iterator[tuple[str, type[models.Model], str, str]]:
    for column, name in (("标题", "title"), ("内容概述", "summary"), ("关键词", "keywords")):
        yield column, Edition, name, guide.edition[name]
    for column, name in TEXTS.items():
        yield column, ServiceGuide, name, guide.guide[name]
    yield "网上办理", ServiceGuide, "online_where", guide.guide["online_where"]
    yield from _row_texts("材料", Material, guide.materials)
    yield from _row_texts("步骤", GuideStep, guide.steps)


def _row_texts(
    column: str, model: type[models.Model], rows: tuple[Row, ...]
) -> Iterator[tuple[str, type[models.Model], str, str]]:
    for row in rows:
        for name, value in row.fields.items():
            if isinstance(value, str):
                yield column, model, name, value


def _check_title(guide: GuideRow, reading: Reading) -> None:
    """The same service twice would give residents two answers."""
    issuer = guide.edition["issuer"]
    key = (issuer.pk if issuer else 0, guide.title)
    if key in reading.titles:
        message = "这个机构已有同名的办事指南。要修改请在“已公开信息”里修订它；表里重复的请删去。"
        reading.wrong(guide.number, "标题", message)
    reading.titles.add(key)


def _check_files(guide: GuideRow, reading: Reading) -> None:
    for name in guide.files:
        column = "附件" if name in guide.attachments else "材料"
        if name not in reading.checked and name not in reading.files:
            message = f"没有找到《{name}》，请把它放进附件文件夹或压缩包。"
            reading.wrong(guide.number, column, message)
        elif name not in reading.checked:
            _check_file(guide.number, column, name, reading)


def _check_file(number: int, column: str, name: str, reading: Reading) -> None:
    try:
        file = reading.checked[name] = checked(reading.files[name], name)
    except Refused as refusal:
        reading.wrong(number, column, f"《{name}》：{refusal}")
        return
    scan = scan_file(file.data, file.name)
    for sentence in Privacy([asdict(found) for found in scan.findings]).sentences():
        reading.wrong(number, column, f"《{name}》{sentence}请遮盖后再导入。")
    reading.unreadable += [f"第{number}行《{name}》：{reason}" for reason in scan.unreadable]


def _check_privacy(row: SheetRow, reading: Reading) -> None:
    """Phones of offices are land lines; a mobile number is somebody's own."""
    for column in row.values:
        if column in DAYS:
            continue
        found = [asdict(one) for one in scan_text(reading.text(row, column), "")]
        for sentence in Privacy(found).sentences():
            reading.wrong(row.number, column, f"{sentence}请遮盖后再导入。")
