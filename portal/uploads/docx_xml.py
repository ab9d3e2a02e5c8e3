"""Looking into the XML of Word documents below what python-docx shows."""

from docx.oxml.ns import nsmap
from lxml.etree import LxmlError  # type: ignore[import-untyped]
from lxml.etree import _Element as Element

__all__ = ["Element", "LxmlError", "find", "value"]


def find(element: Element, path: str) -> list[Element]:
    """The elements at an XPath with Word's own prefixes; python-docx only teaches some of them."""
    found: list[Element] = Element.xpath(element, path, namespaces=nsmap)
    return found


def value(element: Element, path: str) -> str:
    """The w:val of the first element at `path`, "" where there is none."""
    found = find(element, path)
    return found[0].get(f"{{{nsmap['w']}}}val", "") if found else ""
