"""What the trail tells of a changed draft: words, not record numbers or markup."""

from disclosures.flow.write import save_draft
from portal.core.trail.record import history
from tests import factories
from tests.cast import Cast


def test_a_change_is_told_in_words(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.officer)
    draft.issuer, draft.body = cast.village, "<p><strong>新的</strong>正文</p>"
    save_draft(draft, by=cast.officer)
    changed = history(draft).get(act="修改稿件").detail["changed"]
    assert changed["发布机构"] == ["政务公开办公室", "青禾村"]
    assert changed["正文"] == ["请各村按时办理。", "新的正文"]
