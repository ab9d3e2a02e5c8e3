"""Public items and their files."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from disclosures.attachments.models import Attachment
from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset, Theme
from portal.reports.data.fields import Field, Kind, text, whole
from portal.reports.data.kept import Kept, each
from portal.reports.data.keys import INDEX
from portal.reports.data.narrowing import (
    Asks,
    Filter,
    category,
    choice,
    issuer,
)
from portal.reports.data.sets.heads import DATED, FILED, UPDATED, YEAR, foot_of, head_of
from portal.uploads.sanitise import plain_text


def _items(township: Township, at: datetime) -> DisclosureQuerySet:
    return Disclosure.objects.public(township, at)


def _with_files(township: Township, at: datetime) -> DisclosureQuerySet:
    files = Attachment.objects.filter(edition=OuterRef("live"))
    found = Disclosure.objects.public(township, at).filter(Exists(files)).without_bodies()
    return found.prefetch_related("live__attachments")


ENTRY = Filter("entry", "公开事项的编码", Asks.SLUG, "live__entry__code")

ITEMS: tuple[Dataset, ...] = (
    Kept(
        name="disclosures",
        title="主动公开信息",
        about="已公开的全部信息，一条一行，有元数据和正文文字。撤下的、到期的不在其中。",
        theme=Theme.ITEMS,
        page="disclosures:items",
        door=_items,
        key=INDEX,
        batch=100,
        fields=(
            *head_of(),
            text("issuer_slug", "发布机构标识", "live.issuer.slug"),
            text("document_number", "文号", "live.document_number"),
            *FILED,
            text("column", "组配分类", "live.entry.get_column_display"),
            text("category", "重点类别", "live.entry.get_category_display", "七项重点公开内容。"),
            *DATED,
            whole("version", "版次", "live.number", "现行的是第几版。"),
            text("summary", "内容概述", "live.summary"),
            text("keywords", "关键词", "live.keywords"),
            text("source", "信息来源", "live.source"),
            text("text", "正文", lambda item: plain_text(item.live.body), "不带格式的文字。"),
            foot_of(),
        ),
        filters=(
            YEAR,
            category("live__entry__category"),
            choice("column", "组配分类", "live__entry__column", CatalogueEntry.Column.choices),
            issuer("live__issuer__slug"),
            ENTRY,
            UPDATED,
        ),
    ),
    Kept(
        name="files",
        title="附件",
        about="公开信息现行版本的附件，一个文件一行。",
        theme=Theme.ITEMS,
        page="disclosures:items",
        door=_with_files,
        key=INDEX,
        rows=each(lambda item: item.live.attachments.all()),
        counted="live__attachments",
        batch=50,
        fields=(
            *head_of("item"),
            text("name", "文件名", "row.name"),
            text("media_type", "内容类型", "row.media_type"),
            whole("size", "大小（字节）", "row.size"),
            text("sha256", "摘要值", "row.sha256", "SHA-256，可以核对下载的文件。"),
            Field("file", "文件网址", Kind.LINK, "row.get_absolute_url"),
            foot_of("item"),
        ),
        filters=(YEAR, issuer("live__issuer__slug"), UPDATED),
    ),
)
