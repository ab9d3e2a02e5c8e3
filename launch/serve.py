"""./run: install, make the database, load, serve."""

import argparse
import os
import subprocess
import sys

from launch.data import ensure_secret_key, one_at_a_time
from launch.places import PYTHON, ROOT
from launch.port import HOST, require_free
from launch.say import Stop, plain, say
from launch.venv import ensure_installed


def options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./run",
        description="启动阳光镇务；./run tests 运行全部测试；./run check 只做静态检查。",
    )
    parser.add_argument("--port", type=int, default=8000, help="端口，默认 8000")
    parser.add_argument("--no-demo", action="store_true", help="不载入示例乡镇")
    parser.add_argument("--no-serve", action="store_true", help="只准备，不启动服务")
    return parser.parse_args(arguments)


def serve(arguments: list[str]) -> int:
    chosen = options(arguments)
    if not chosen.no_serve:
        require_free(chosen.port)
    with one_at_a_time():
        ensure_installed()
        ensure_secret_key()
        _prepare(demo=not chosen.no_demo)
    address = f"http://{HOST}:{chosen.port}/"
    if chosen.no_serve:
        say("准备完毕，没有启动服务（--no-serve）")
        return 0
    require_free(chosen.port)
    plain(f"\n  网站：{address}\n  后台：{address}admin/\n")
    _become_server(chosen.port)
    return 0


def _prepare(*, demo: bool) -> None:
    command = [str(PYTHON), "-m", "launch.prepare", *([] if demo else ["--no-demo"])]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"})
    if done.returncode:
        raise Stop("没有准备好，原因见上。改好后再运行一次 ./run 即可，已完成的部分不会重做。")


def _become_server(port: int) -> None:
    """Replace this process by gunicorn, so that Ctrl-C and stop signals reach it directly."""
    sys.stdout.flush()
    os.chdir(ROOT)
    command = [str(PYTHON), "-m", "gunicorn", "--config", "python:launch.serving"]
    command += ["--bind", f"{HOST}:{port}", "portal.wsgi:application"]
    os.execv(command[0], command)
