import disclosures.registers.models
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0008_accidents"),
    ]

    operations = [
        migrations.CreateModel(
            name="RegisterEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "register",
                    models.CharField(
                        choices=[
                            ("safety-violations", "安全生产违法曝光"),
                            ("safety-blacklist", "安全生产严重失信主体名单"),
                            ("safety-inspections", "安全生产监督检查"),
                            ("food-violations", "食品药品违法查处"),
                            ("food-blacklist", "食品药品严重违法失信名单"),
                            ("food-inspections", "食品药品监督检查"),
                        ],
                        max_length=24,
                        verbose_name="名录",
                    ),
                ),
                ("firm", models.CharField(max_length=100, verbose_name="单位名称")),
                (
                    "credit_code",
                    models.CharField(
                        max_length=18,
                        validators=[disclosures.registers.models.credit_code_fits],
                        verbose_name="统一社会信用代码",
                    ),
                ),
                (
                    "responsible",
                    models.CharField(blank=True, max_length=40, verbose_name="负责人姓名"),
                ),
                ("facts", models.TextField(max_length=1000, verbose_name="事实或检查情况")),
                ("decision", models.CharField(max_length=300, verbose_name="决定或结果")),
                (
                    "decision_number",
                    models.CharField(blank=True, max_length=60, verbose_name="决定书文号"),
                ),
                ("decided_by", models.CharField(max_length=60, verbose_name="作出决定的机关")),
                ("decided_on", models.DateField(verbose_name="决定（检查）日期")),
                ("listed_on", models.DateField(editable=False, null=True, verbose_name="列入日期")),
                (
                    "removal_on",
                    models.DateField(editable=False, null=True, verbose_name="移出日期"),
                ),
                (
                    "removed_on",
                    models.DateField(editable=False, null=True, verbose_name="移出记录日期"),
                ),
                (
                    "author",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
                    ),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="公开机构",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "名录条目",
                "verbose_name_plural": "名录条目",
                "ordering": ["-listed_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RegisterStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("listed", "列入"),
                            ("repair-asked", "申请信用修复"),
                            ("repair-granted", "准予信用修复"),
                            ("repair-refused", "不予信用修复"),
                            ("removed", "移出"),
                        ],
                        max_length=16,
                        verbose_name="变动",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("text", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="办理人",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="disclosures.registerentry",
                        verbose_name="条目",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "名录变动",
                "verbose_name_plural": "名录变动",
                "ordering": ["on", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(
                fields=["township", "register", "removal_on"], name="register_public"
            ),
        ),
    ]
