import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0003_forms_of_content"),
    ]

    operations = [
        migrations.CreateModel(
            name="ListKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="导入时用的英文代号，定后不改。", verbose_name="标识"
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名单种类")),
                (
                    "purpose",
                    models.CharField(
                        choices=[("notice", "公示名单"), ("payment", "发放名单")],
                        default="notice",
                        max_length=10,
                        verbose_name="用途",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("services", "为民服务事项"),
                            ("fiscal-funds", "财政资金"),
                            ("social-assistance", "社会救助"),
                            ("farm-subsidies", "农业补贴"),
                            ("village-projects", "村级公益项目"),
                            ("population", "人口计生"),
                            ("education-funds", "教育经费"),
                        ],
                        max_length=20,
                        verbose_name="重点类别",
                    ),
                ),
                ("columns", models.JSONField(verbose_name="栏目")),
                ("formulas", models.JSONField(blank=True, default=list, verbose_name="核对公式")),
                (
                    "name_shown",
                    models.CharField(
                        choices=[("whole", "全名"), ("masked", "姓加“某”")],
                        default="whole",
                        help_text="涉及未成年人、病人和敏感救助的用“姓加某”，保存时就只留下姓。",
                        max_length=8,
                        verbose_name="姓名怎样显示",
                    ),
                ),
                (
                    "length_amount",
                    models.PositiveSmallIntegerField(default=7, verbose_name="公示期"),
                ),
                (
                    "length_unit",
                    models.CharField(
                        choices=[("working", "个工作日"), ("calendar", "日（自然日）")],
                        default="working",
                        max_length=10,
                        verbose_name="公示期单位",
                    ),
                ),
                (
                    "harvestable",
                    models.BooleanField(
                        default=False,
                        help_text="一般不允许，防止名单被整份拿走。",
                        verbose_name="公示期内可整份下载姓名",
                    ),
                ),
                (
                    "retention_days",
                    models.PositiveSmallIntegerField(
                        default=180,
                        help_text="到期从系统中删除姓名，各村合计保留。",
                        verbose_name="公示结束后姓名保存天数",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="排序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
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
                "verbose_name": "名单种类",
                "verbose_name_plural": "名单种类",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ListRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="序号")),
                ("group", models.CharField(blank=True, max_length=40, verbose_name="村民组")),
                ("name", models.CharField(blank=True, max_length=40, verbose_name="姓名")),
                ("count", models.PositiveIntegerField(null=True, verbose_name="人数")),
                (
                    "area",
                    models.DecimalField(
                        decimal_places=4, max_digits=12, null=True, verbose_name="面积（亩）"
                    ),
                ),
                (
                    "standard",
                    models.DecimalField(
                        decimal_places=4, max_digits=12, null=True, verbose_name="标准"
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2, max_digits=12, null=True, verbose_name="金额（元）"
                    ),
                ),
                ("period", models.CharField(blank=True, max_length=40, verbose_name="时段")),
                ("remark", models.CharField(blank=True, max_length=100, verbose_name="备注")),
                ("others", models.JSONField(default=dict, verbose_name="其他栏")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="list_rows",
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
                "verbose_name": "名单明细",
                "verbose_name_plural": "名单明细",
                "ordering": ["village__position", "village_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="ListTotal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("households", models.PositiveIntegerField(verbose_name="户数")),
                ("persons", models.PositiveIntegerField(null=True, verbose_name="人数")),
                (
                    "area",
                    models.DecimalField(
                        decimal_places=2, max_digits=14, null=True, verbose_name="面积（亩）"
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2, max_digits=14, null=True, verbose_name="金额（元）"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="list_totals",
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
                "verbose_name": "名单各村合计",
                "verbose_name_plural": "名单各村合计",
                "ordering": ["village__position", "village_id"],
            },
        ),
        migrations.CreateModel(
            name="NoticeList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "period",
                    models.CharField(
                        help_text="如：2026年第三季度。", max_length=40, verbose_name="所属时段"
                    ),
                ),
                ("period_from", models.DateField(blank=True, null=True, verbose_name="时段起")),
                ("period_to", models.DateField(blank=True, null=True, verbose_name="时段止")),
                ("fund", models.CharField(blank=True, max_length=80, verbose_name="资金来源")),
                (
                    "starts_on",
                    models.DateField(
                        blank=True,
                        help_text="不填则从发布当天开始。",
                        null=True,
                        verbose_name="公示开始日期",
                    ),
                ),
                (
                    "notice_starts_on",
                    models.DateField(editable=False, null=True, verbose_name="公示开始"),
                ),
                (
                    "notice_ends_on",
                    models.DateField(editable=False, null=True, verbose_name="公示结束"),
                ),
                (
                    "objections_phone",
                    models.CharField(blank=True, max_length=40, verbose_name="异议电话"),
                ),
                (
                    "objections_place",
                    models.CharField(blank=True, max_length=80, verbose_name="异议受理地点"),
                ),
                (
                    "objections",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="收到异议（件）"
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True,
                        help_text="公示结束后填写：收到几件异议，怎样处理。",
                        max_length=600,
                        verbose_name="公示结果",
                    ),
                ),
                (
                    "names_erased_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="姓名删除时间"),
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
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disclosures.listkind",
                        verbose_name="名单种类",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        help_text="已公开的项目，名单会列在它的页面上。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lists",
                        to="disclosures.disclosure",
                        verbose_name="惠民项目",
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
                "verbose_name": "公示名单",
                "verbose_name_plural": "公示名单",
            },
        ),
        migrations.AddConstraint(
            model_name="listkind",
            constraint=models.UniqueConstraint(
                fields=("township", "slug"),
                name="list_kind_slug",
                violation_error_message="本镇已有这个标识的名单种类。",
            ),
        ),
        migrations.AddConstraint(
            model_name="listkind",
            constraint=models.CheckConstraint(
                condition=models.Q(("length_amount__gte", 1)),
                name="list_kind_length",
                violation_error_message="公示期至少 1 天。",
            ),
        ),
        migrations.AddIndex(
            model_name="listrow",
            index=models.Index(fields=["edition", "village", "number"], name="list_row_place"),
        ),
        migrations.AddIndex(
            model_name="listrow",
            index=models.Index(fields=["edition", "name"], name="list_row_name"),
        ),
        migrations.AddConstraint(
            model_name="listtotal",
            constraint=models.UniqueConstraint(
                fields=("edition", "village"), name="list_total_village"
            ),
        ),
        migrations.AddIndex(
            model_name="noticelist",
            index=models.Index(fields=["township", "notice_ends_on"], name="list_notice_ends"),
        ),
        migrations.AddConstraint(
            model_name="noticelist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("period_to__isnull", True),
                    ("period_from__isnull", True),
                    ("period_to__gte", models.F("period_from")),
                    _connector="OR",
                ),
                name="list_period",
                violation_error_message="时段的止日不能早于起日。",
            ),
        ),
    ]
