"""Published questions as the search finds them."""

from disclosures.questions.models import Question
from portal.search.index import Document, put, remove
from portal.search.models import SearchDocument

KIND = SearchDocument.Kind.QUESTION


def put_question(question: Question) -> None:
    assert question.published_at is not None
    document = Document(
        kind=KIND,
        key=str(question.pk),
        title=question.title,
        url=question.get_absolute_url(),
        published_at=question.published_at,
        text=f"{question.asked}\n{question.whole_answer}",
        organisation_id=question.assigned_to_id,
        category=question.category,
        year=question.published_at.year,
    )
    put(question.township, document)


def remove_question(question: Question) -> None:
    remove(question.township, KIND, [str(question.pk)])
