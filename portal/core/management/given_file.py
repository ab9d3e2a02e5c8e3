"""The file that somebody named on the command line."""

from pathlib import Path

from django.core.management.base import CommandError


def read_given(path: Path) -> bytes:
    """What the file holds. Raises CommandError that says in Chinese why it can't be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise CommandError(f"没有文件“{path}”，请核对路径和文件名。") from problem
    except IsADirectoryError as problem:
        raise CommandError(f"“{path}”是文件夹，请写明里面的哪个文件。") from problem
    except PermissionError as problem:
        raise CommandError(f"没有权限读文件“{path}”，请换一个账号或改文件的权限。") from problem
    except OSError as problem:
        raise CommandError(f"读不了文件“{path}”：{problem.strerror}") from problem
