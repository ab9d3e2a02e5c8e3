"""`python -m bench.ledger [VILLAGES YEARS …]`: books of 300 villages × 10 years beside 10 × 2.

A private PostgreSQL is started and filled (about 1.8 million entries), then asked through the test
client, whole pages in the server: times and numbers of queries are printed for both.
"""

import os
import subprocess
import sys

from launch.postgres import server

SIZES = ("10", "2", "300", "10")


def main() -> int:
    sizes = sys.argv[1:] or SIZES
    with server(os.environ) as address:
        env = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "portal.settings"}
        return subprocess.call([sys.executable, "-m", "bench.ledger_filled", *sizes], env=env)


if __name__ == "__main__":
    sys.exit(main())
