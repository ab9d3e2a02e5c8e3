"""Every public page in each display mode, against WCAG 2.2 AA."""

from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.site import Site
from tests.doors.routes import patterns

# what a browser doesn't show as a page
NO_PAGES = {
    "site:feed-all",
    "site:feed-category",
    "site:feed-village",
    "site:feed-questions",
    "site:sitemap",
    "site:feed-warnings",
    "site:suggest",
    "site:sitemap-part",
    "site:robots",
    "site:healthz",
    "site:appearance",
    "site:appearance-css",
    "disclosures:attachment",
    "disclosures:image",
    "disclosures:upload-image",
    "disclosures:programme",
    "finance:canonical",
    "finance:voucher",
    "applications:form",
    "applications:receipt",
    # behind a posted form, or a query code: walked in test_applicant.py
    "applications:found",
    "applications:case",
    "applications:act",
    "applications:file",
    "applications:letter-docx",
    "applications:letter-pdf",
    "applications:leave",
    "reports:board-sheet",
    "reports:board-photo",
    "reports:board-picture",
    "reports:short",
    "reports:dataset-file",
    # for programs
    "reports:api",
    "reports:api-document",
    "reports:api-records",
    "reports:api-record",
    "reports:api-nowhere",
}

MODES = ("standard", "large", "contrast")


def test_axe_itself_finds_a_picture_without_words(page: Page) -> None:
    page.goto("/")
    page.evaluate("() => document.querySelector('main').append(document.createElement('img'))")
    assert any(line.startswith("image-alt") for line in violations(page))


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_on_any_public_page(mode: str, page: Page, site: Site) -> None:
    """The modes change the style sheet alone, so only the first is asked everything."""
    page.goto(f"/appearance/?mode={mode}&next=/")
    found = {}
    for name, path in site.public_paths().items():
        page.goto(path)
        if lines := violations(page, looks=mode != MODES[0]):
            found[name] = lines
    assert found == {}


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_on_a_phone(mode: str, phone: Page, site: Site) -> None:
    """Target sizes and the folded navigation differ there."""
    paths = site.public_paths()
    phone.goto(f"/appearance/?mode={mode}&next=/")
    found = {}
    looked_at = ("site:home", "disclosures:catalogue", "disclosures:items", "item")
    for name in (*looked_at, "disclosures:services", "guide"):
        phone.goto(paths[name])
        if lines := violations(phone):
            found[name] = lines
    assert found == {}


def _route(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def test_no_kind_of_page_is_forgotten_here(site: Site) -> None:
    looked_at = {_route(path) for path in site.public_paths().values()}
    assert {name for name, _ in patterns()} - NO_PAGES - looked_at == set()
