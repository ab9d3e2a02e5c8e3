"""Asking our own site for a page, from within: the same application, the same rules, no network."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import unquote_to_bytes
from wsgiref.util import setup_testing_defaults

from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections as _drop

LONGEST = 5_000_000  # of a page; a file is only opened, not read
ASKED_BY = "inspection"


@dataclass(frozen=True)
class Answer:
    status: int
    media_type: str
    text: str = field(repr=False, default="")

    @property
    def fine(self) -> bool:
        """Answered, moved, or held back for a reason that isn't a fault (too many requests)."""
        return self.status < 400 or self.status == 429


class Site:
    """The site of one township, asked under the host name `host`."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.application: Callable[..., Iterable[bytes]] = get_wsgi_application()

    def ask(self, path: str) -> Answer:
        """GET `path` (with its query, no fragment) as a reader without cookies would."""
        told: list[tuple[int, str]] = []

        def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> None:
            names = {name.lower(): value for name, value in headers}
            told.append((int(status[:3]), names.get("content-type", "")))

        with _connection_kept():
            body = self.application(self._environ(path), start_response)
            try:
                status, media_type = told[0]
                read = media_type.startswith(("text/html", "application/xml"))
                text = _read(body) if read else ""
            finally:
                close = getattr(body, "close", None)
                if close:
                    close()
        return Answer(status, media_type.partition(";")[0], text)

    def _environ(self, path: str) -> dict[str, object]:
        before, _, query = path.partition("?")
        environ: dict[str, object] = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": unquote_to_bytes(before).decode("latin-1"),
            "QUERY_STRING": query,
            "HTTP_HOST": self.host,
            "HTTP_X_FORWARDED_PROTO": "https",
            "HTTP_USER_AGENT": ASKED_BY,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": "https",
            "wsgi.input": BytesIO(),
        }
        setup_testing_defaults(environ)
        return environ


@contextmanager
def _connection_kept() -> Iterator[None]:
    """A request from within leaves the database connection of whoever asks: at a request's start
    and end Django drops one that is in a transaction."""
    kept = [one for one in (request_started, request_finished) if one.disconnect(_drop)]
    try:
        yield
    finally:
        for signal in kept:
            signal.connect(_drop)


def _read(body: Iterable[bytes]) -> str:
    data = b""
    for piece in body:
        data += piece
        if len(data) > LONGEST:
            break
    return data.decode("utf-8", "replace")
