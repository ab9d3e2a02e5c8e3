"""What each database finds words by: GIN over the vectors on PostgreSQL, FTS5 on SQLite."""

from django.db import migrations

POSTGRESQL = (
    "CREATE INDEX search_title_words ON search_searchdocument USING gin (title_vector)"
    " WITH (fastupdate = off)",
    "CREATE INDEX search_all_words ON search_searchdocument USING gin (vector)"
    " WITH (fastupdate = off)",
    # the planner must know that common words are common
    "ALTER TABLE search_searchdocument ALTER COLUMN vector SET STATISTICS 1000",
    "ALTER TABLE search_searchdocument ALTER COLUMN title_vector SET STATISTICS 1000",
)
SQLITE = (
    "CREATE VIRTUAL TABLE search_words USING fts5"
    "(title, everything, tokenize = \"unicode61 remove_diacritics 0\")",
)


def forwards(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for sentence in POSTGRESQL if vendor == "postgresql" else SQLITE:
        schema_editor.execute(sentence)


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX search_title_words")
        schema_editor.execute("DROP INDEX search_all_words")
    else:
        schema_editor.execute("DROP TABLE search_words")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_words")]

    operations = [migrations.RunPython(forwards, backwards)]
