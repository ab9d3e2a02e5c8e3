"""What holds of every dataset, whatever it is about."""

import re

import pytest
from django.urls import reverse

from portal.reports.api.paging import NAMES
from portal.reports.data.dataset import Dataset
from portal.reports.data.every import BY_NAME, DATASETS, by_theme
from portal.reports.data.kept import Kept

each = pytest.mark.parametrize("dataset", DATASETS, ids=lambda one: one.name)
WORDS = re.compile(r"[a-z][a-z0-9_]*")


def test_names_and_titles_are_given_once() -> None:
    assert len(BY_NAME) == len(DATASETS) == len({one.title for one in DATASETS})


def test_every_dataset_stands_under_a_theme() -> None:
    assert sum(len(found) for _, found in by_theme()) == len(DATASETS)
    assert all(found for _, found in by_theme())


@each
def test_it_says_what_it_is(dataset: Dataset) -> None:
    assert re.fullmatch(r"[a-z][a-z-]*", dataset.name)
    assert dataset.about.endswith("。")
    assert dataset.cycle
    assert reverse(dataset.page)


@each
def test_fields_have_names_for_programs_and_for_people(dataset: Dataset) -> None:
    names = [field.name for field in dataset.fields]
    assert len(set(names)) == len(names)
    assert "id" not in names
    assert all(WORDS.fullmatch(name) for name in names)
    assert all(field.label for field in dataset.fields)
    assert len({field.label for field in dataset.fields}) == len(names)


@each
def test_filters_do_not_clash_with_paging(dataset: Dataset) -> None:
    names = [asked.name for asked in dataset.filters]
    assert len(set(names)) == len(names)
    assert not set(names) & {*NAMES, "format"}


@each
def test_what_is_published_by_item_can_be_followed_by_day(dataset: Dataset) -> None:
    if isinstance(dataset, Kept) and dataset.key.field == "index_number":
        assert "updated_since" in {asked.name for asked in dataset.filters}
