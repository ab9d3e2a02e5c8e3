"""A PostgreSQL for the tests: the one that was named, or a private one that ends with them."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from launch.places import PYTHON
from launch.port import HOST, free_port

USER = "sunshine"
# nothing here must survive a power cut
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "listen_addresses": HOST,
}
CONNECT = "import os, psycopg2; psycopg2.connect(os.environ['URL'], connect_timeout=5).close()"


class NoServer(Exception):
    """There is no PostgreSQL to test on; the message says why."""


@contextlib.contextmanager
def server(environment: Mapping[str, str]) -> Iterator[str]:
    """The address of a PostgreSQL where test databases may be made. Raises NoServer."""
    named = environment.get("TEST_DATABASE_URL") or environment.get("DATABASE_URL", "")
    if named.startswith(("postgres", "psql")):
        _require_answer(named)
        yield named
        return
    programs = find_programs()
    if programs is None:
        raise NoServer("没有找到 initdb。请安装：apt install postgresql，或给出 TEST_DATABASE_URL")
    with tempfile.TemporaryDirectory(prefix="sunshine-pg-", dir="/tmp") as folder:
        yield from _private(programs, Path(folder))


def find_programs() -> Path | None:
    """The folder with initdb and pg_ctl: Debian's newest, else from PATH."""
    places = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if places:
        return max(places, key=lambda path: float(path.parent.name))
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def _private(programs: Path, folder: Path) -> Iterator[str]:
    person = _unprivileged()
    if person:
        os.chown(folder, person["user"], person["group"])
    data, port = folder / "data", free_port()
    _call(person, [programs / "initdb", "-D", data, "-U", USER, "-A", "trust"], folder)
    settings = SETTINGS | {"port": str(port), "unix_socket_directories": str(folder)}
    with (data / "postgresql.conf").open("a") as stream:
        stream.writelines(f"{name} = '{value}'\n" for name, value in settings.items())
    control = (programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log")
    _call(person, [*control, "start"], folder)
    try:
        yield f"postgres://{USER}@{HOST}:{port}/postgres"
    finally:
        _call(person, [*control, "-m", "immediate", "stop"], folder)


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses root: whom to be instead. Empty when we aren't root."""
    if os.geteuid():
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _call(person: dict[str, Any], command: Sequence[Path | str], folder: Path) -> None:
    initdb = ["--encoding=UTF8", "--locale=C.UTF-8"] if "initdb" in str(command[0]) else []
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    with (folder / "calls").open("a") as told:
        done = subprocess.run(
            [*command, *initdb], cwd=folder, env=env, stdout=told, stderr=told, **person
        )
    if done.returncode:
        lines = (folder / "calls").read_text().strip().splitlines()
        raise NoServer(f"PostgreSQL 起不来：{lines[-1] if lines else done.returncode}")


def _require_answer(address: str) -> None:
    command = [str(PYTHON), "-c", CONNECT]
    env = {**os.environ, "URL": address}
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise NoServer(f"连不上给出的 PostgreSQL：{lines[-1] if lines else ''}")
