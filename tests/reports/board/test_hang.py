"""What hangs where: only what is public, once on a board, and down in time; proof in sight."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from disclosures.flow.refusal import CannotMove
from disclosures.flow.withdraw import withdraw
from disclosures.items.models import Disclosure
from portal.core import clock
from portal.core.staff.roles import Role
from portal.reports.board.hang import Hanging, hang, take_down
from portal.reports.board.keep_photo import keep_photo
from portal.reports.board.models import Board
from portal.reports.board.piles import piles_of
from portal.reports.board.short import code_of, read_code
from tests import factories
from tests.cast import Cast
from tests.reports.years import on
from tests.uploads import files

pytestmark = pytest.mark.django_db
DAY = date(2026, 4, 20)


@pytest.fixture
def item(cast: Cast) -> Disclosure:
    at = factories.moment("2026-04-20 09:00")
    return factories.published(cast.town, by=cast.officer, at=at, title="修路公告")


@pytest.fixture
def board(cast: Cast) -> Board:
    given = {"organisation": cast.village, "name": "村务公开栏", "address": "村口"}
    return Board.objects.create(township=cast.town, **given)


def asked(item: Disclosure, **given: object) -> Hanging:
    return Hanging("item", item.pk, **{"on": DAY, **given})


def test_a_posting_keeps_what_hung_from_when_and_until(
    cast: Cast, item: Disclosure, board: Board
) -> None:
    with on("2026-04-20"):
        posting = hang(board, asked(item, until=DAY + timedelta(days=7)), by=cast.officer)
        assert (posting.title, posting.hung_on, posting.hangs) == ("修路公告", DAY, True)
        assert len(posting.digest) == 64
        with pytest.raises(CannotMove, match="已经挂在"):
            hang(board, asked(item), by=cast.officer)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"on": date(2026, 4, 22)}, "还没有到"),
        ({"on": date(2026, 4, 19)}, "早于公开日期"),
        ({"until": date(2026, 4, 19)}, "不能早于张贴日期"),
    ],
)
def test_days_that_cannot_be_are_refused(
    cast: Cast, item: Disclosure, board: Board, given: dict[str, date], says: str
) -> None:
    with on("2026-04-20"), pytest.raises(CannotMove, match=says):
        hang(board, asked(item, **given), by=cast.officer)


def test_what_is_not_public_does_not_hang(cast: Cast, item: Disclosure, board: Board) -> None:
    withdraw(item, by=cast.officer, reason="有误")
    with on("2026-04-20"), pytest.raises(CannotMove, match="没有公开"):
        hang(board, asked(item), by=cast.officer)


def test_a_village_hangs_on_its_own_boards_alone(
    cast: Cast, item: Disclosure, board: Board
) -> None:
    neighbour = factories.organisation(cast.town, name="邻村")
    with on("2026-04-20"), pytest.raises(PermissionDenied):
        hang(board, asked(item), by=factories.staff(neighbour, Role.ACCOUNTANT))
    with on("2026-04-20"):
        assert hang(board, asked(item), by=factories.staff(cast.village, Role.ACCOUNTANT)).hangs


def test_what_must_come_down_today_waits_at_the_desk(
    cast: Cast, item: Disclosure, board: Board
) -> None:
    with on("2026-04-20"):
        posting = hang(board, asked(item, until=DAY + timedelta(days=2)), by=cast.officer)
        piles = piles_of(cast.officer, cast.town, clock.now())
        assert (piles.down, piles.unproven) == ([], [posting])
        keep_photo(posting, files.picture(form="JPEG"), "a.jpg", by=cast.officer)
        assert piles_of(cast.officer, cast.town, clock.now()).unproven == []
    told = {}
    for day in ("2026-04-22", "2026-04-25"):
        with on(day):
            told[day] = [one.why for one in piles_of(cast.officer, cast.town, clock.now()).down]
    assert told == {"2026-04-22": ["今天到期，下班前取下"], "2026-04-25": ["超期 3 天"]}
    with on("2026-04-25"):
        take_down(posting, date(2026, 4, 25), by=cast.officer)
        assert piles_of(cast.officer, cast.town, clock.now()).nothing


def test_what_was_withdrawn_must_come_down(cast: Cast, item: Disclosure, board: Board) -> None:
    with on("2026-04-20"):
        hang(board, asked(item), by=cast.officer)
        withdraw(item, by=cast.officer, reason="有误")
        piles = piles_of(cast.officer, cast.town, clock.now())
    assert [one.why for one in piles.down] == ["网上已撤下或不再公示"]


def test_proof_stands_on_the_page_of_the_item_and_the_boards_on_the_villages(
    cast: Cast, item: Disclosure, board: Board, client: Client
) -> None:
    with on("2026-04-20"):
        posting = hang(board, asked(item), by=cast.officer)
        photo = keep_photo(posting, files.picture(form="JPEG"), "a.jpg", by=cast.officer)
    page = client.get(item.get_absolute_url()).content.decode()
    assert "村务公开栏" in page
    assert f'src="{photo.get_absolute_url()}"' in page
    assert client.get(photo.get_absolute_url()).status_code == 200
    assert "村务公开栏" in client.get(cast.village.get_absolute_url()).content.decode()
    assert "修路公告" in client.get(board.get_absolute_url()).content.decode()
    withdraw(item, by=cast.officer, reason="有误")
    assert client.get(photo.get_absolute_url()).status_code == 404
    assert "修路公告" not in client.get(board.get_absolute_url()).content.decode()


def test_codes_on_paper_lead_back_and_forgive_lookalikes() -> None:
    for kind in ("item", "period", "warning", "board"):
        for key in (1, 31, 32, 98_765_432):
            assert read_code(code_of(kind, key)) == (kind, key)
    assert read_code("XO1") == read_code("x01") == ("item", 1)
    assert read_code("q1") is read_code("x") is read_code("x1/2") is None
