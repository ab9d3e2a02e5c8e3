"""Copies of files for handing out: what is seen stays, what travels along unseen goes."""
