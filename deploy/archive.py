"""Backups: one checksummed archive with the database and the uploaded files.

Standard library only, and pg_dump and pg_restore for PostgreSQL. What is read from the environment
is what portal/settings.py reads: DATABASE_URL and DATA_DIR.
"""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
MANIFEST, SQLITE, DUMP, FILES = "manifest.json", "database.sqlite3", "database.dump", "files"
EMPTY = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"


class Refused(Exception):
    """It was not done; the message says why and what to do."""


@dataclass(frozen=True)
class Installation:
    """What is backed up: a database and a folder of files."""

    database: str  # a libpq address, or "" for SQLite
    sqlite: Path
    files: Path

    @property
    def kind(self) -> str:
        return "postgresql" if self.database else "sqlite"


def installation() -> Installation:
    data = Path(os.environ.get("DATA_DIR") or ROOT / "var")
    address = os.environ.get("DATABASE_URL", "")
    scheme, _, rest = address.partition("://")
    if scheme.startswith(("postgres", "psql", "pgsql")):
        return Installation(f"postgresql://{rest}", data / "db.sqlite3", data / "files")
    sqlite = Path(rest.removeprefix("/")) if scheme == "sqlite" and rest else data / "db.sqlite3"
    return Installation("", sqlite if sqlite.is_absolute() else ROOT / sqlite, data / "files")


def backup(folder: Path, *, keep: int = 0) -> Path:
    """Write a new archive to `folder`; with `keep`, drop all but the newest so many."""
    here = installation()
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / f"sunshine-{time.strftime('%Y%m%d-%H%M%S')}.tar.gz"
    draft = archive.with_suffix(".part")
    with tempfile.TemporaryDirectory(dir=folder, prefix=".backup-") as work:
        database = _dump(here, Path(work))
        manifest = Path(work) / MANIFEST
        manifest.write_text(json.dumps({"kind": here.kind, "made_at": time.strftime("%FT%T%z")}))
        draft.touch(mode=0o600)
        with tarfile.open(draft, mode="w:gz", compresslevel=6) as tar:
            tar.add(manifest, MANIFEST)
            tar.add(database, database.name)
            if here.files.is_dir():
                tar.add(here.files, FILES)
    _sum_of(archive).write_text(f"{_digest(draft)}  {archive.name}\n")
    draft.replace(archive)
    if keep:
        _drop_old(folder, keep)
    return archive


def restore(archive: Path, *, force: bool = False) -> str:
    """Put the archive's database and files in place; the kind of database."""
    _verify(archive)
    here = installation()
    with tempfile.TemporaryDirectory(prefix="sunshine-restore-", dir=archive.parent) as work:
        with tarfile.open(archive) as tar:
            _unpack(tar, Path(work))
        manifest = json.loads((Path(work) / MANIFEST).read_text())
        if manifest["kind"] != here.kind:
            raise Refused(
                f"The archive holds a {manifest['kind']} database, DATABASE_URL names {here.kind}."
            )
        if not force:
            _require_empty(here)
        _load(here, Path(work))
        _put_files(here, Path(work) / FILES)
    return here.kind


def _dump(here: Installation, work: Path) -> Path:
    if here.database:
        _call("pg_dump", "--format=custom", "--no-owner", "--no-privileges",
              f"--file={work / DUMP}", f"--dbname={here.database}")  # fmt: skip
        return work / DUMP
    if not here.sqlite.exists():
        raise Refused(f"There is no database at {here.sqlite}.")
    source, target = sqlite3.connect(here.sqlite), sqlite3.connect(work / SQLITE)
    with contextlib.closing(source), contextlib.closing(target):
        source.backup(target)
    return work / SQLITE


def _load(here: Installation, work: Path) -> None:
    if here.database:
        _call("pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges",
              "--single-transaction", f"--dbname={here.database}", str(work / DUMP))  # fmt: skip
        return
    here.sqlite.parent.mkdir(parents=True, exist_ok=True)
    for suffix in ("", "-wal", "-shm"):
        _set_aside(Path(f"{here.sqlite}{suffix}"))
    shutil.move(work / SQLITE, here.sqlite)


def _put_files(here: Installation, found: Path) -> None:
    _set_aside(here.files)
    if found.is_dir():
        shutil.move(found, here.files)


def _require_empty(here: Installation) -> None:
    if here.database:
        filled = _call("psql", "--tuples-only", "--no-align", here.database, "-c", EMPTY) != "0"
    else:
        filled = here.sqlite.exists()
    if filled or (here.files.is_dir() and any(here.files.iterdir())):
        raise Refused(
            "There is a database or there are files already. Stop the service, and give --force "
            "to replace them (SQLite and files are set aside, PostgreSQL is overwritten)."
        )


def _set_aside(path: Path) -> None:
    """Keep what stood there under another name: a restore can be undone by hand."""
    if path.exists():
        path.rename(f"{path}.before-{time.strftime('%Y%m%d-%H%M%S')}")


def _unpack(tar: tarfile.TarFile, work: Path) -> None:
    """Plain files and folders below `work` only, whatever the archive says."""
    for member in _plain_members(tar):
        target = work / member.name
        if member.isdir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        source = tar.extractfile(member)
        with target.open("wb") as stream:
            shutil.copyfileobj(source, stream)  # type: ignore[arg-type]


def _plain_members(tar: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    for member in tar:
        path = PurePosixPath(member.name)
        if path.is_absolute() or ".." in path.parts or not (member.isfile() or member.isdir()):
            raise Refused(f"The archive holds something that no backup has: {member.name}")
        yield member


def _verify(archive: Path) -> None:
    if not archive.is_file():
        raise Refused(f"There is no archive {archive}.")
    stated = _sum_of(archive)
    if not stated.is_file():
        raise Refused(f"The checksum {stated.name} is missing beside the archive.")
    if stated.read_text().split()[0] != _digest(archive):
        raise Refused(f"{archive.name} is damaged: its checksum differs from {stated.name}.")


def _sum_of(archive: Path) -> Path:
    return archive.with_name(f"{archive.name}.sha256")


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _drop_old(folder: Path, keep: int) -> None:
    for old in sorted(folder.glob("sunshine-*.tar.gz"))[:-keep]:
        _sum_of(old).unlink(missing_ok=True)
        old.unlink()


def _call(program: str, *arguments: str) -> str:
    if shutil.which(program) is None:
        raise Refused(f"{program} is not installed: apt install postgresql-client")
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode:
        raise Refused(f"{program} failed: {done.stderr.strip()}")
    return done.stdout.strip()
