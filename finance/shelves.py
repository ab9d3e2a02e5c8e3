"""What finance shows on the pages of the key categories, and what of it is routine publication;
found by name, as admin modules are."""

from disclosures.browse.gather import add_shelf
from disclosures.schedule.elsewhere import add_publications
from finance.ledger.scheduled import books_published
from finance.oversight.home import shelf_of

add_shelf(shelf_of)
add_publications(books_published)
