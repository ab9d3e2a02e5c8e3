"""A sheet: what stands on the paper, whatever record it is made of."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString

from portal.core.qr import qr_svg
from portal.core.township.models import Township
from portal.reports.board.short import short_address
from portal.reports.board.subjects import Subject

# more than this is a book, not a notice
MOST_SIGNS = 2_000_000


@dataclass(frozen=True)
class Sheet:
    """`body` is markup of our own templates; `pictures` maps addresses in it to stored files."""

    subject: Subject
    body: SafeString
    digest: str
    number: str = ""
    published_on: date | None = None
    starts_on: date | None = None
    phone: str = ""
    place: str = ""
    remark: str = ""
    site: str = ""
    pictures: dict[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return self.subject.title

    @property
    def on_notice(self) -> bool:
        """Whether objections are asked for, with a first and a last day."""
        return self.starts_on is not None and self.subject.until is not None

    @property
    def address(self) -> str:
        return self.site + short_address(self.subject.kind, self.subject.key)

    @property
    def qr(self) -> SafeString:
        return qr_svg(self.address)

    @property
    def too_long(self) -> bool:
        return len(self.body) > MOST_SIGNS

    def at(self, site: str) -> "Sheet":
        """With addresses under `site` (https://…)."""
        return replace(self, site=site)


@dataclass(frozen=True)
class Asked:
    """Which records of whom, when."""

    township: Township
    key: int
    at: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.at)
