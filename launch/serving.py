"""gunicorn's settings under ./run. Production has its own: deploy/gunicorn.conf.py."""

from typing import Any

from launch.say import say

workers = 2
threads = 4
preload_app = True
loglevel = "warning"
graceful_timeout = 5
control_socket_disable = True


def when_ready(server: Any) -> None:
    say("已启动，按 Ctrl-C 停止")


def on_exit(server: Any) -> None:
    say("已停止")
