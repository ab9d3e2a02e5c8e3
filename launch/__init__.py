"""What ./run does. Standard library only, but for prepare.py, which runs inside .venv."""
