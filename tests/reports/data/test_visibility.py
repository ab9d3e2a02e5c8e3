"""The data obey what the pages obey: one rule of what is public, whatever the door."""

import pytest
from django.test import Client

from portal.core import clock
from portal.reports.data.dataset import Dataset
from portal.reports.data.every import BY_NAME, DATASETS
from tests.cast import Cast
from tests.disclosures.lists.rolls import NAMES
from tests.disclosures.lists.rolls import published as published_list
from tests.doors.neighbours import Neighbour
from tests.doors.routes import text_of
from tests.doors.stages import STAGES, Seen
from tests.reports.data.doors import told_by
from tests.reports.data.hiding import COUNTED, EXCEPTIONS, WAYS


def _first_ids(there: Neighbour) -> dict[str, str]:
    now = clock.now()
    found = {one.name: next(one.records(there.town, now), None) for one in DATASETS}
    return {name: record.id for name, record in found.items() if record}


def test_every_dataset_has_something_to_hide(there: Neighbour) -> None:
    assert set(BY_NAME) - set(_first_ids(there)) <= {"schedule"}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_not_public_is_in_no_data(way: str, there: Neighbour, client: Client) -> None:
    """Drafts, what is to come, what is over, what was withdrawn: by page, file and interface."""
    before = _first_ids(there)
    WAYS[way](there.town)
    seen = [
        f"{name} {door}"
        for name in set(before) - EXCEPTIONS[way] - COUNTED
        for door, text in told_by(client, BY_NAME[name])
        if there.word in text.replace(f"{there.town.full_name}", "").replace(there.town.name, "")
    ]
    assert seen == []
    answers = {
        name: client.get(f"/api/v1/{name}/{key}/").status_code
        for name, key in before.items()
        if name not in EXCEPTIONS[way] | COUNTED
    }
    assert set(answers.values()) == {404}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_counted_that_is_not_public(way: str, there: Neighbour) -> None:
    WAYS[way](there.town)
    hidden = [one for one in DATASETS if one.name not in EXCEPTIONS[way] | COUNTED]
    now = clock.now()
    assert {one.name: one.count(there.town, now) for one in hidden} == {
        one.name: 0 for one in hidden
    }


def test_counts_are_those_of_the_records(there: Neighbour) -> None:
    now = clock.now()
    counted = {one.name: one.count(there.town, now) for one in DATASETS}
    read = {one.name: len(list(one.records(there.town, now))) for one in DATASETS}
    assert counted == read


@pytest.mark.parametrize("state", STAGES)
def test_items_are_data_in_the_same_states_as_they_are_pages(
    state: str, cast: Cast, client_of_cast: Client
) -> None:
    stage = STAGES[state](cast)
    for name in ("disclosures", "files"):
        told = dict(told_by(client_of_cast, BY_NAME[name]))
        seen = {door: stage.word in text for door, text in told.items()}
        assert seen == dict.fromkeys(seen, stage.seen is Seen.PUBLIC), name


def test_no_data_names_anybody_on_a_list(cast: Cast, client_of_cast: Client) -> None:
    """While the notice runs names stand on one page, and nowhere else."""
    notice = published_list(cast, at=clock.now())
    page = text_of(client_of_cast.get(notice.live.part.names_page))
    assert all(name in page for name in NAMES)
    leaks = [
        f"{dataset.name} {door}"
        for dataset in DATASETS
        for door, text in told_by(client_of_cast, dataset)
        if any(name in text for name in NAMES)
    ]
    assert leaks == []


SECRET = ("原话", "甲山 0559-7000003", "草账", "草稿")


def test_what_only_staff_see_is_in_no_data(there: Neighbour, client: Client) -> None:
    """Letters as they were written and who wrote them, entries of open periods, drafts."""
    leaks = [
        f"{dataset.name} {door} {word}"
        for dataset in DATASETS
        for door, text in told_by(client, dataset)
        for word in SECRET
        if word in text
    ]
    assert leaks == []


def _names(dataset: Dataset) -> set[str]:
    return {field.name for field in dataset.fields}


def test_no_field_is_made_for_persons() -> None:
    personal = {"contact", "message", "applicant", "identity", "keeper", "attended", "responsible"}
    assert [one.name for one in DATASETS if _names(one) & personal] == []
