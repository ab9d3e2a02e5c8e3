"""var/: everything that is not code, and the key that signs sessions."""

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator

from launch.places import DATA
from launch.say import Stop, say


def ensure_secret_key() -> None:
    """A random key of this installation, readable by its owner only; kept once made."""
    DATA.mkdir(parents=True, exist_ok=True)
    kept = DATA / "secret_key"
    if os.environ.get("SECRET_KEY") or (kept.exists() and kept.read_text().strip()):
        return
    draft = DATA / "secret_key.new"
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        stream.write(secrets.token_urlsafe(60) + "\n")
    draft.replace(kept)
    say("生成密钥 var/secret_key")


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two starts at once must not make the same database twice."""
    DATA.mkdir(parents=True, exist_ok=True)
    with (DATA / "starting.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as held:
            raise Stop("另一个 ./run 正在准备数据，请等它完成。") from held
        yield
