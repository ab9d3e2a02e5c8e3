"""The page that a question is asked on, carried in the link with its name.

The name is signed together with the address: nobody can make our form show words of their own.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.signing import BadSignature, Signer
from django.http import QueryDict
from django.urls import reverse

from disclosures.questions.forms import local_page
from portal.core.organisations.models import Organisation

SALT = "questions.page"
LONGEST_NAME = 60


@dataclass(frozen=True)
class Subject:
    """What a question is about: a page of this site, what it is called, and the body that gets
    the question at once where the page says who answers for it."""

    page: str = "/"
    name: str = ""
    office: Organisation | None = None


def ask_address(route: str, page: str, name: str) -> str:
    """The address of the form that remembers `page`; the same for every visitor."""
    name = name[:LONGEST_NAME]
    query = {"page": page}
    if name:
        query |= {"name": name, "sign": _signature(page, name)}
    return f"{reverse(route)}?{urlencode(query, safe='/')}"


def subject_in(query: QueryDict) -> Subject:
    """The page that an address names; its name only if it is ours."""
    page = local_page(query.get("page", "/"))
    name = query.get("name", "")
    signer = Signer(salt=SALT)
    try:
        signer.unsign(f"{page}\n{name}{signer.sep}{query.get('sign', '')}")
    except BadSignature:
        name = ""
    return Subject(page, name)


def _signature(page: str, name: str) -> str:
    return Signer(salt=SALT).signature(f"{page}\n{name}")
