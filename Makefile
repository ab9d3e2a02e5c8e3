# Thin: everything is done by ./run, which needs only Python.
.PHONY: run test check lock

run:
	./run

test:
	./run tests

check:
	./run check

lock:
	.venv/bin/uv pip compile --quiet --generate-hashes --no-header --python-version 3.11 requirements.in -o requirements.txt
	.venv/bin/uv pip compile --quiet --generate-hashes --no-header --python-version 3.11 requirements-dev.in -o requirements-dev.txt -c requirements.txt
