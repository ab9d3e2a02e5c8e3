import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.staff.models import Staff

# no letters or digits that are mistaken for each other on paper
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_password() -> str:
    """Four groups of four: about 79 bits, and easy to read over the telephone."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


class Command(BaseCommand):
    help = "给工作人员一个一次性密码，登录后须自行修改。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--if-new", action="store_true", help="只给从未设过密码的人")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Staff.objects.filter(username=options["username"]).first()
        if person is None:
            raise CommandError(f"没有用户名为“{options['username']}”的工作人员。")
        if options["if_new"] and person.has_usable_password():
            return
        password = new_password()
        person.set_password(password)
        person.must_change_password = True
        person.save(update_fields=["password", "must_change_password"])
        self.stdout.write(password)
