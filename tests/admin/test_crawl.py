"""Every page that a link of the admin leads to opens, and says nothing in English."""

import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from django.test import Client

from disclosures.flow.advance import approve, submit
from disclosures.flow.revise import revise
from disclosures.items.templates import ItemTemplate
from disclosures.questions.promise import AnswerPromise
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast

FEWEST_PAGES = {None: 100, Role.ADMINISTRATOR: 60}
HREF = re.compile(r'href="([^"#]+)"')
UNSEEN = re.compile(r"<(script|style|textarea|code)\b.*?</\1>|<!--.*?-->|<[^>]+>", re.DOTALL)
SAID = re.compile(r'(?:\b(?:aria-label|title|alt|placeholder)|type="submit"[^>]*value)="([^"]*)"')
CODES = re.compile(r"\S*[\d_/@]\S*")  # numbers, addresses
ENGLISH = re.compile(r"[A-Za-z]{2,}")
# names of formats and programs that are said so in Chinese offices too, and what people typed
KNOWN = {
    *("XLSX", "XLS", "CSV", "ZIP", "PDF", "DOCX", "OFD", "WPS", "Word", "Excel", "MB", "ICP"),
    *("TOTP", "qinghe", "example", "gov", "cn", "village", "office", "open", "government"),
    *(
        "Control",
        "Command",
        "Mac",
        "zhang",
        "wang",
        "zhou",
        "li",
        "kuaiji",
        "jiandu",
        "shenji",
        "guanli",
        "staff",
        "town",
    ),
}
NOT_PAGES = ("/admin/logout/", "/admin/jsi18n/", "/admin/disclosures/edition/import/template/")


@pytest.fixture
def full(cast: Cast) -> Cast:
    """Something of everything, at every stage."""
    clerk = cast.clerk
    item = factories.published(cast.town, by=cast.officer)
    revise(item, by=clerk)
    submit(factories.draft(cast.town, by=clerk), by=clerk)
    approve(submit(factories.draft(cast.town, by=clerk), by=clerk), by=cast.reviewer)
    factories.question(cast.town, office=cast.office)
    AnswerPromise.objects.create(township=cast.town)
    ItemTemplate.objects.create(
        township=cast.town, name="通知", entry=item.live.entry, title="关于××的通知"
    )
    return cast


def english_in(html: str) -> list[str]:
    """Words in Latin letters that a person would see or hear."""
    text = unescape(" ".join([UNSEEN.sub(" ", html), *SAID.findall(html)]))
    return sorted(set(ENGLISH.findall(CODES.sub(" ", text))) - KNOWN)


def kind_of(target: str) -> tuple[str, ...]:
    """Links of a kind are tried once: a page, and a page narrowed by one question."""
    parts = urlsplit(target)
    asked = sorted(set(parse_qs(parts.query)) - {"_changelist_filters"})
    return (parts.path, *asked)


def walk(client: Client) -> Iterator[tuple[str, int, str]]:
    """Address, status and text of each page of the admin, reached by links from the desk."""
    waiting, seen = deque(["/admin/"]), {("/admin/",)}
    while waiting:
        address = waiting.popleft()
        answer = client.get(address)
        is_page = answer.get("Content-Type", "").startswith("text/html")
        text = answer.content.decode() if is_page else ""
        yield address, answer.status_code, text
        for link in map(unescape, HREF.findall(text)):
            target = urljoin(address, link)
            kind = kind_of(target)
            here = kind[0].startswith("/admin/") and kind[0] not in NOT_PAGES
            if here and len(kind) < 3 and kind not in seen:
                seen.add(kind)
                waiting.append(target)


@pytest.mark.parametrize("role", [None, *Role])
def test_every_link_opens_a_page_in_chinese(full: Cast, client: Client, role: Role | None) -> None:
    if role is None:
        person = factories.staff(full.office, is_superuser=True)
    else:
        person = factories.staff(full.office, role)
    client.force_login(person)
    broken, english, pages = [], {}, 0
    for address, status, text in walk(client):
        pages += 1
        if status != 200:
            broken.append((address, status))
        if "/preview/" not in address and (words := english_in(text)):
            english[address] = words
    assert broken == []
    assert english == {}
    assert pages >= FEWEST_PAGES.get(role, 15)
