"""What finance shows on the pages of the key categories; found by name, as admin modules are."""

from disclosures.browse.gather import add_shelf
from finance.oversight.home import shelf_of

add_shelf(shelf_of)
