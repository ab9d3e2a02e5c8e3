"""Finding with a browser: suggestions as one types, and all of it without scripts."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.site import Site


def test_typing_offers_words_that_the_keyboard_chooses(page: Page, site: Site) -> None:
    page.goto("/")
    box = page.locator("#q")
    box.press_sequentially("低保")
    words = page.locator("#suggestions-1")
    expect(words).to_be_visible()
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowDown")
    chosen = words.locator("[aria-selected=true]").inner_text()
    box.press("Enter")
    page.wait_for_url("**/search/**")
    expect(page.locator("#search-q")).to_have_value(chosen)


def test_escape_puts_the_words_away(page: Page, site: Site) -> None:
    page.goto("/search/")
    box = page.locator("#search-q")
    box.press_sequentially("db")
    expect(page.locator(".suggestions:visible")).to_have_count(1)
    box.press("Escape")
    expect(page.locator(".suggestions:visible")).to_have_count(0)


def test_it_is_found_and_narrowed_without_scripts(visit: Callable[..., Page], site: Site) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/")
    page.locator("#q").fill("低保")
    page.locator(".hero button").click()
    expect(page.locator("#results-head")).to_contain_text("找到")
    page.locator(".facet a").first.click()
    expect(page.locator("#results-head")).to_contain_text("找到")


def test_a_resident_looks_for_a_name_while_the_notice_runs(phone: Page, site: Site) -> None:
    phone.goto(site.list.get_absolute_url())
    phone.get_by_label("查姓名（写全名）").fill("方庆")
    phone.get_by_role("button", name="查名单").click()
    expect(phone.locator("#rows-head")).to_contain_text("找到 1 条")
    expect(phone.locator("table")).to_contain_text("方庆")


def test_a_warning_stands_on_top_of_the_phone(phone: Page, site: Site) -> None:
    phone.goto("/offices/")
    expect(phone.locator(".alert").first).to_contain_text("暴雨橙色预警")
    phone.locator(".alert a").first.click()
    expect(phone.locator("#advice-head")).to_be_visible()
