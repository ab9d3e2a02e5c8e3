import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0011_shapes_of_money"),
        ("finance", "0002_entry_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="Budget",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="年度",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("budget", "预算"), ("adjustment", "预算调整"), ("final", "决算")],
                        default="budget",
                        max_length=12,
                        verbose_name="种类",
                    ),
                ),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="批准日期")),
                (
                    "approved_by",
                    models.CharField(
                        blank=True,
                        help_text="如：镇第十九届人民代表大会第六次会议。",
                        max_length=60,
                        verbose_name="批准机关",
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
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        help_text="站所或学校；不选就是镇本级。",
                        limit_choices_to={"kind__in": ("government", "office", "school")},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "预算、决算",
                "verbose_name_plural": "预算、决算",
            },
        ),
        migrations.CreateModel(
            name="Execution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="年度",
                    ),
                ),
                (
                    "through",
                    models.PositiveSmallIntegerField(
                        help_text="1 至几月，如一季度填 3。",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="截至月份",
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
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        help_text="站所或学校；不选就是镇本级。",
                        limit_choices_to={"kind__in": ("government", "office", "school")},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "预算执行",
                "verbose_name_plural": "预算执行",
            },
        ),
        migrations.CreateModel(
            name="ExecutionLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("income", "收入"), ("expense", "支出")],
                        max_length=8,
                        verbose_name="收支",
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=12, verbose_name="科目编码")),
                ("name", models.CharField(max_length=80, verbose_name="科目名称")),
                (
                    "planned",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="公开的预算里有这个科目的不用填。",
                        max_digits=14,
                        null=True,
                        verbose_name="预算数（元）",
                    ),
                ),
                (
                    "done",
                    models.DecimalField(
                        decimal_places=2, max_digits=14, verbose_name="累计完成（元）"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="execution_lines",
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
                "verbose_name": "执行情况",
                "verbose_name_plural": "执行情况",
                "ordering": ["-side", "code", "pk"],
            },
        ),
        migrations.CreateModel(
            name="BudgetLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "table",
                    models.CharField(
                        choices=[
                            ("02-income", "收入总表"),
                            ("03-expense", "支出总表（功能分类）"),
                            ("04-economic", "支出总表（经济分类）"),
                            ("06-public", "一般公共预算支出表"),
                            ("07-basic", "一般公共预算基本支出表"),
                            ("08-funds", "政府性基金预算支出表"),
                            ("09-capital", "国有资本经营预算支出表"),
                            ("10-projects", "项目支出和绩效表"),
                        ],
                        max_length=14,
                        verbose_name="表",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        blank=True,
                        max_length=12,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{0,12}$", "编码只写数字，如 20802。"
                            )
                        ],
                        verbose_name="科目编码",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="科目名称")),
                (
                    "amount",
                    models.DecimalField(decimal_places=2, max_digits=14, verbose_name="金额（元）"),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="预算比上年、决算比预算有变动的要写。",
                        max_length=200,
                        verbose_name="增减原因",
                    ),
                ),
                (
                    "reason_last",
                    models.CharField(
                        blank=True,
                        help_text="决算比上年决算有变动的要写。",
                        max_length=200,
                        verbose_name="比上年原因",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="budget_lines",
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
                "verbose_name": "科目",
                "verbose_name_plural": "科目",
                "ordering": ["table", "code", "pk"],
                "indexes": [
                    models.Index(fields=["edition", "table", "code"], name="budget_line_place")
                ],
            },
        ),
    ]
