"""Walking the catalogue: its pages and those of the seven categories, with the items under them."""
