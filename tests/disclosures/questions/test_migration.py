"""Reports that came in before there were questions are still there after migrating."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BEFORE, AFTER = "0009", "0010"
CODE = "11341702486344515H"


@pytest.fixture
def migrate(tmp_path: Path) -> object:
    """Moves a database of its own to a migration of the disclosures, in another process."""
    given = {"DATA_DIR": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}"}

    def to(number: str) -> None:
        command = [sys.executable, "manage.py", "migrate", "disclosures", number, "-v0"]
        subprocess.run(command, cwd=ROOT, env={**os.environ, **given}, check=True)  # noqa: S603

    return to


def insert(database: sqlite3.Connection, table: str, **fields: object) -> int:
    """A row with these fields; whatever else the table demands is empty."""
    columns = database.execute(f"PRAGMA table_info({table})").fetchall()
    demanded = {name: "" for _, name, _, notnull, _, key in columns if notnull and not key}
    row = demanded | fields
    names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    return database.execute(sql, list(row.values())).lastrowid or 0


def plant(path: Path) -> tuple[int, int, int]:
    with sqlite3.connect(path) as database:
        town = insert(database, "core_township", name="阳光镇", slug="town", credit_code=CODE)
        place = {"township_id": town, "name": "水利站", "slug": "water", "position": 1, "active": 1}
        office = insert(database, "core_organisation", **place)
        report = {"township_id": town, "page": "/offices/", "received_at": "2026-03-02 01:00:00"}
        keys = [
            insert(database, "disclosures_errorreport", message="没人管", **report),
            insert(
                database,
                "disclosures_errorreport",
                message="交办了",
                contact="0559-7000003",
                assigned_to_id=office,
                **report,
            ),
            insert(
                database,
                "disclosures_errorreport",
                message="办完了",
                outcome="已改正",
                assigned_to_id=office,
                closed_at="2026-03-04 02:00:00",
                **report,
            ),
        ]
        trail = {"township_id": town, "at": "2026-03-04 02:00:00", "act": "修改", "detail": "{}"}
        subject = {"subject_kind": "disclosures.errorreport", "subject_key": keys[2]}
        insert(database, "core_trailentry", **trail, **subject)
    return keys[0], keys[1], keys[2]


def test_every_report_becomes_a_question_in_its_state(migrate: object, tmp_path: Path) -> None:
    migrate(BEFORE)
    path = tmp_path / "db.sqlite3"
    keys = plant(path)
    migrate(AFTER)
    with sqlite3.connect(path) as database:
        rows = database.execute(
            "SELECT id, kind, message, state, contact, answer, answered_at, may_publish, due_on "
            "FROM disclosures_question ORDER BY id"
        ).fetchall()
        kinds = database.execute("SELECT DISTINCT subject_kind FROM core_trailentry").fetchall()
    assert rows == [
        (keys[0], "error", "没人管", "received", "", "", None, 0, None),
        (keys[1], "error", "交办了", "assigned", "0559-7000003", "", None, 0, None),
        (keys[2], "error", "办完了", "answered", "", "已改正", "2026-03-04 02:00:00", 0, None),
    ]
    assert kinds == [("disclosures.question",)]
