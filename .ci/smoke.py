"""A fresh clone, started twice as a newcomer would: it answers, stops, and is quick again."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST, SECOND, STOPPING = 420, 30, 20  # seconds allowed
FEWEST_FOUND = 500
INHERITED = ("DATABASE_URL", "TEST_DATABASE_URL", "DATA_DIR", "SECRET_KEY", "PRODUCTION", "DEBUG")
INHERITED += ("SEAL_KEYS",)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="sunshine-smoke-") as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        first, found = start_look_stop(clone, FIRST)
        second, again = start_look_stop(clone, SECOND)
        sys.stdout.write(f"first start: {first:.1f} s, second: {second:.1f} s\n")
        if found != again or found < FEWEST_FOUND:
            raise SystemExit(f"the demo isn't whole, or loaded twice: {found}, then {again} found")
    return 0


def start_look_stop(clone: Path, allowed: float) -> tuple[float, int]:
    """Seconds from the command to a healthy portal, and how much is found in it."""
    port, log = free_port(), clone.parent / "log"
    env = {name: value for name, value in os.environ.items() if name not in INHERITED}
    began = time.monotonic()
    with log.open("w") as stream:
        process = subprocess.Popen(
            ["./run", "--port", str(port)], cwd=clone, env=env, stdout=stream, stderr=stream
        )
    try:
        wait_until_healthy(process, port, allowed, log)
        took = time.monotonic() - began
        found = look(port)
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(STOPPING)
    if code:
        fail(log, f"./run ended with {code} after Ctrl-C")
    return took, found


def wait_until_healthy(process: subprocess.Popen, port: int, allowed: float, log: Path) -> None:
    end = time.monotonic() + allowed
    while time.monotonic() < end:
        if process.poll() is not None:
            fail(log, f"./run ended with {process.returncode}")
        try:
            if json.loads(page(port, "/healthz"))["ok"]:
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    fail(log, f"not healthy after {allowed} seconds")


def look(port: int) -> int:
    """The pages hold what they are for; how many records a word finds."""
    for path, words in {
        "/": "政务公开",
        "/disclosures/": "索引号",
        "/admin/login/": "登录",
    }.items():
        if words not in page(port, path):
            raise SystemExit(f"{path} lacks {words}")
    return json.loads(page(port, "/search/?q=%E9%9D%92%E7%A6%BE&format=json"))["count"]  # 青禾


def page(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        return answer.read().decode()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fail(log: Path, why: str) -> None:
    sys.stderr.write(log.read_text())
    raise SystemExit(why)


if __name__ == "__main__":
    sys.exit(main())
