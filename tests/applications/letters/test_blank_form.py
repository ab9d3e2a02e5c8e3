"""The form to fill in by hand: what art. 29 asks for, for persons and for organisations."""

import io

import pytest
from django.test import Client
from docx import Document

from applications.letters.blank_form import blank_form
from tests.cast import Cast
from tests.documents.test_official import words_of_docx, words_of_pdf


@pytest.mark.parametrize(
    ("who", "asked"), [("citizen", "证件号码"), ("legal", "法定代表人"), ("legal", "科研机构")]
)
def test_each_form_asks_what_the_law_asks(cast: Cast, who: str, asked: str) -> None:
    for word in (asked, "联系电话", "线索", "所需形式", "获取方式", "阳光镇人民政府"):
        assert word in words_of_docx(blank_form(cast.town, who, "docx"))
        assert word in words_of_pdf(blank_form(cast.town, who, "pdf"))


def test_the_guide_hands_them_out(cast: Cast, client: Client) -> None:
    guide = client.get("/applications/guide/").content.decode()
    for who in ("citizen", "legal"):
        for kind in ("docx", "pdf"):
            address = f"/applications/guide/form-{who}.{kind}"
            assert address in guide
            answer = client.get(address)
            assert answer.status_code == 200
            assert "attachment" in answer.headers["Content-Disposition"]
    Document(io.BytesIO(client.get("/applications/guide/form-citizen.docx").content))
    assert client.get("/applications/guide/form-nobody.docx").status_code == 404
