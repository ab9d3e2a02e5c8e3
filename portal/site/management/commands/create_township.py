from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.staff.passwords import give_one_time_password
from portal.core.township.models import Township
from portal.site.setup.opening import open_township


class Command(BaseCommand):
    help = "新开一个乡镇：建立设置、标准目录、稿件模板和管理员。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="标识，英文或拼音，如 qinghe")
        parser.add_argument("name", help="简称，如 青禾镇")
        parser.add_argument("county", help="所属县，如 澄湖县")
        parser.add_argument("credit_code", help="统一社会信用代码，18 位")
        parser.add_argument("--full-name", default="", help="全称，默认为简称加“人民政府”")
        parser.add_argument("--host", default="", help="域名；只有一个乡镇时可不写")
        parser.add_argument("--admin", default="", help="管理员用户名，默认为 标识-admin")

    def handle(self, *args: Any, **options: Any) -> None:
        township = Township(
            slug=options["slug"],
            name=options["name"],
            full_name=options["full_name"] or f"{options['name']}人民政府",
            county=options["county"],
            credit_code=options["credit_code"],
            host=options["host"] or None,
        )
        try:
            person = open_township(township, options["admin"] or f"{options['slug']}-admin")
        except ValidationError as refusal:
            raise CommandError("；".join(refusal.messages)) from refusal
        password = give_one_time_password(person)
        self.stdout.write(f"{township} 已开通。管理员：{person.username}　一次性密码：{password}")
