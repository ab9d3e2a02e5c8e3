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
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=900, help_text="小的在前。", verbose_name="顺序"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="几个字，如：窗口受理。", max_length=16, verbose_name="步骤"
                    ),
                ),
                ("what", models.CharField(blank=True, max_length=200, verbose_name="做什么")),
                ("by_whom", models.CharField(blank=True, max_length=30, verbose_name="谁来做")),
                (
                    "days",
                    models.CharField(
                        blank=True,
                        help_text="如：当场、5个工作日。",
                        max_length=20,
                        verbose_name="用时",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=120, verbose_name="说明")),
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
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=900, help_text="小的在前。", verbose_name="顺序"
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
                            ("electronic", "电子件"),
                            ("shown", "出示，不收"),
                        ],
                        default="original",
                        max_length=10,
                        verbose_name="形式",
                    ),
                ),
                ("copies", models.PositiveSmallIntegerField(default=1, verbose_name="份数")),
                ("source", models.CharField(blank=True, max_length=80, verbose_name="从哪里取得")),
                (
                    "only_when",
                    models.CharField(
                        blank=True,
                        help_text="不填就是人人都要。",
                        max_length=80,
                        verbose_name="什么情况才要",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=120, verbose_name="说明")),
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
                        help_text="先把表格添加为这份稿件的附件，保存后在这里选。",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="disclosures.attachment",
                        verbose_name="空白表格",
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("copies__gt", 0)),
                        name="material_copies",
                        violation_error_message="材料的份数至少是 1。",
                    )
                ],
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
                        help_text="群众嘴上怎么说，用顿号分隔，如：上户口、办准生证。查找时认得。",
                        max_length=200,
                        verbose_name="群众的叫法",
                    ),
                ),
                (
                    "events",
                    models.CharField(blank=True, max_length=200, verbose_name="什么时候要办"),
                ),
                ("who", models.TextField(blank=True, max_length=500, verbose_name="谁可以办")),
                (
                    "conditions",
                    models.TextField(
                        blank=True,
                        help_text="一行一条；没有条件的写“无”。",
                        max_length=1000,
                        verbose_name="办理条件",
                    ),
                ),
                (
                    "basis",
                    models.TextField(
                        blank=True,
                        help_text="法规、文件的名称和条款，一行一条。",
                        max_length=1000,
                        verbose_name="办理依据",
                    ),
                ),
                (
                    "legal_amount",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="法规没有规定的不填。",
                        null=True,
                        verbose_name="法定时限",
                    ),
                ),
                (
                    "legal_unit",
                    models.CharField(
                        choices=[
                            ("working", "个工作日"),
                            ("calendar", "日（自然日）"),
                            ("at_once", "当场办结"),
                        ],
                        default="working",
                        max_length=10,
                        verbose_name="单位",
                    ),
                ),
                (
                    "promised_amount",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="当场办结的不填数字，只选单位。",
                        null=True,
                        verbose_name="承诺时限",
                    ),
                ),
                (
                    "promised_unit",
                    models.CharField(
                        choices=[
                            ("working", "个工作日"),
                            ("calendar", "日（自然日）"),
                            ("at_once", "当场办结"),
                        ],
                        default="working",
                        max_length=10,
                        verbose_name="单位",
                    ),
                ),
                (
                    "time_note",
                    models.CharField(
                        blank=True,
                        help_text="如：公示 7 日计算在内。",
                        max_length=200,
                        verbose_name="时限说明",
                    ),
                ),
                (
                    "charge",
                    models.CharField(
                        blank=True,
                        choices=[("free", "不收费"), ("paid", "收费")],
                        max_length=4,
                        verbose_name="收不收费",
                    ),
                ),
                (
                    "fee",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=10,
                        null=True,
                        verbose_name="收费标准（元）",
                    ),
                ),
                (
                    "fee_per",
                    models.CharField(
                        blank=True,
                        help_text="如：证、亩、人每年。",
                        max_length=20,
                        verbose_name="每",
                    ),
                ),
                (
                    "fee_basis",
                    models.CharField(blank=True, max_length=200, verbose_name="收费依据"),
                ),
                (
                    "fee_note",
                    models.CharField(
                        blank=True,
                        help_text="如：保费、体检费另外交给谁。",
                        max_length=200,
                        verbose_name="费用说明",
                    ),
                ),
                (
                    "window",
                    models.CharField(
                        blank=True,
                        help_text="这四格不填的，用便民服务中心的。",
                        max_length=80,
                        verbose_name="窗口",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=120, verbose_name="地址")),
                ("hours", models.CharField(blank=True, max_length=120, verbose_name="办理时间")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="咨询电话")),
                (
                    "complaint_phone",
                    models.CharField(blank=True, max_length=40, verbose_name="监督电话"),
                ),
                ("online", models.BooleanField(default=False, verbose_name="全程网办")),
                (
                    "online_where",
                    models.CharField(
                        blank=True,
                        help_text="如：皖事通里搜索“生育登记”。",
                        max_length=120,
                        verbose_name="网上在哪里办",
                    ),
                ),
                ("once", models.BooleanField(default=False, verbose_name="最多跑一次")),
                ("agent", models.BooleanField(default=False, verbose_name="村（社区）可代办")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        help_text="证件、补贴或登记，怎样领取。",
                        max_length=200,
                        verbose_name="办成后得到什么",
                    ),
                ),
                ("reminder", models.TextField(blank=True, max_length=300, verbose_name="特别提醒")),
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
                    "office",
                    models.ForeignKey(
                        blank=True,
                        help_text="不填就是发布机构。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="办理机构",
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
                        condition=models.Q(("fee__isnull", True), ("fee__gt", 0), _connector="OR"),
                        name="guide_fee",
                        violation_error_message="收费标准应大于 0；不收费的不填。",
                    )
                ],
            },
        ),
    ]
