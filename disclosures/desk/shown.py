"""How the parts of an edition are shown where they can't be typed."""

import difflib
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from disclosures.attachments.models import Attachment
from disclosures.items.models import Edition
from disclosures.policies.models import Interpretation
from portal.core.templatetags.portal import body_html, file_size
from portal.core.workdays.limits import Unit
from portal.privacy.scan import KIND_LABELS
from portal.uploads.html_text import shown_text

COMPARED = (
    "title",
    "entry",
    "issuer",
    "document_number",
    "formed_on",
    "changed_on",
    "summary",
    "keywords",
    "source",
    "audience",
    "responsible",
    "effective_on",
    "expires_on",
)
SOON = 7  # calendar days


def due(edition: Edition, on: date) -> str:
    """The due day, whether it is provisional, and the days left or gone."""
    left = edition.days_left(on)
    if left is None:
        return "—"
    mark = "（暂定）" if edition.due_provisional else ""
    when = f"还有 {left} 天" if left >= 0 else f"已超过 {-left} 天"
    css = "due-late" if left < 0 else "due-soon" if left <= SOON else "due-fine"
    day = f"{edition.due_on:%Y-%m-%d}"
    return format_html("<span class='{}'>{}{} {}</span>", css, day, mark, when)


def due_explained(edition: Edition, on: date) -> str:
    """The same, with the way to the count day by day."""
    limit = edition.entry.limit
    if limit.unit is Unit.AT_ONCE:
        return due(edition, on)
    query = {"received": edition.runs_from, "days": limit.amount, "unit": limit.unit.value}
    page = f"{reverse('site:deadline')}?{urlencode(query)}"
    return format_html("{} <a href='{}'>逐日说明</a>", due(edition, on), page)


def body(edition: Edition) -> SafeString:
    return format_html("<div class='body-shown'>{}</div>", body_html(edition.body))


def attachments(edition: Edition) -> str:
    """Each file with type, size and what the scan found."""
    rows = [
        (file.get_absolute_url(), file.name, file.extension.upper(), file_size(file.size), scan)
        for file in edition.attachments.all()
        for scan in [_scan_of(file)]
    ]
    line = "<li><a href='{}'>{}</a>（{}，{}）{}</li>"
    found = format_html_join("", line, rows)
    return format_html("<ul class='files-shown'>{}</ul>", found) if found else "没有"


def _scan_of(file: Attachment) -> str:
    lines = [
        f"{item['where']}发现{KIND_LABELS[item['kind']]} {item['count']} 处"
        for item in file.findings
    ]
    lines += [f"未能检查：{reason}" for reason in file.unreadable]
    if not lines:
        return format_html("<span class='scan-clean'>{}</span>", "未发现个人信息")
    return format_html("<strong class='scan-found'>{}</strong>", "；".join(lines))


def differences(edition: Edition) -> list[tuple[str, str, str]]:
    """What a revision changes in public: name of the part, words that go, words that come."""
    live = edition.disclosure.live
    return list(_differences(live, edition)) if live else []


def _differences(old: Edition, new: Edition) -> Iterator[tuple[str, str, str]]:
    for name in COMPARED:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            label = str(Edition._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            yield label, str(before or ""), str(after or "")
    yield from _lines_changed("正文", shown_text(old.body), shown_text(new.body))
    yield from _lines_changed(new.get_shape_display(), _part_text(old), _part_text(new))
    files = [sorted(one.attachments.values_list("name", flat=True)) for one in (old, new)]
    if files[0] != files[1]:
        yield "附件", "、".join(files[0]), "、".join(files[1])


def _lines_changed(place: str, old: str, new: str) -> Iterator[tuple[str, str, str]]:
    for line in difflib.ndiff(old.splitlines(), new.splitlines()):
        if line.startswith(("- ", "+ ")):
            gone = line.startswith("-")
            yield place, line[2:] if gone else "", "" if gone else line[2:]


def _part_text(edition: Edition) -> str:
    """Structured content line by line, each named by its place."""
    sections = edition.part.sections() if edition.part else ()
    return "\n".join(f"{place}：{text}" for place, text in sections if text)


def bond(edition: Edition) -> str:
    """The policy that an interpretation explains, and how."""
    found = Interpretation.objects.filter(disclosure=edition.disclosure_id).first()
    if found is None:
        return "没有"
    words = [found.get_form_display(), found.explained_by_whom, found.video_url]
    return f"{found.policy}（{'，'.join(word for word in words if word)}）"
