import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0007_warnings"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccidentFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("ordinary", "一般事故"),
                            ("large", "较大事故"),
                            ("major", "重大事故"),
                            ("grave", "特别重大事故"),
                        ],
                        default="ordinary",
                        max_length=10,
                        verbose_name="事故等级",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        help_text="如：机械伤害、道路交通、溺水。",
                        max_length=40,
                        verbose_name="事故类别",
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="发生日期")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
                ("deaths", models.PositiveSmallIntegerField(default=0, verbose_name="死亡（人）")),
                (
                    "injuries",
                    models.PositiveSmallIntegerField(default=0, verbose_name="受伤（人）"),
                ),
                (
                    "loss",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=10,
                        null=True,
                        verbose_name="直接经济损失（万元）",
                    ),
                ),
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
                "verbose_name": "事故档案",
                "verbose_name_plural": "事故档案",
            },
        ),
        migrations.CreateModel(
            name="AccidentStage",
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
                            ("event", "事故发生"),
                            ("rescue", "应急救援"),
                            ("report", "调查报告"),
                            ("accountability", "责任追究"),
                            ("review", "整改评估"),
                        ],
                        max_length=16,
                        verbose_name="阶段",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("text", models.TextField(max_length=1500, verbose_name="内容")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="已公开的报告或决定，群众可以点开看。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disclosures.disclosure",
                        verbose_name="相关文件",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="accident_stages",
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
                "verbose_name": "事故办理阶段",
                "verbose_name_plural": "事故办理阶段",
                "ordering": ["on", "pk"],
            },
        ),
    ]
