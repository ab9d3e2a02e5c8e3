"""An issued letter as 公文: red head, number, seal; a form has none of them."""

from datetime import date

from applications.letters.compose import Composed
from portal.core.township.models import Township
from portal.documents.official import OfficialDocument, paragraphs_of


def document_of(township: Township, letter: Composed, number: str, on: date) -> OfficialDocument:
    blocks = tuple(paragraphs_of(letter.text))
    if letter.kind.is_form:
        return OfficialDocument(
            title=letter.title, blocks=blocks, number=number, addressee=letter.addressee
        )
    return OfficialDocument(
        title=letter.title,
        blocks=blocks,
        issuer=township.full_name,
        number=number,
        addressee=letter.addressee,
        signature=township.full_name,
        on=on,
        seal=True,
    )
