"""A guide is revised with its rows, and its papers keep their blank forms."""

from disclosures.flow.attach import attach
from disclosures.flow.revise import revise
from disclosures.flow.write import copy_as_draft
from disclosures.items.digest import digest_of
from disclosures.items.models import Disclosure, Edition
from tests.cast import Cast
from tests.disclosures.guides.guides import drafted, through, with_form

FORM = "项目,内容\r\n申请人,\r\n".encode()


def public_with_form(cast: Cast) -> Disclosure:
    edition = drafted(cast.town, by=cast.clerk, events=("old-age",))
    attach(edition, b"a,b\r\n1,2\r\n", "说明.csv", by=cast.clerk)
    with_form(edition, attach(edition, FORM, "申请表.csv", by=cast.clerk))
    return through(Edition.objects.get(pk=edition.pk), cast)


def test_a_revision_has_rows_of_its_own_and_the_form_among_its_own_files(cast: Cast) -> None:
    disclosure = public_with_form(cast)
    revised = Edition.objects.get(pk=revise(disclosure, by=cast.clerk).pk)
    old, new = disclosure.live.materials.first(), revised.materials.first()
    assert new.pk != old.pk
    assert new.form.name == old.form.name == "申请表.csv"
    assert new.form.edition_id == revised.pk
    assert old.form.edition_id == disclosure.live_id
    assert [step.name for step in revised.guide_steps.all()] == ["窗口受理", "审核", "发放"]
    assert [event.slug for event in revised.part.life_events] == ["old-age"]
    assert list(revised.part.sections()) == list(disclosure.live.part.sections())


def test_a_change_in_the_revision_leaves_the_public_alone(cast: Cast) -> None:
    disclosure = public_with_form(cast)
    before = digest_of(disclosure.live)
    revised = revise(disclosure, by=cast.clerk)
    revised.materials.all().delete()
    revised.guide_steps.update(what="改过")
    assert digest_of(Edition.objects.get(pk=disclosure.live_id)) == before


def test_a_new_item_from_an_old_guide_has_its_rows_but_no_form_of_another(cast: Cast) -> None:
    copy = copy_as_draft(public_with_form(cast), by=cast.clerk)
    assert [material.form for material in copy.materials.all()] == [None, None]
    assert copy.guide_steps.count() == 3


def test_the_digest_knows_every_paper_and_step(cast: Cast) -> None:
    edition = drafted(cast.town, by=cast.clerk)
    digests = {digest_of(Edition.objects.get(pk=edition.pk))}
    edition.materials.filter(position=0).update(copies=5)
    digests.add(digest_of(Edition.objects.get(pk=edition.pk)))
    edition.guide_steps.filter(position=0).update(days="2日")
    digests.add(digest_of(Edition.objects.get(pk=edition.pk)))
    assert len(digests) == 3
