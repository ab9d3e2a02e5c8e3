"""A live server with committed data, and the system's Chromium in front of it.

The data of a module is made once, and the tests of the module read it: flushing and making it
anew for every page would take most of the time. A test that writes brings its own module.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from launch.chromium import find_chromium
from portal.core.staff.models import Staff
from portal.core.workdays.save_notice import seed_notices
from tests import factories
from tests.browser.site import Site, build
from tests.browser.watch import Watch

# Playwright runs an event loop in this thread; the ORM is still called synchronously.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 15_000  # milliseconds
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here drives the browser. A file, not memory: the server's threads need
    connections of their own, as in production."""
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
    database = configured.DATABASES["default"]
    if len(ours) == len(items):
        database["CONN_MAX_AGE"] = 0  # or the server's threads hold the database to the end
    if len(ours) == len(items) and database["ENGINE"].endswith("sqlite3"):
        folder = Path(configured.DATA_DIR)
        folder.mkdir(parents=True, exist_ok=True)
        database["TEST"] = {**database.get("TEST", {}), "NAME": str(folder / "browser.sqlite3")}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        pytest.skip("没有找到 Chromium。请安装：apt install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def plain_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """As in tests/conftest.py, but for as long as the module's data lives."""
    storages = {
        **configured.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(
        MEDIA_ROOT=tmp_path_factory.mktemp("files"),
        STORAGES=storages,
        CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(scope="module")
def db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Instead of a transaction for each test: what the module commits, the server sees."""
    with django_db_blocker.unblock():
        yield
        call_command("flush", interactive=False, verbosity=0)
        seed_notices()


@pytest.fixture(scope="module")
def server(db: None, plain_places: None) -> Iterator[LiveServer]:
    running = LiveServer("127.0.0.1")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def site(server: LiveServer) -> Site:
    """The township of tests/browser/site.py behind the live server."""
    return build(server.url)


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Opens a page in a fresh context; at the end, nothing was blocked, nothing left the site."""
    contexts: list[tuple[BrowserContext, Watch]] = []

    def open_page(**options: Any) -> Page:
        given = {"viewport": DESKTOP, "locale": "zh-CN", "base_url": site.url}
        context = browser.new_context(**{**given, **options})
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        contexts.append((context, Watch(page)))
        return page

    yield open_page
    for context, watch in contexts:
        context.close()
        assert watch.complaints == []


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    return visit()


@pytest.fixture
def phone(visit: Callable[..., Page]) -> Page:
    return visit(viewport=PHONE, is_mobile=True, has_touch=True)


@pytest.fixture
def unwatched(browser: Browser, site: Site) -> Iterator[Page]:
    """A page on which the policy is meant to be broken."""
    context = browser.new_context(base_url=site.url)
    yield context.new_page()
    context.close()


@pytest.fixture
def log_in(visit: Callable[..., Page]) -> Callable[[Staff], Page]:
    def enter(person: Staff) -> Page:
        page = visit()
        page.goto("/admin/")
        page.get_by_label("用户名").fill(person.username)
        page.get_by_label("密码").fill(factories.PASSWORD)
        page.get_by_role("button", name="登录").click()
        expect(page.get_by_role("heading", name="待办", exact=True)).to_be_visible()
        return page

    return enter
