from decimal import Decimal

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0011_shapes_of_money"),
        ("finance", "0003_budgets"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "body_name",
                    models.CharField(
                        blank=True,
                        help_text="如“青禾镇人民政府”“8 个村民委员会”。上面已选的不填。",
                        max_length=80,
                        verbose_name="被审计单位（名单里没有的）",
                    ),
                ),
                ("auditor", models.CharField(max_length=80, verbose_name="审计机关（机构）")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="审计所属年度",
                    ),
                ),
                (
                    "period",
                    models.CharField(
                        blank=True,
                        help_text="如：2024年1月至2025年12月。",
                        max_length=60,
                        verbose_name="审计期间",
                    ),
                ),
                ("number", models.CharField(max_length=60, verbose_name="报告文号")),
                ("reported_on", models.DateField(verbose_name="报告日期")),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="被审计单位",
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
                "verbose_name": "审计结果",
                "verbose_name_plural": "审计结果",
            },
        ),
        migrations.CreateModel(
            name="Rectification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "report",
                    models.ForeignKey(
                        help_text="选择已经公开的审计结果，两边的网页互相链接。",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rectifications",
                        to="disclosures.disclosure",
                        verbose_name="对应的审计结果",
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
                "verbose_name": "审计整改",
                "verbose_name_plural": "审计整改",
            },
        ),
        migrations.CreateModel(
            name="RectifiedFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="问题序号")),
                ("on", models.DateField(verbose_name="日期")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("0-not-begun", "未开始"),
                            ("1-under-way", "整改中"),
                            ("2-done", "已完成"),
                            ("3-accepted", "已验收销号"),
                        ],
                        default="1-under-way",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=800, verbose_name="做了什么")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="已公开的文件，与附件任选一样。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disclosures.disclosure",
                        verbose_name="佐证信息",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rectified_findings",
                        to="disclosures.edition",
                        verbose_name="稿件",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        help_text="先在上面添加附件并保存，再在这里选择。",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="disclosures.attachment",
                        verbose_name="佐证附件",
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
                "verbose_name": "整改进展",
                "verbose_name_plural": "整改进展",
                "ordering": ["number", "on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Sangong",
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
                    "stage",
                    models.CharField(
                        choices=[("budget", "预算公开"), ("final", "决算公开")],
                        default="final",
                        max_length=8,
                        verbose_name="公开阶段",
                    ),
                ),
                (
                    "groups",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="因公出国（境）团组数"
                    ),
                ),
                (
                    "travellers",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="因公出国（境）人次"
                    ),
                ),
                (
                    "bought",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="公务用车购置数"
                    ),
                ),
                (
                    "kept",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="公务用车保有量"
                    ),
                ),
                (
                    "receptions",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="国内公务接待批次"
                    ),
                ),
                (
                    "guests",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="国内公务接待人次"
                    ),
                ),
                (
                    "foreign_receptions",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="外事接待批次"),
                ),
                (
                    "foreign_guests",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="外事接待人次"),
                ),
                (
                    "explanation",
                    models.TextField(
                        blank=True,
                        help_text="正式的文字说明可以贴在这里。每个金额和百分比都会与表中的数核对，对不上的提交前会指出。",
                        max_length=5000,
                        verbose_name="说明文字",
                    ),
                ),
                (
                    "restated",
                    models.CharField(
                        blank=True,
                        help_text="上年数、预算数与本站以前公布的不同时填写，如口径调整，群众看得到。",
                        max_length=300,
                        verbose_name="与已公布数不同的原因",
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
                        help_text="不选就是镇本级。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "“三公”经费",
                "verbose_name_plural": "“三公”经费",
            },
        ),
        migrations.CreateModel(
            name="AuditFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        help_text="整改通报按序号对应，公开后不改。",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="序号",
                    ),
                ),
                ("issue", models.TextField(max_length=600, verbose_name="问题")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                Decimal("0"), "金额不能是负数。"
                            )
                        ],
                        verbose_name="涉及金额（元）",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        help_text="违反的法规、制度和条款。",
                        max_length=300,
                        verbose_name="定性依据",
                    ),
                ),
                ("demand", models.CharField(blank=True, max_length=300, verbose_name="整改要求")),
                ("due_on", models.DateField(verbose_name="整改期限")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="audit_findings",
                        to="disclosures.edition",
                        verbose_name="稿件",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="责任单位",
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
                "verbose_name": "审计问题",
                "verbose_name_plural": "审计问题",
                "ordering": ["number", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "number"),
                        name="audit_finding_number",
                        violation_error_message="序号重复，一个问题一个序号。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SangongLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "item",
                    models.CharField(
                        choices=[
                            ("abroad", "因公出国（境）费"),
                            ("vehicle_purchase", "公务用车购置费"),
                            ("vehicle_running", "公务用车运行维护费"),
                            ("reception", "公务接待费"),
                        ],
                        max_length=20,
                        verbose_name="项目",
                    ),
                ),
                (
                    "before",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[
                            django.core.validators.MinValueValidator(
                                Decimal("0"), "金额不能是负数。"
                            )
                        ],
                        verbose_name="上年数",
                    ),
                ),
                (
                    "budget",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[
                            django.core.validators.MinValueValidator(
                                Decimal("0"), "金额不能是负数。"
                            )
                        ],
                        verbose_name="本年预算数",
                    ),
                ),
                (
                    "final",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="预算公开时不填。",
                        max_digits=14,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                Decimal("0"), "金额不能是负数。"
                            )
                        ],
                        verbose_name="本年决算数",
                    ),
                ),
                (
                    "reason_before",
                    models.CharField(blank=True, max_length=300, verbose_name="比上年增减的原因"),
                ),
                (
                    "reason_budget",
                    models.CharField(
                        blank=True,
                        help_text="预算公开时不填。",
                        max_length=300,
                        verbose_name="比预算增减的原因",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sangong_lines",
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
                "verbose_name": "“三公”经费各项",
                "verbose_name_plural": "“三公”经费各项",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "item"),
                        name="sangong_item_once",
                        violation_error_message="同一项目只填一行。",
                    )
                ],
            },
        ),
    ]
