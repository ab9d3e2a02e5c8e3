import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0004_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="GuideStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20, verbose_name="步骤")),
                ("what", models.CharField(max_length=200, verbose_name="做什么")),
                ("by_whom", models.CharField(blank=True, max_length=40, verbose_name="谁来做")),
                ("days", models.CharField(blank=True, max_length=30, verbose_name="多久")),
                ("position", models.PositiveSmallIntegerField(default=10, verbose_name="顺序")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="guide_steps",
                        to="disclosures.edition",
                        verbose_name="稿件",
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
                "verbose_name": "办理步骤",
                "verbose_name_plural": "办理步骤",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="材料")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("original", "原件"),
                            ("copy", "复印件"),
                            ("both", "原件和复印件"),
                            ("shown", "出示，不收"),
                        ],
                        default="original",
                        max_length=10,
                        verbose_name="原件或复印件",
                    ),
                ),
                ("copies", models.PositiveSmallIntegerField(default=1, verbose_name="份数")),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="什么情况要带、从哪里来"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=10, verbose_name="顺序")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="materials",
                        to="disclosures.edition",
                        verbose_name="稿件",
                    ),
                ),
                (
                    "form",
                    models.ForeignKey(
                        blank=True,
                        help_text="先把表格传为本稿件的附件，再在这里选。",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="disclosures.attachment",
                        verbose_name="可下载的表格",
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
                "verbose_name": "申请材料",
                "verbose_name_plural": "申请材料",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ServiceGuide",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "also_called",
                    models.CharField(
                        blank=True,
                        help_text="用顿号分隔，如：上户口、办准生证。",
                        max_length=120,
                        verbose_name="群众的叫法",
                    ),
                ),
                (
                    "events",
                    models.CharField(
                        blank=True,
                        help_text="英文标识，用逗号分隔，如：birth,illness。",
                        max_length=120,
                        verbose_name="人生大事",
                    ),
                ),
                ("who", models.TextField(max_length=500, verbose_name="谁可以办")),
                ("conditions", models.TextField(max_length=800, verbose_name="办理条件")),
                ("basis", models.TextField(max_length=600, verbose_name="办理依据")),
                (
                    "legal_amount",
                    models.PositiveSmallIntegerField(default=20, verbose_name="法定时限"),
                ),
                (
                    "promised_amount",
                    models.PositiveSmallIntegerField(
                        default=5, help_text="当场办结填 0。", verbose_name="承诺时限"
                    ),
                ),
                (
                    "limit_unit",
                    models.CharField(
                        choices=[("working", "个工作日"), ("calendar", "日（自然日）")],
                        default="working",
                        max_length=10,
                        verbose_name="时限单位",
                    ),
                ),
                ("fee", models.CharField(default="不收费", max_length=120, verbose_name="收费")),
                (
                    "result",
                    models.CharField(blank=True, max_length=120, verbose_name="办好以后得到"),
                ),
                ("window", models.CharField(blank=True, max_length=80, verbose_name="窗口")),
                ("address", models.CharField(blank=True, max_length=120, verbose_name="地址")),
                ("hours", models.CharField(blank=True, max_length=120, verbose_name="办理时间")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="咨询电话")),
                (
                    "complaint_phone",
                    models.CharField(blank=True, max_length=40, verbose_name="投诉电话"),
                ),
                ("agent", models.BooleanField(default=False, verbose_name="村里可以代办")),
                ("online", models.URLField(blank=True, verbose_name="网上办理地址")),
                (
                    "edition",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s",
                        to="disclosures.edition",
                        verbose_name="稿件",
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
                "verbose_name": "办事指南",
                "verbose_name_plural": "办事指南",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("promised_amount__lte", models.F("legal_amount"))),
                        name="guide_promise_within_law",
                        violation_error_message="承诺时限不能比法定时限长。",
                    )
                ],
            },
        ),
    ]
