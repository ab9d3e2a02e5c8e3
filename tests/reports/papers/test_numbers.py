import pytest

from portal.reports.papers.numbers import numeral


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_numbers_are_said_as_in_public_documents(number: int, said: str) -> None:
    assert numeral(number) == said
