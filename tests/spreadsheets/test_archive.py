import io
import zipfile

import pytest

from portal.spreadsheets import archive as archives
from portal.spreadsheets.archive import BadArchive, open_archive


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_an_honest_archive_opens() -> None:
    with open_archive(packed({"a": b"1" * 1000, "b": b""})) as archive:
        assert archive.read("a") == b"1" * 1000


def test_a_dense_bomb_is_refused() -> None:
    with pytest.raises(BadArchive, match="炸弹"):
        open_archive(packed({"a": b"\0" * 40 * 1024 * 1024}))


def test_it_stops_at_the_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 1024 * 1024)
    with pytest.raises(BadArchive, match="超过 1 MB"):
        open_archive(packed({"a": b"\0" * 3 * 1024 * 1024}))


def test_too_many_members_are_refused() -> None:
    with pytest.raises(BadArchive, match="5001 个部件"):
        open_archive(packed({str(n): b"" for n in range(5001)}, zipfile.ZIP_STORED))


def test_two_members_of_one_name_are_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", b"2")
    with pytest.raises(BadArchive, match="重名"):
        open_archive(stream.getvalue())


def test_rare_compression_is_refused() -> None:
    with pytest.raises(BadArchive, match="少见的压缩方式"):
        open_archive(packed({"a": b"1"}, zipfile.ZIP_BZIP2))


def test_a_locked_member_is_refused() -> None:
    data = bytearray(packed({"a": b"1"}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(BadArchive, match="密码"):
        open_archive(bytes(data))


@pytest.mark.parametrize("cut", [10, 40, 100])
def test_a_cut_archive_is_refused(cut: int) -> None:
    with pytest.raises(BadArchive, match="已损坏"):
        open_archive(packed({"a": bytes(range(256)) * 4})[:-cut])
