"""草稿: the half-filled form, sealed in the browser's session; its papers sealed on the disk.

Nobody has an account. Both are gone after two hours, when sent, or when the applicant says so, so
that a shared telephone tells the next person nothing for long.
"""

import json
import secrets
from collections.abc import Mapping
from datetime import timedelta

from django.http import HttpRequest

from applications.apply.models import DraftFile
from applications.cases.keep_file import MOST_BYTES
from applications.cases.models import CaseFile
from portal.core import clock
from portal.core.public_page import PublicRequest
from portal.core.sealed.seal import CannotOpen, seal, unseal
from portal.uploads.checks import check_upload
from portal.uploads.refused import Refused

KEY = "application_draft"
KEPT = timedelta(hours=2)
MOST_FILES = 8


def keep_draft(request: HttpRequest, words: Mapping[str, str]) -> None:
    """Remember what was typed; the token of its papers stays the same."""
    words = words_kept(request) | dict(words)
    draft = {"token": _token(request), "at": clock.now().timestamp(), "words": words}
    request.session[KEY] = seal(json.dumps(draft, ensure_ascii=False).encode()).decode()


def words_kept(request: HttpRequest) -> dict[str, str]:
    return _opened(request).get("words", {})


def papers_kept(request: PublicRequest) -> list[DraftFile]:
    token = _opened(request).get("token")
    rows = DraftFile.objects.of(request.township)
    return list(rows.filter(token=token, at__gte=clock.now() - KEPT)) if token else []


def keep_paper(request: PublicRequest, data: bytes, name: str, kind: str) -> None:
    """Raises Refused where the file isn't what it says, or is one too many."""
    if len(papers_kept(request)) >= MOST_FILES:
        raise Refused(f"最多 {MOST_FILES} 个文件，请去掉一些，或合成一个 PDF。")
    checked = check_upload(data, name, max_bytes=MOST_BYTES)
    paper = DraftFile(
        township=request.township,
        token=_token(request),
        kind=CaseFile.Kind(kind),
        name=checked.name,
        size=len(checked.data),
        at=clock.now(),
    )
    paper.file.keep(checked.data)
    paper.save()


def drop_paper(request: PublicRequest, key: str) -> None:
    for paper in papers_kept(request):
        if str(paper.pk) == key:
            _delete(paper)


def drop_draft(request: PublicRequest) -> None:
    for paper in papers_kept(request):
        _delete(paper)
    request.session.pop(KEY, None)


def clear_old_papers() -> int:
    """Delete the papers of forms that were never sent."""
    old = list(DraftFile.objects.filter(at__lt=clock.now() - KEPT))
    for paper in old:
        _delete(paper)
    return len(old)


def _delete(paper: DraftFile) -> None:
    paper.file.delete(save=False)
    paper.delete()


def _token(request: HttpRequest) -> str:
    return _opened(request).get("token") or secrets.token_hex(32)


def _opened(request: HttpRequest) -> dict:
    sealed = request.session.get(KEY)
    if not sealed:
        return {}
    try:
        draft = json.loads(unseal(sealed.encode()))
    except CannotOpen:
        return {}
    fresh = draft["at"] > (clock.now() - KEPT).timestamp()
    return draft if fresh else {}
