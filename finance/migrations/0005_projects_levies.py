import django.core.validators
import django.db.models.deletion
from decimal import Decimal
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0011_shapes_of_money"),
        ("finance", "0004_sangong_audits"),
    ]

    operations = [
        migrations.CreateModel(
            name="Levy",
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
                        choices=[("money", "筹资"), ("labour", "筹劳"), ("both", "筹资和筹劳")],
                        default="money",
                        max_length=8,
                        verbose_name="方式",
                    ),
                ),
                (
                    "purpose",
                    models.TextField(
                        help_text="做什么、在哪里、谁受益。",
                        max_length=600,
                        verbose_name="议定的事项",
                    ),
                ),
                (
                    "persons",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="户籍人口或受益人口，减免前的人数。",
                        verbose_name="筹资对象（人）",
                    ),
                ),
                (
                    "per_head",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0.00"),
                        max_digits=8,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0"), "不能是负数。")
                        ],
                        verbose_name="每人筹资（元）",
                    ),
                ),
                (
                    "workers",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="劳动力人数，减免前的人数。",
                        verbose_name="筹劳对象（人）",
                    ),
                ),
                (
                    "days",
                    models.DecimalField(
                        decimal_places=1,
                        default=Decimal("0.0"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0"), "不能是负数。")
                        ],
                        verbose_name="每个劳动力筹劳（个工）",
                    ),
                ),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="会议日期")),
                (
                    "called",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="应到（人）"),
                ),
                (
                    "present",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="实到（人）"),
                ),
                (
                    "in_favour",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="赞成（票）"),
                ),
                (
                    "reviewed_on",
                    models.DateField(blank=True, null=True, verbose_name="镇政府初审日期"),
                ),
                (
                    "approved_on",
                    models.DateField(blank=True, null=True, verbose_name="县级批复日期"),
                ),
                (
                    "approval_number",
                    models.CharField(blank=True, max_length=60, verbose_name="批复文号"),
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
                    "project",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disclosures.disclosure",
                        verbose_name="用于项目",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        help_text="已公开的决议；没有的填写下面的会议和表决。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disclosures.disclosure",
                        verbose_name="村民（代表）会议决议",
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
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="村（社区）",
                    ),
                ),
            ],
            options={
                "verbose_name": "筹资筹劳",
                "verbose_name_plural": "筹资筹劳",
            },
        ),
        migrations.CreateModel(
            name="LevyExemption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        help_text="如：特困供养人员。不写姓名。", max_length=80, verbose_name="原因"
                    ),
                ),
                (
                    "relief",
                    models.CharField(
                        choices=[
                            ("money", "免筹资"),
                            ("labour", "免筹劳"),
                            ("both", "免筹资和筹劳"),
                        ],
                        default="both",
                        max_length=8,
                        verbose_name="减免",
                    ),
                ),
                (
                    "persons",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MinValueValidator(1, "人数至少是 1。")],
                        verbose_name="人数",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="levy_exemptions",
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
                "verbose_name": "减免",
                "verbose_name_plural": "减免",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ProjectFile",
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
                            ("road", "道路"),
                            ("water", "水利"),
                            ("land", "土地整理"),
                            ("industry", "产业发展"),
                            ("living", "人居环境"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="项目类型",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="立项年度",
                    ),
                ),
                ("place", models.CharField(max_length=120, verbose_name="建设地点")),
                ("scale", models.TextField(max_length=800, verbose_name="建设内容和规模")),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("open", "公开招标"),
                            ("invited", "邀请招标"),
                            ("negotiated", "竞争性谈判（磋商）"),
                            ("compared", "比选、询价"),
                            ("direct", "直接委托"),
                        ],
                        max_length=10,
                        verbose_name="招标方式",
                    ),
                ),
                (
                    "contractor",
                    models.CharField(blank=True, max_length=80, verbose_name="施工（供货）单位"),
                ),
                (
                    "contract",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                Decimal("0.01"), "金额要大于 0。"
                            )
                        ],
                        verbose_name="合同价（元）",
                    ),
                ),
                ("upkeep_by", models.CharField(blank=True, max_length=80, verbose_name="管护单位")),
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
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="主管单位",
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
                    "village",
                    models.ForeignKey(
                        blank=True,
                        help_text="镇级项目不填。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="村（社区）",
                    ),
                ),
            ],
            options={
                "verbose_name": "项目档案",
                "verbose_name_plural": "项目档案",
            },
        ),
        migrations.CreateModel(
            name="ProjectFund",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("1-central", "中央资金"),
                            ("2-province", "省级资金"),
                            ("3-city", "市级资金"),
                            ("4-county", "县级资金"),
                            ("5-township", "镇级资金"),
                            ("6-village", "村级自筹"),
                            ("7-levy", "筹资筹劳"),
                            ("8-donation", "社会捐助"),
                        ],
                        max_length=12,
                        verbose_name="来源",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[
                            django.core.validators.MinValueValidator(
                                Decimal("0.01"), "金额要大于 0。"
                            )
                        ],
                        verbose_name="金额（元）",
                    ),
                ),
                (
                    "document_number",
                    models.CharField(blank=True, max_length=60, verbose_name="文号"),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="project_funds",
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
                "verbose_name": "资金来源",
                "verbose_name_plural": "资金来源",
                "ordering": ["source", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Bidder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("firm", models.CharField(max_length=80, verbose_name="单位")),
                (
                    "price",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[
                            django.core.validators.MinValueValidator(
                                Decimal("0.01"), "金额要大于 0。"
                            )
                        ],
                        verbose_name="报价（元）",
                    ),
                ),
                ("won", models.BooleanField(default=False, verbose_name="中标")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bidders",
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
                "verbose_name": "投标单位",
                "verbose_name_plural": "投标单位",
                "ordering": ["-won", "price", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("won", True)),
                        fields=("edition",),
                        name="one_winner",
                        violation_error_message="中标单位只有一个。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LevyRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="规定限额的文件名称和文号。", max_length=120, verbose_name="规定"
                    ),
                ),
                (
                    "since",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="从哪一年起",
                    ),
                ),
                (
                    "per_head",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=8,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0"), "不能是负数。")
                        ],
                        verbose_name="每人每年最多（元）",
                    ),
                ),
                (
                    "days",
                    models.DecimalField(
                        decimal_places=1,
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0"), "不能是负数。")
                        ],
                        verbose_name="每个劳动力每年最多（个工）",
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
                "verbose_name": "筹资筹劳限额",
                "verbose_name_plural": "筹资筹劳限额",
                "ordering": ["-since"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("township", "since"),
                        name="levy_rule_year",
                        violation_error_message="同一年起只有一份限额。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[
                            django.core.validators.MaxValueValidator(100, "进度最多是 100%。")
                        ],
                        verbose_name="进度（%）",
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        help_text="有照片的，写照片上看得到什么，供看不见照片的群众听。",
                        max_length=300,
                        verbose_name="情况",
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("1-before", "施工前"),
                            ("2-during", "施工中"),
                            ("3-after", "完工后"),
                        ],
                        default="2-during",
                        max_length=10,
                        verbose_name="施工前、中、后",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="progress_notes",
                        to="disclosures.edition",
                        verbose_name="稿件",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        help_text="先把照片添加为这份稿件的附件，保存后在这里选。",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="disclosures.attachment",
                        verbose_name="照片",
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
                "verbose_name": "进展和照片",
                "verbose_name_plural": "进展和照片",
                "ordering": ["on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent__lte", 100)),
                        name="progress_percent",
                        violation_error_message="进度在 0 到 100 之间。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProjectStage",
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
                            ("1-decision", "决策"),
                            ("2-budget", "预算"),
                            ("3-tender", "招标"),
                            ("4-contract", "合同"),
                            ("5-works", "实施"),
                            ("6-acceptance", "验收"),
                            ("7-audit", "审计"),
                            ("8-final", "决算"),
                            ("9-upkeep", "管护"),
                        ],
                        max_length=12,
                        verbose_name="环节",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="计划完成")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="实际完成")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="预算写预算数，招标写控制价，审计写审定数，决算写决算数。",
                        max_digits=14,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                Decimal("0.01"), "金额要大于 0。"
                            )
                        ],
                        verbose_name="金额（元）",
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                ("not_needed", models.BooleanField(default=False, verbose_name="不需要")),
                (
                    "reason",
                    models.CharField(blank=True, max_length=120, verbose_name="不需要的理由"),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="已公开的决议、公告、合同或报告；村级项目的决策要选村民代表会议决议。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disclosures.disclosure",
                        verbose_name="文件",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="project_stages",
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
                "verbose_name": "环节",
                "verbose_name_plural": "九个环节",
                "ordering": ["kind", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "kind"),
                        name="project_stage_once",
                        violation_error_message="同一个环节只填一行。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("not_needed", False),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="project_stage_reason",
                        violation_error_message="不需要的环节要写明理由，群众看得到。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("not_needed", False), ("done_on__isnull", True), _connector="OR"
                        ),
                        name="project_stage_needed",
                        violation_error_message="已经完成的环节不能又选“不需要”。",
                    ),
                ],
            },
        ),
    ]
