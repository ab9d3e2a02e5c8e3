"""A programme goes the way of its edition: what holds it up, what a revision takes over."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from disclosures.flow.hindrances import hindrances
from disclosures.flow.refusal import CannotMove
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import copy_as_draft, save_draft
from disclosures.items.digest import digest_of
from disclosures.items.models import Disclosure, Edition
from disclosures.programmes.models import Programme
from disclosures.programmes.rows import CheckAnswer, Standard
from portal.core import clock
from tests.cast import Cast
from tests.disclosures.programmes.programmes import drafted, give_standards, published, through

ROWS = Programme.rows


def _plain(edition: Edition, name: str) -> list[dict[str, Any]]:
    """The rows without what ties them to their edition."""
    rows = getattr(edition, name).values()
    return [{k: v for k, v in row.items() if k not in ("id", "edition_id")} for row in rows]


def test_a_complete_draft_has_no_hindrance(cast: Cast) -> None:
    assert hindrances(drafted(cast.town, by=cast.clerk)) == []


@pytest.mark.parametrize("name", ["what", "who", "limit", "paid_how", "fund", "complaint_phone"])
def test_what_is_missing_holds_it_up(cast: Cast, name: str) -> None:
    assert len(hindrances(drafted(cast.town, by=cast.clerk, **{name: ""}))) == 1


@pytest.mark.parametrize("name", ["programme_steps", "programme_documents", "bases"])
def test_so_do_rows_that_are_missing(cast: Cast, name: str) -> None:
    edition = drafted(cast.town, by=cast.clerk)
    getattr(edition, name).all().delete()
    assert len(hindrances(edition)) == 1


def test_the_number_of_the_office_is_number_enough(cast: Cast) -> None:
    assert hindrances(drafted(cast.town, by=cast.clerk, phone="")) == []


def test_no_standard_holds_it_up(cast: Cast) -> None:
    edition = drafted(cast.town, by=cast.clerk, standards={})
    assert hindrances(edition) == ["没有写标准，请至少填写现在执行的一档。"]


def test_overlapping_standards_can_not_be_submitted(cast: Cast) -> None:
    standards = {"一类": (("1", "2025-01-01", None), ("2", "2026-01-01", None))}
    edition = drafted(cast.town, by=cast.clerk, standards=standards)
    with pytest.raises(CannotMove, match="“一类”2025年1月1日起和2026年1月1日起的两个标准时间重叠"):
        through(edition, cast)


def test_a_unit_without_yuan_is_named(cast: Cast) -> None:
    edition = drafted(cast.town, by=cast.clerk, unit="每月")
    assert "“80—89周岁”的单位“每月”请写成" in hindrances(edition)[0]


def test_an_unreachable_question_holds_it_up(cast: Cast) -> None:
    questions = {
        1: ("问一", (("是", "fits", None, ""), ("否", "unlikely", None, "不符合"))),
        2: ("问二", (("是", "fits", None, ""), ("否", "fits", None, ""))),
    }
    edition = drafted(cast.town, by=cast.clerk, questions=questions)
    assert "第 2 题哪个答案都走不到" in hindrances(edition)[0]


def test_answers_to_no_question_are_named(cast: Cast) -> None:
    edition = drafted(cast.town, by=cast.clerk)
    CheckAnswer.objects.create(township=cast.town, edition=edition, number=7, text="是")
    assert "自测题的答案里有第 7 题，可没有这一题" in hindrances(edition)[0]


def test_a_key_is_of_one_programme_alone(cast: Cast) -> None:
    published(cast.town, by=cast.officer)
    edition = drafted(cast.town, by=cast.clerk, title="另一项")
    assert hindrances(edition) == ["标识“gaoling”已是另一个惠民项目的，请换一个。"]


def test_the_key_of_a_withdrawn_one_is_free(cast: Cast) -> None:
    withdraw(published(cast.town, by=cast.officer), by=cast.officer, reason="有误")
    assert hindrances(drafted(cast.town, by=cast.clerk)) == []


def test_a_revision_can_not_change_the_key(cast: Cast) -> None:
    edition = _revised(cast, published(cast.town, by=cast.officer))
    Programme.objects.filter(edition=edition).update(key="laonian")
    edition = Edition.objects.get(pk=edition.pk)
    assert hindrances(edition) == ["标识原来是“gaoling”，公开后不能改，请改回去。"]


def test_a_revision_takes_over_part_and_rows(cast: Cast) -> None:
    item = published(cast.town, by=cast.officer)
    edition = revise(item, by=cast.clerk)
    assert edition.part.key == "gaoling"
    assert edition.part.meant_for == ["very-old"]
    for name in ROWS:
        assert _plain(item.live, name)
        assert _plain(edition, name) == _plain(item.live, name)


def test_what_a_revision_changes_is_public_only_with_it(cast: Cast) -> None:
    item = published(cast.town, by=cast.officer)
    edition = _revised(cast, item)
    Standard.objects.filter(edition=edition).delete()
    give_standards(edition, {"80—89周岁": (("70", "2026-01-01", None),)})
    assert item.live.part.standard_rows[-1].amount == 600
    item = through(Edition.objects.get(pk=edition.pk), cast)
    assert [row.amount for row in item.live.part.standard_rows] == [70]
    assert item.editions.get(number=1).standards.count() == 4


def test_reviewers_see_which_standard_changes(cast: Cast) -> None:
    item = published(cast.town, by=cast.officer)
    edition = _revised(cast, item)
    row = edition.standards.get(amount=60)
    row.amount = 65
    row.save()
    told = dict.fromkeys(text for place, text in edition.part.sections() if place == "标准")
    assert any(text.startswith("80—89周岁 65 元/人·月，2026-10-01 起") for text in told)


def test_a_new_item_from_an_old_one_needs_a_key_of_its_own(cast: Cast) -> None:
    copy = copy_as_draft(published(cast.town, by=cast.officer), by=cast.clerk)
    assert copy.standards.count() == 4
    assert "标识“gaoling”已是另一个惠民项目的，请换一个。" in hindrances(copy)


def test_the_digest_is_the_same_on_every_day(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = published(cast.town, by=cast.officer).live
    before = digest_of(edition)
    monkeypatch.setattr(clock, "today", lambda: date(2031, 1, 1))
    assert digest_of(Edition.objects.get(pk=edition.pk)) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda edition: edition.standards.update(amount=1),
        lambda edition: edition.check_answers.update(remark="别的"),
        lambda edition: edition.bases.update(name="别的"),
        lambda edition: Programme.objects.filter(edition=edition).update(who="别的"),
    ],
)
def test_the_digest_knows_every_row(cast: Cast, change: Callable[[Edition], None]) -> None:
    edition = published(cast.town, by=cast.officer).live
    before = digest_of(edition)
    change(edition)
    assert digest_of(Edition.objects.get(pk=edition.pk)) != before


def test_a_mobile_number_in_a_row_is_found(cast: Cast) -> None:
    edition = drafted(cast.town, by=cast.clerk)
    edition.programme_steps.update(what="打13900001234")
    with pytest.raises(CannotMove, match="手机"):
        through(Edition.objects.get(pk=edition.pk), cast)


def _revised(cast: Cast, item: Disclosure) -> Edition:
    edition = revise(item, by=cast.clerk)
    edition.change_note = "调整标准"
    return save_draft(edition, by=cast.clerk)
