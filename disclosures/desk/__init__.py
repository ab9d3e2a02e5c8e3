"""How staff see items in the admin: forms, lists, a page for each move. It decides nothing."""
