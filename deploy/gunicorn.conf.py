"""gunicorn in production, behind nginx. Read by deploy/sunshine.service."""

import os
from collections.abc import Callable, Iterable
from typing import Any

# nginx is the only one who reaches this socket
bind = os.environ.get("BIND", "unix:/run/sunshine/gunicorn.sock")
umask = 0o007
workers = int(os.environ.get("WEB_WORKERS", "3"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
timeout = 60
graceful_timeout = 30
# a leak somewhere never grows for weeks
max_requests = 5000
max_requests_jitter = 500
# heartbeats must not wait for a slow disk
worker_tmp_dir = "/dev/shm"
accesslog = None
errorlog = "-"
control_socket_disable = True
forwarded_allow_ips = "*"


def post_worker_init(worker: Any) -> None:
    worker.wsgi = with_the_readers_address(worker.wsgi)


def with_the_readers_address(application: Callable[..., Iterable[bytes]]) -> Callable[..., Any]:
    """Lockouts and limits count by address: take the one nginx saw, not nginx's own.

    Safe because nginx always sets X-Real-IP itself and nobody else reaches the socket.
    """

    def called(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if address := environ.get("HTTP_X_REAL_IP"):
            environ["REMOTE_ADDR"] = address
        return application(environ, start_response)

    return called
