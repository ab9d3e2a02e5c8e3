"""Whether the address can be served on."""

import errno
import socket

from launch.say import Stop

HOST = "127.0.0.1"


def require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as failure:
            raise Stop(_why(failure, port)) from failure


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _why(failure: OSError, port: int) -> str:
    if failure.errno == errno.EADDRINUSE:
        return f"端口 {port} 已被别的程序占用。换一个端口：./run --port {port + 1}"
    return f"不能使用端口 {port}：{failure.strerror}。换一个端口：./run --port 8001"
