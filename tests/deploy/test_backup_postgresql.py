"""Backup and restore as an operator runs them, on PostgreSQL."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]

Done = subprocess.CompletedProcess[str]

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL is dumped so"),
]


def _address(name: str) -> str:
    given = connection.settings_dict
    secret = f":{given['PASSWORD']}" if given["PASSWORD"] else ""
    return f"postgres://{given['USER']}{secret}@{given['HOST']}:{given['PORT']}/{name}"


def _ask(name: str, sentence: str) -> list[Any]:
    with psycopg2.connect(_address(name)) as link:
        link.autocommit = True
        cursor = link.cursor()
        cursor.execute(sentence)
        found = cursor.fetchall() if cursor.description else []
    link.close()
    return found


@pytest.fixture
def databases() -> Iterator[tuple[str, str]]:
    """Two databases of our own: one with a row, one empty."""
    names = (f"backup_source_{os.getpid()}", f"backup_target_{os.getpid()}")
    for name in names:
        _make(f'CREATE DATABASE "{name}"')
    _ask(names[0], "CREATE TABLE words (word text); INSERT INTO words VALUES ('before')")
    yield names
    for name in names:
        _make(f'DROP DATABASE "{name}"')


def _make(sentence: str) -> None:
    """CREATE DATABASE can't stand in a transaction, so not through psycopg2's `with`."""
    link = psycopg2.connect(_address("postgres"))
    link.autocommit = True
    link.cursor().execute(sentence)
    link.close()


def _call(program: str, name: str, data: Path, *given: object) -> Done:
    env = {"PATH": os.environ["PATH"], "DATA_DIR": str(data), "DATABASE_URL": _address(name)}
    command = [str(ROOT / "deploy" / program), *map(str, given)]
    return subprocess.run(command, env=env, capture_output=True, text=True)


def _archive(name: str, tmp_path: Path) -> Path:
    files = tmp_path / "data" / "files"
    files.mkdir(parents=True)
    (files / "list").write_bytes(b"names")
    done = _call("backup", name, tmp_path / "data", tmp_path / "backups")
    assert done.returncode == 0, done.stderr
    return next((tmp_path / "backups").glob("*.tar.gz"))


def test_a_backup_is_put_back_elsewhere(databases: tuple[str, str], tmp_path: Path) -> None:
    source, target = databases
    archive = _archive(source, tmp_path)
    done = _call("restore", target, tmp_path / "fresh", archive)
    assert done.returncode == 0, done.stderr
    assert _ask(target, "SELECT word FROM words") == [("before",)]
    assert (tmp_path / "fresh" / "files" / "list").read_bytes() == b"names"


def test_it_refuses_to_overwrite_unless_forced(databases: tuple[str, str], tmp_path: Path) -> None:
    source, _ = databases
    archive = _archive(source, tmp_path)
    _ask(source, "INSERT INTO words VALUES ('after')")
    assert _call("restore", source, tmp_path / "fresh", archive).returncode == 1
    assert _call("restore", source, tmp_path / "fresh", archive, "--force").returncode == 0
    assert _ask(source, "SELECT word FROM words") == [("before",)]
