"""Backup and restore as an operator runs them, on SQLite."""

import os
import sqlite3
import subprocess
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An installation's data folder with one row and one file."""
    folder = tmp_path / "data"
    (folder / "files" / "1").mkdir(parents=True)
    (folder / "files" / "1" / "list").write_bytes(b"names")
    _write(folder, "before")
    return folder


def _write(folder: Path, word: str) -> None:
    with sqlite3.connect(folder / "db.sqlite3") as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE IF NOT EXISTS words (word TEXT)")
        connection.execute("INSERT INTO words VALUES (?)", [word])
    connection.close()


def _words(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "db.sqlite3") as connection:
        found = [word for (word,) in connection.execute("SELECT word FROM words")]
    connection.close()
    return found


def _call(data: Path, program: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    env = {"PATH": os.environ["PATH"], "DATA_DIR": str(data)}
    command = [str(ROOT / "deploy" / program), *map(str, arguments)]
    return subprocess.run(command, env=env, capture_output=True, text=True)


def _archive(data: Path) -> Path:
    folder = data.parent / "backups"
    assert _call(data, "backup", folder).returncode == 0
    return next(folder.glob("*.tar.gz"))


def test_a_backup_is_put_back_elsewhere(data: Path, tmp_path: Path) -> None:
    archive, fresh = _archive(data), tmp_path / "fresh"
    assert _call(fresh, "restore", archive).returncode == 0
    assert _words(fresh) == ["before"]
    assert (fresh / "files" / "1" / "list").read_bytes() == b"names"


def test_it_refuses_to_overwrite(data: Path) -> None:
    archive = _archive(data)
    done = _call(data, "restore", archive)
    assert done.returncode == 1
    assert "--force" in done.stderr


def test_forced_it_replaces_and_sets_the_old_aside(data: Path) -> None:
    archive = _archive(data)
    _write(data, "after")
    assert _call(data, "restore", archive, "--force").returncode == 0
    assert _words(data) == ["before"]
    assert len(list(data.glob("db.sqlite3.before-*"))) == 1
    assert len(list(data.glob("files.before-*"))) == 1


def test_a_damaged_archive_is_refused(data: Path, tmp_path: Path) -> None:
    archive = _archive(data)
    with archive.open("r+b") as stream:
        stream.seek(40)
        stream.write(b"\0\0\0\0")
    done = _call(tmp_path / "fresh", "restore", archive)
    assert done.returncode == 1
    assert "damaged" in done.stderr


def test_an_archive_for_the_other_database_is_refused(data: Path) -> None:
    archive = _archive(data)
    env = {"PATH": os.environ["PATH"], "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    command = [str(ROOT / "deploy" / "restore"), str(archive)]
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    assert done.returncode == 1
    assert "sqlite" in done.stderr


def test_what_is_written_meanwhile_does_not_harm_the_copy(data: Path) -> None:
    open_connection = sqlite3.connect(data / "db.sqlite3")
    open_connection.execute("INSERT INTO words VALUES ('not committed')")
    archive = _archive(data)
    open_connection.close()
    with tarfile.open(archive) as tar:
        assert {"manifest.json", "database.sqlite3"} <= set(tar.getnames())


def test_only_the_newest_are_kept(data: Path) -> None:
    folder = data.parent / "backups"
    folder.mkdir()
    for day in range(1, 5):
        name = f"sunshine-2026010{day}-020000.tar.gz"
        (folder / name).touch()
        (folder / f"{name}.sha256").touch()
    _call(data, "backup", folder, "--keep", 2)
    assert len(list(folder.glob("*.tar.gz"))) == len(list(folder.glob("*.sha256"))) == 2


def test_archives_are_for_their_owner_alone(data: Path) -> None:
    assert _archive(data).stat().st_mode & 0o077 == 0
