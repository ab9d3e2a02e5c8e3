"""One-time passwords: handed over once, changed at the first login."""

import secrets

from portal.core.staff.models import Staff

# no letters or digits that are mistaken for each other on paper
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_password() -> str:
    """Four groups of four: about 79 bits, and easy to read over the telephone."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


def give_one_time_password(person: Staff) -> str:
    """Set a password that must be changed at the next login; returns it, kept nowhere."""
    password = new_password()
    person.set_password(password)
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    return password
