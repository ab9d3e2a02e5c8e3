"""Inside .venv, in one process: migrate, load, collect static files, give the first password."""

import hashlib
import io
import os
import sys
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import OperationalError

from launch.places import LOCK, ROOT
from launch.say import plain, say

ADMINISTRATOR = "admin"


class Lines(io.StringIO):
    """Says each whole line that a command writes, with the time."""

    def write(self, text: str) -> int:
        for line in text.splitlines():
            if line.strip():
                say(line.rstrip())
        return len(text)


def prepare(*, demo: bool) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    say(f"数据库：{settings.DATABASES['default']['ENGINE'].rsplit('.', 1)[-1]}，更新结构")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_base", stdout=Lines())
    if demo:
        call_command("load_demo", stdout=Lines())
    collect_static()
    say("一切就绪")
    if demo:
        hand_out_password()
    else:
        tell_how_to_open_a_township()


def collect_static() -> None:
    """Again only when a file of ours or a dependency changed."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    wanted = static_fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("收集静态文件（第一次约需十秒）")
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(wanted)


def static_fingerprint() -> str:
    found = hashlib.sha256(LOCK.read_bytes())
    for folder in settings.STATICFILES_DIRS:
        for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
            about = path.stat()
            found.update(f"{path.relative_to(ROOT)} {about.st_size} {about.st_mtime_ns}\n".encode())
    return found.hexdigest()


def hand_out_password() -> None:
    told = io.StringIO()
    call_command("one_time_password", ADMINISTRATOR, "--if-new", stdout=told)
    if told.getvalue().strip():
        plain(f"\n  管理员用户名：{ADMINISTRATOR}\n  一次性密码：{told.getvalue().strip()}")
        plain("  登录后请立即改成自己的密码；密码不会再显示。")
    else:
        again = f".venv/bin/python manage.py one_time_password {ADMINISTRATOR}"
        plain(f"\n  管理员 {ADMINISTRATOR} 已有密码；忘记了可重新生成：{again}")


def tell_how_to_open_a_township() -> None:
    if not apps.get_model("core", "Township").objects.exists():
        plain("\n  还没有乡镇。新开一个：.venv/bin/python manage.py create_township --help")


def main(arguments: list[str]) -> int:
    try:
        prepare(demo="--no-demo" not in arguments)
    except OperationalError as failure:
        sys.stderr.write(f"连不上数据库：{failure}".strip() + "\n请检查 DATABASE_URL。\n")
        return 1
    except (CommandError, ImproperlyConfigured) as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
