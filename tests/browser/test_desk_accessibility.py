"""The staff's pages against WCAG 2.2 AA: they work there all day."""

from collections.abc import Callable

from django.urls import reverse
from playwright.sync_api import Page

from disclosures.items.models import Edition
from disclosures.questions.models import Question
from tests import factories
from tests.browser.axe import violations
from tests.browser.site import Site

# select2 repeats the chosen words in an element that no keyboard reaches; its box is named
SELECT2_WORDS = ".select2-selection__rendered"
LISTS = (
    "disclosures_edition",
    "disclosures_disclosure",
    "disclosures_catalogueentry",
    "disclosures_question",
    "core_organisation",
    "core_staff",
    "core_township",
    "core_trailentry",
)


def test_axe_finds_nothing_on_the_staffs_pages(visit: Callable[..., Page], site: Site) -> None:
    draft = factories.draft(site.cast.town, by=site.cast.clerk, title="待改的草稿")
    page = visit()
    page.goto("/admin/")
    assert violations(page) == []
    page.get_by_label("用户名").fill(site.cast.officer.username)
    page.get_by_label("密码").fill(factories.PASSWORD)
    page.get_by_role("button", name="登录").click()
    found = {}
    question = factories.question(site.cast.town, office=site.cast.office)
    for path in _paths(draft, question):
        page.goto(path)
        if lines := violations(page, SELECT2_WORDS):
            found[path] = lines
    assert found == {}


def _paths(draft: Edition, question: Question) -> list[str]:
    lists = [reverse(f"admin:{name}_changelist") for name in LISTS]
    moves = ["preview", "submit", "discard"]
    acts = ["change", "assign", "draft", "reply", "merge", "discard"]
    return [
        reverse("admin:index"),
        *lists,
        reverse("admin:schedule"),
        reverse("admin:disclosures_edition_add"),
        reverse("admin:disclosures_edition_change", args=[draft.pk]),
        reverse("admin:disclosures_edition_import"),
        reverse("admin:disclosures_edition_history", args=[draft.pk]),
        *(reverse(f"admin:disclosures_edition_{move}", args=[draft.pk]) for move in moves),
        *(reverse(f"admin:disclosures_question_{act}", args=[question.pk]) for act in acts),
        reverse("admin:disclosures_answerpromise_add"),
    ]
