"""The virtual environment with the locked dependencies. Interrupted half-way, it is mended."""

import hashlib
import importlib.util
import json
import subprocess
import sys
from pathlib import Path

from launch.places import DEV_LOCK, LOCK, PYTHON, VENV
from launch.say import Stop, say

STAMP = VENV / "installed.json"


def ensure_installed(*, dev: bool = False) -> None:
    """Install the lock unless exactly this lock is installed. The dev lock holds the other."""
    wanted = {lock.name: _digest(lock) for lock in ((LOCK, DEV_LOCK) if dev else (LOCK,))}
    installed = _stamp()
    if PYTHON.exists() and wanted.items() <= installed.items():
        return
    _ensure_venv()
    lock = DEV_LOCK if dev else LOCK
    say(f"安装 {lock.name} 中的依赖（第一次约需一分钟）")
    _install(lock)
    STAMP.write_text(json.dumps({**installed, **wanted}))


def _ensure_venv() -> None:
    if _works():
        return
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop("这台机器的 Python 缺少 venv 模块。请先安装：apt install python3-venv")
    say("建立虚拟环境 .venv")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise Stop(f"建立 .venv 失败：{_last_line(done)}。请安装：apt install python3-venv")


def _works() -> bool:
    if not PYTHON.exists():
        return False
    return not subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode


def _install(lock: Path) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--no-input", "--require-hashes", "--requirement", str(lock)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise Stop("依赖没有装好，原因见上。请检查网络（或 pip 的镜像设置）后再运行一次。")


def _stamp() -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}
    return found


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _last_line(done: "subprocess.CompletedProcess[str]") -> str:
    lines = (done.stderr or done.stdout).strip().splitlines()
    return lines[-1] if lines else f"返回值 {done.returncode}"
