"""./run tests: static checks, then every test on SQLite and on PostgreSQL, with and without a
browser. ./run tests PATH -k WORD: only these, on SQLite."""

import os
import tempfile
from pathlib import Path

from launch.chromium import find_chromium
from launch.outcome import Report
from launch.places import PYTHON, ROOT
from launch.postgres import NoServer, server
from launch.say import say
from launch.venv import ensure_installed

BIN = PYTHON.parent
OURS = ("portal", "disclosures", "finance", "applications", "launch")
PYTEST = (PYTHON, "-m", "pytest", "-p", "no:cacheprovider")
UNIT = ("-n", "2", "-m")
BROWSER = ("-n", "2", "--dist", "loadfile", "-m", "browser", "tests/browser")
# the look of pages doesn't hang on the database: these run once
LOOKS = (
    "accessibility",
    "desk_accessibility",
    "every_page",
    "print",
    "csp",
    "guides",
    "programmes",
)
ONCE = tuple(f"--ignore=tests/browser/test_{name}.py" for name in LOOKS)
NO_CHROMIUM = "没有找到 Chromium。请安装：apt install chromium，或用 CHROMIUM 指明路径"
# what each database must not inherit from the shell
SECRETS = ("SECRET_KEY", "SEAL_KEYS")
OTHERS = ("DATABASE_URL", "TEST_DATABASE_URL", "PRODUCTION", "DEBUG", "DATA_DIR", *SECRETS)
LONG = "for-the-check-only-" + "k3y-" * 12


def test(arguments: list[str]) -> int:
    ensure_installed(dev=True)
    with tempfile.TemporaryDirectory(prefix="sunshine-tests-") as folder:
        env = _environment(folder)
        if arguments:
            report = Report(everything=False)
            report.run("所选测试（SQLite）", [*PYTEST, *arguments], env)
            return report.tell()
        report = Report()
        _static(report, env)
        _sqlite(report, env)
        _postgresql(report, env)
        return report.tell()


def check(arguments: list[str]) -> int:
    ensure_installed(dev=True)
    with tempfile.TemporaryDirectory(prefix="sunshine-tests-") as folder:
        report = Report()
        _static(report, _environment(folder))
        return report.tell()


def _static(report: Report, env: dict[str, str]) -> None:
    manage = (PYTHON, "manage.py")
    production = env | {"PRODUCTION": "1", "SECRET_KEY": LONG, "SEAL_KEYS": LONG}
    templates = sorted(ROOT.glob("templates/**/*.html"))
    report.run("格式（ruff format）", [BIN / "ruff", "format", "--check", ".", "run"], env)
    report.run("代码检查（ruff）", [BIN / "ruff", "check", "--quiet", ".", "run"], env)
    report.run("类型（mypy）", [BIN / "mypy", *OURS], env)
    report.run("模块方向（lint-imports）", [BIN / "lint-imports"], env)
    report.run("模板格式（djade）", [BIN / "djade", "--check", *templates], env)
    report.run("数据库迁移齐全", [*manage, "makemigrations", "--check", "--dry-run"], env)
    deploy = ["check", "--deploy", "--fail-level", "WARNING"]
    report.run("生产设置（check --deploy）", [*manage, *deploy], production)


def _sqlite(report: Report, env: dict[str, str]) -> None:
    apart = "not browser and not postgresql"
    report.run("测试（SQLite）", [*PYTEST, *UNIT, apart], env)
    _browser(report, "浏览器测试（SQLite）", [], env)


def _postgresql(report: Report, env: dict[str, str]) -> None:
    try:
        with server(os.environ) as address:
            say(f"PostgreSQL：{address.rpartition('@')[2]}")
            on = env | {"DATABASE_URL": address}
            report.run("测试（PostgreSQL）", [*PYTEST, *UNIT, "not browser"], on)
            _browser(report, "浏览器测试（PostgreSQL）", list(ONCE), on)
    except NoServer as reason:
        report.leave_out("测试（PostgreSQL）", str(reason))


def _browser(report: Report, name: str, more: list[str], env: dict[str, str]) -> None:
    if find_chromium() is None:
        report.leave_out(name, NO_CHROMIUM)
        return
    report.run(name, [*PYTEST, *BROWSER, *more], env)


def _environment(folder: str) -> dict[str, str]:
    (Path(folder) / "static").mkdir()
    kept = {name: value for name, value in os.environ.items() if name not in OTHERS}
    return kept | {"DATA_DIR": folder, "PYTHONUTF8": "1"}
