"""What is sealed is opened by its keys alone, and can be given new ones."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from applications.cases.keep_file import keep_file
from applications.cases.models import Applicant, CaseFile
from applications.cases.take_in import submit
from portal.core.management.commands import reseal
from portal.core.sealed.seal import CannotOpen, mark_of, seal, unseal
from tests.applications.cases.test_take_in import wanted
from tests.cast import Cast


def test_it_opens_with_any_of_the_keys(settings: object) -> None:
    settings.SEAL_KEYS = ["old"]
    sealed = seal("身份证".encode())
    settings.SEAL_KEYS = ["new", "old"]
    assert unseal(sealed).decode() == "身份证"
    settings.SEAL_KEYS = ["new"]
    with pytest.raises(CannotOpen, match="SEAL_KEYS"):
        unseal(sealed)


def test_a_mark_is_the_same_for_the_same_number_however_typed() -> None:
    assert mark_of("3417 0019900101123x") == mark_of("３４１７0019900101123X") != mark_of("1")
    assert mark_of(" ") == ""


@pytest.mark.django_db
def test_everything_gets_the_new_key(settings: object, cast: Cast) -> None:
    settings.SEAL_KEYS = ["old"]
    application = submit(cast.town, wanted()).application
    keep_file(application, "证明".encode(), "证明.txt", CaseFile.Kind.IDENTITY)
    settings.SEAL_KEYS = ["new", "old"]
    call_command("reseal")
    settings.SEAL_KEYS = ["new"]
    assert Applicant.objects.get().name == "周小满"
    assert CaseFile.objects.get().file.plain().decode() == "证明"
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM applications_applicant")
        assert "周小满" not in cursor.fetchone()[0]


@pytest.mark.django_db
def test_without_the_old_key_nothing_is_resealed(settings: object, cast: Cast) -> None:
    settings.SEAL_KEYS = ["old"]
    submit(cast.town, wanted())
    settings.SEAL_KEYS = ["new"]
    with pytest.raises(CommandError, match="密钥不对"):
        call_command("reseal")


def two_papers(settings: object, cast: Cast) -> list[CaseFile]:
    settings.SEAL_KEYS = ["old"]
    application = submit(cast.town, wanted()).application
    kind = CaseFile.Kind.IDENTITY
    papers = [keep_file(application, b"paper", f"{name}.txt", kind) for name in "ab"]
    settings.SEAL_KEYS = ["new", "old"]
    return papers


@pytest.mark.django_db
def test_broken_off_while_a_file_is_written_it_loses_nothing_and_can_be_run_again(
    settings: object, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = two_papers(settings, cast)
    folder = Path(papers[0].file.path).parent
    before = sorted(folder.iterdir())
    with monkeypatch.context() as broken:
        broken.setattr(reseal.os, "fsync", raising(OSError("disk full")))
        with pytest.raises(OSError, match="disk full"):
            call_command("reseal")
    assert [paper.file.plain() for paper in papers] == [b"paper", b"paper"]
    assert sorted(folder.iterdir()) == before
    call_command("reseal")
    settings.SEAL_KEYS = ["new"]
    assert [paper.file.plain() for paper in papers] == [b"paper", b"paper"]
    assert Applicant.objects.get().name == "周小满"


def raising(error: Exception) -> Callable[..., None]:
    def fail(*args: object) -> None:
        raise error

    return fail


@pytest.mark.django_db
def test_what_is_missing_or_broken_is_told_and_holds_up_nothing_else(
    settings: object, cast: Cast
) -> None:
    gone, kept = two_papers(settings, cast)
    Path(gone.file.path).unlink()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE applications_requestedpart SET text = 'gAAAAbroken'")
    with pytest.raises(CommandError) as told:
        call_command("reseal")
    sentence = str(told.value)
    assert "还有 2 处没有重新加密" in sentence
    assert f"{CaseFile._meta.verbose_name} {gone.pk}：文件不在了" in sentence
    assert "不要去掉旧密钥" in sentence
    settings.SEAL_KEYS = ["new"]
    assert kept.file.plain() == b"paper"
    assert Applicant.objects.get().name == "周小满"
