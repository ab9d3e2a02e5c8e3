"""The two databases behind one question: which documents hold these words.

A question is a list of groups; every group must be met by one of its words. A word of several
tokens (最低生活保障 holds 最低, 生活 and 保障) asks for all of them. Both databases are given the
same tokens and asked the same question, so they find the same documents.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models
from django.db.models.expressions import RawSQL

Groups = Sequence[Sequence[Sequence[str]]]  # groups of words of tokens


def store(key: int, title: Sequence[str], everything: Sequence[str]) -> None:
    """Keep the tokens of the document with this primary key."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "UPDATE search_searchdocument SET title_vector = array_to_tsvector(%s::text[]),"
                " vector = array_to_tsvector(%s::text[]) WHERE id = %s",
                [sorted(set(title)), sorted(set(everything)), key],
            )
        else:
            cursor.execute("DELETE FROM search_words WHERE rowid = %s", [key])
            cursor.execute(
                "INSERT INTO search_words (rowid, title, everything) VALUES (%s, %s, %s)",
                [key, " ".join(dict.fromkeys(title)), " ".join(dict.fromkeys(everything))],
            )


def forget(keys: Iterable[int]) -> None:
    """Drop the tokens of documents that go; PostgreSQL keeps them in the row itself."""
    if connection.vendor == "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [[key] for key in keys])


def holding(documents: Any, groups: Groups, *, in_title: bool) -> Any:
    """Those of `documents` that hold every group, in the title or anywhere."""
    if connection.vendor == "postgresql":
        column = "title_vector" if in_title else "vector"
        told, asked = f'"search_searchdocument"."{column}" @@ %s::tsquery', _tsquery(groups)
    else:
        column = "title" if in_title else "everything"
        words = "SELECT rowid FROM search_words WHERE search_words MATCH %s"
        told, asked = f'"search_searchdocument"."id" IN ({words})', f"{column} : ({_match(groups)})"
    return documents.filter(RawSQL(told, [asked], output_field=models.BooleanField()))


def _tsquery(groups: Groups) -> str:
    """('低保') & ('最低' & '生活' & '保障' | '三公')."""
    return " & ".join(
        "(" + " | ".join("(" + " & ".join(map(_lexeme, word)) + ")" for word in group) + ")"
        for group in groups
    )


def _lexeme(token: str) -> str:
    quoted = token.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}'"


def _match(groups: Groups) -> str:
    return " AND ".join(
        "(" + " OR ".join("(" + " AND ".join(map(_quoted, word)) + ")" for word in group) + ")"
        for group in groups
    )


def _quoted(token: str) -> str:
    return '"' + token.replace('"', '""') + '"'
