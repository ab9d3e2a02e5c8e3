"""What must hold of a whole programme in the workbook: its standards and its check."""

from collections.abc import Iterable
from typing import Any

from disclosures.programmes.book import CHECK, STANDARDS, ReadProgramme
from disclosures.programmes.eligibility import Ask, flaws
from disclosures.programmes.missing import of_standards
from disclosures.programmes.reading import Reading
from disclosures.programmes.rows import CheckAnswer, Standard, choices_of


def verify(programmes: Iterable[ReadProgramme], reading: Reading) -> None:
    for one in programmes:
        title = one.edition["title"]
        standards = [Standard(**fields) for fields in one.rows.get(STANDARDS, [])]
        for sentence in of_standards(standards):
            reading.wrong(STANDARDS, 0, "", f"“{title}”：{sentence}")
        for sentence in flaws(asks_in(one.rows)):
            reading.wrong(CHECK, 0, "", f"“{title}”：{sentence}")


def asks_in(rows: dict[str, list[dict[str, Any]]]) -> list[Ask]:
    """The check as the workbook has it; answers of a question that isn't there lead nowhere."""
    answers: dict[int, list[CheckAnswer]] = {}
    for fields in rows.get("answers", []):
        answers.setdefault(fields["number"], []).append(CheckAnswer(**fields))
    asks = rows.get("questions", [])
    return [
        Ask(one["number"], one["text"], one["hint"], choices_of(answers.get(one["number"], [])))
        for one in asks
    ]
