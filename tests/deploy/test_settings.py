"""What an operator reads fits what the code does."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = re.compile(r"\benv(?:\.\w+)?\(\s*\"([A-Z][A-Z_0-9]+)\"")


def test_every_variable_is_explained_to_operators() -> None:
    read = set(NAMES.findall((ROOT / "portal/settings.py").read_text()))
    explained = (ROOT / "deploy/env.example").read_text()
    assert [name for name in sorted(read) if not re.search(rf"^#?{name}=", explained, re.M)] == []


@pytest.mark.parametrize(
    ("given", "address"),
    [({"HTTP_X_REAL_IP": "198.51.100.7"}, "198.51.100.7"), ({}, "")],
    ids=["through nginx", "without"],
)
def test_limits_count_the_readers_address(given: dict[str, str], address: str) -> None:
    configuration = runpy.run_path(str(ROOT / "deploy/gunicorn.conf.py"))
    wrapped = configuration["with_the_readers_address"](
        lambda environ, start_response: environ["REMOTE_ADDR"]
    )
    assert wrapped({"REMOTE_ADDR": "", **given}, None) == address


def test_both_locks_name_the_same_versions() -> None:
    pins = [
        set(re.findall(r"^(\S+==\S+)", (ROOT / name).read_text(), re.M))
        for name in ("requirements.txt", "requirements-dev.txt")
    ]
    assert pins[0] - pins[1] == set()
