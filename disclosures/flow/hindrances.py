"""What keeps an edition from going on, in sentences for the one who must mend it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Edition
from disclosures.items.shapes import Shape
from disclosures.policies.models import Interpretation
from portal.core import clock
from portal.privacy.scan import KIND_LABELS, scan_html, scan_text

SCANNED_TEXT = {
    "title": "标题",
    "summary": "内容概述",
    "keywords": "关键词",
    "change_note": "修改说明",
}


@dataclass(frozen=True)
class Privacy:
    """Personal data found in an edition, and what could not be checked."""

    findings: list[dict[str, Any]] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        return not self.findings and not self.unreadable

    def sentences(self) -> list[str]:
        found = [
            f"{item['where']}发现{KIND_LABELS[item['kind']]} {item['count']} 处。"
            for item in self.findings
        ]
        return found + [f"未能检查：{reason}" for reason in self.unreadable]


def privacy_of(edition: Edition) -> Privacy:
    """Scan the words of `edition` now, and take its files' scans from when they came."""
    findings, unreadable = _in_words(edition), []
    for attachment in edition.attachments.all():
        for item in attachment.findings:
            findings.append({**item, "where": f"附件《{attachment.name}》{item['where']}"})
        unreadable += [f"附件《{attachment.name}》：{reason}" for reason in attachment.unreadable]
    return Privacy(findings, unreadable)


def _in_words(edition: Edition) -> list[dict[str, Any]]:
    found = [*scan_html(edition.body, "正文")]
    for name, label in SCANNED_TEXT.items():
        found += scan_text(getattr(edition, name), label)
    for place, text in edition.part.sections() if edition.part else ():
        found += scan_text(text, place)
    return [asdict(item) for item in found]


def hindrances(edition: Edition) -> list[str]:
    """Why `edition` can't be submitted or published yet; empty when nothing stands in the way."""
    return list(_hindrances(edition))


def _hindrances(edition: Edition) -> Iterator[str]:
    if not edition.title.strip():
        yield "标题是空的，请填写。"
    if edition.shape != Shape.ARTICLE:
        yield from _part_hindrances(edition)
    elif not edition.body.strip() and not edition.attachments.exists():
        yield "正文和附件都是空的，请至少写一段正文或添加一个附件。"
    if edition.formed_on > clock.today():
        yield "生成日期在今天之后，请核对。"
    if edition.changed_on and edition.changed_on > clock.today():
        yield "变更日期在今天之后，请核对。"
    if edition.entry.parent_id is None and edition.entry.children.exists():
        yield f"“{edition.entry.name}”是一级事项，请选择它下面的二级事项。"
    if not edition.first and not edition.change_note.strip():
        yield "修订已公开的信息要写修改说明，群众会看到这句话。"
    yield from _interpretation_hindrances(edition)


def _part_hindrances(edition: Edition) -> Iterator[str]:
    if edition.part is None:
        yield f"“{edition.get_shape_display()}”的内容还没有填写。"
    else:
        yield from edition.part.hindrances()


def _interpretation_hindrances(edition: Edition) -> Iterator[str]:
    if edition.entry.kind != CatalogueEntry.Kind.INTERPRETATION:
        return
    bond = Interpretation.objects.filter(disclosure=edition.disclosure_id).first()
    if bond is None:
        yield "这是政策解读，请选择它解读的政策。"
    elif bond.form == Interpretation.Form.VIDEO and not bond.video_url:
        yield "解读形式是视频链接，请填写视频的网址。"
