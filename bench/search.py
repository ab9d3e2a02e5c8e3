"""`python -m bench.search [MANY [FEW]]`: answers over 200,000 documents beside 2,000.

A private PostgreSQL is started and filled with documents whose words are as unevenly common as
those of real ones, and asked one- and two-word questions, the commonest words among them. What is
timed is `portal.search.query.search` in the server: terms, candidates, facets, order and texts.
"""

import os
import subprocess
import sys

from launch.postgres import server

MANY, FEW = "200000", "2000"


def main() -> int:
    counts = sys.argv[1:3] or [MANY, FEW]
    with server(os.environ) as address:
        env = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "portal.settings"}
        return subprocess.call([sys.executable, "-m", "bench.search_filled", *counts], env=env)


if __name__ == "__main__":
    sys.exit(main())
