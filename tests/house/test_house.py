"""The rules of the house that no other tool holds."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
OURS = ("portal", "disclosures", "finance", "applications", "launch", "deploy", "tests", "demo")
MOST_LINES = 400
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# the admin's own pages stand under a looser policy; ours for residents must not need it
PUBLIC = [path for path in TEMPLATES if "admin" not in path.relative_to(ROOT).parts]
STATIC = [
    path for path in (ROOT / "static").rglob("*") if path.suffix in (".css", ".js", ".svg", ".html")
]
# names of formats, not addresses that a browser would open
NAMESPACES = ("http://www.w3.org/", "http://www.sitemaps.org/")


def _python() -> list[Path]:
    found = (path for name in OURS for path in (ROOT / name).rglob("*.py"))
    return [path for path in found if "migrations" not in path.parts]


def _short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _matches(paths: list[Path], pattern: str) -> list[str]:
    found = re.compile(pattern)
    return [_short(path) for path in paths if found.search(path.read_text(encoding="utf-8"))]


def _foreign(path: Path) -> list[str]:
    """Addresses in the file that lead away from the site."""
    found = re.findall(r"(?:https?:)?//[a-zA-Z][\w.-]*\.[a-z]{2,}[^\s\"')]*", path.read_text())
    return [address for address in found if not address.startswith(NAMESPACES)]


def test_no_file_is_longer_than_a_sitting() -> None:
    lengths = {_short(path): len(path.read_text().splitlines()) for path in _python()}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_public_templates_need_nothing_inline() -> None:
    assert _matches(PUBLIC, r"\sstyle\s*=") == []
    assert _matches(PUBLIC, r"<style[\s>]") == []
    assert _matches(PUBLIC, r"\son[a-z]+\s*=\s*[\"']") == []
    assert _matches(PUBLIC, r"<script(?![^>]*\ssrc=)[^>]*>") == []


@pytest.mark.parametrize("paths", [TEMPLATES, STATIC], ids=["templates", "static"])
def test_nothing_is_fetched_from_elsewhere(paths: list[Path]) -> None:
    assert {_short(path): found for path in paths if (found := _foreign(path))} == {}


def test_templates_stand_at_most_two_below_base() -> None:
    parents = {
        str(path.relative_to(ROOT / "templates")): re.search(
            r"{%\s*extends\s+[\"']([^\"']+)", path.read_text()
        )
        for path in PUBLIC
    }

    def depth(name: str) -> int:
        found = parents.get(name)
        return 1 + depth(found[1]) if found else 0

    assert [name for name in parents if depth(name) > 3] == []


def test_included_parts_say_what_they_need() -> None:
    pattern = re.compile(r"{%\s*include\s(?:(?!%}).)*%}")
    loose = [
        f"{_short(path)}: {tag}"
        for path in PUBLIC
        for tag in pattern.findall(path.read_text())
        if not re.search(r"\sonly\s*%}$", tag)
    ]
    assert loose == []


def test_no_signals_and_no_drawers() -> None:
    names = {"signals", "utils", "helpers", "services", "selectors", "common", "constants"}
    drawers = [_short(path) for path in _python() if path.stem in names]
    assert drawers == []


def test_migrations_that_move_data_do_not_import_our_code() -> None:
    """Code changes; what a migration did must not."""
    migrations = [path for name in OURS for path in (ROOT / name).rglob("migrations/0*.py")]
    moving = [path for path in migrations if "RunPython" in path.read_text(encoding="utf-8")]
    assert _matches(moving, r"(?m)^(from|import) (portal|disclosures|finance|applications)") == []


def test_migrations_are_complete(db: None) -> None:
    told = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=told)
    assert "No changes" in told.getvalue()


def test_a_form_in_a_part_is_handed_its_csrf_token() -> None:
    """`only` leaves it behind; a browser's form is refused without, the tests' client is not."""
    folder = ROOT / "templates"
    texts = {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*.html")}
    with_form = {name for name, text in texts.items() if "{% csrf_token %}" in text}
    include = re.compile(r'{% include "([^"]+)"([^%]* only) %}')
    without = [
        (name, part)
        for name, text in texts.items()
        for part, given in include.findall(text)
        if part in with_form and "csrf_token=csrf_token" not in given
    ]
    assert without == []
