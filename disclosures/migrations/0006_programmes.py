import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0005_service_guides")]

    operations = [
        migrations.CreateModel(
            name="Basis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=900, verbose_name="顺序")),
                ("name", models.CharField(max_length=120, verbose_name="文件名称")),
                ("number", models.CharField(blank=True, max_length=60, verbose_name="文号")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bases",
                        to="disclosures.edition",
                        verbose_name="稿件",
                    ),
                ),
                (
                    "policy",
                    models.ForeignKey(
                        blank=True,
                        help_text="已在本站公开的政策文件，群众可以点开看。",
                        limit_choices_to={"live__entry__kind": "policy"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disclosures.disclosure",
                        verbose_name="本站原文",
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
                "verbose_name": "政策依据",
                "verbose_name_plural": "政策依据",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CheckAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="题号")),
                ("position", models.PositiveSmallIntegerField(default=900, verbose_name="顺序")),
                ("text", models.CharField(max_length=40, verbose_name="答案")),
                (
                    "then",
                    models.CharField(
                        choices=[
                            ("on", "下一题"),
                            ("fits", "可能符合"),
                            ("unlikely", "可能不符合"),
                        ],
                        default="on",
                        max_length=8,
                        verbose_name="去向",
                    ),
                ),
                (
                    "to",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="去向是下一题、要跳着问时填写。",
                        null=True,
                        verbose_name="去第几题",
                    ),
                ),
                (
                    "remark",
                    models.CharField(
                        blank=True,
                        help_text="可能不符合的必填：为什么。",
                        max_length=160,
                        verbose_name="说明",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_answers",
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
                "verbose_name": "自测题的答案",
                "verbose_name_plural": "自测题的答案",
                "ordering": ["number", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CheckQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="题号")),
                (
                    "text",
                    models.CharField(
                        help_text="一句话，不问姓名和证件号码。", max_length=80, verbose_name="问题"
                    ),
                ),
                ("hint", models.CharField(blank=True, max_length=120, verbose_name="提示")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_questions",
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
                "verbose_name": "自测题",
                "verbose_name_plural": "自测题",
                "ordering": ["number", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=900, verbose_name="顺序")),
                ("name", models.CharField(max_length=80, verbose_name="材料")),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        help_text="如：原件看一眼；复印件1份。",
                        max_length=30,
                        verbose_name="形式和份数",
                    ),
                ),
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
                        related_name="programme_documents",
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
                "verbose_name": "申请材料",
                "verbose_name_plural": "申请材料",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=900, verbose_name="顺序")),
                (
                    "name",
                    models.CharField(
                        help_text="几个字，如：村里评议。", max_length=20, verbose_name="步骤"
                    ),
                ),
                ("what", models.CharField(blank=True, max_length=200, verbose_name="做什么")),
                ("by_whom", models.CharField(blank=True, max_length=40, verbose_name="谁来做")),
                (
                    "days",
                    models.CharField(
                        blank=True,
                        help_text="如：当场、5个工作日。",
                        max_length=30,
                        verbose_name="用时",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="programme_steps",
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
                "verbose_name": "申请步骤",
                "verbose_name_plural": "申请步骤",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        help_text="英文或拼音，如 dibao；网址 /benefits/dibao/ 由它组成，定后不改。",
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(check|standards)$",
                                "这个标识已用作网页地址，请换一个。",
                                inverse_match=True,
                            )
                        ],
                        verbose_name="标识",
                    ),
                ),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("social-assistance", "社会救助"),
                            ("farm-subsidies", "农业补贴"),
                            ("medical", "医疗卫生"),
                            ("population", "人口计生"),
                            ("education", "教育资助"),
                            ("security", "社会保障和其他"),
                        ],
                        max_length=20,
                        verbose_name="领域",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(default=100, verbose_name="在本领域中的排序"),
                ),
                (
                    "also_called",
                    models.CharField(
                        blank=True,
                        help_text="用顿号分隔；查找时认得。",
                        max_length=200,
                        verbose_name="群众的叫法",
                    ),
                ),
                (
                    "what",
                    models.TextField(
                        help_text="用一两句大白话说清楚。", max_length=300, verbose_name="是什么"
                    ),
                ),
                (
                    "how_much",
                    models.TextField(
                        blank=True,
                        help_text="按差额、按比例发的写明算法，举一个例子。",
                        max_length=600,
                        verbose_name="怎么算",
                    ),
                ),
                (
                    "who",
                    models.TextField(
                        help_text="一行一条。", max_length=1000, verbose_name="谁可以享受"
                    ),
                ),
                (
                    "not_for",
                    models.TextField(
                        blank=True,
                        help_text="一行一条，可以不填。",
                        max_length=600,
                        verbose_name="哪些情况不享受",
                    ),
                ),
                ("meant_for", models.JSONField(blank=True, default=list, verbose_name="给哪些人")),
                (
                    "in_case_of",
                    models.JSONField(blank=True, default=list, verbose_name="遇到哪些情况"),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        choices=[("village", "农村"), ("town", "集镇")],
                        max_length=8,
                        verbose_name="户籍在哪里",
                    ),
                ),
                (
                    "apply_when",
                    models.CharField(
                        blank=True,
                        help_text="如：全年都可以；每年3月至4月。",
                        max_length=80,
                        verbose_name="什么时候申请",
                    ),
                ),
                (
                    "apply_where",
                    models.CharField(blank=True, max_length=120, verbose_name="到哪里申请"),
                ),
                (
                    "limit",
                    models.CharField(
                        blank=True,
                        help_text="如：20个工作日，公示7天不计算在内。",
                        max_length=120,
                        verbose_name="审核审批时限",
                    ),
                ),
                (
                    "paid_how",
                    models.CharField(
                        blank=True,
                        help_text="如：“一卡通”打到本人社保卡。",
                        max_length=120,
                        verbose_name="怎样发放",
                    ),
                ),
                (
                    "paid_when",
                    models.CharField(blank=True, max_length=80, verbose_name="什么时候到账"),
                ),
                ("fund", models.CharField(blank=True, max_length=120, verbose_name="资金来源")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        help_text="不填就是经办机构的电话。",
                        max_length=40,
                        verbose_name="咨询电话",
                    ),
                ),
                (
                    "complaint_phone",
                    models.CharField(blank=True, max_length=40, verbose_name="监督电话"),
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
                    "office",
                    models.ForeignKey(
                        blank=True,
                        help_text="不填就是发布机构。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="经办机构",
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
                "verbose_name": "惠民项目",
                "verbose_name_plural": "惠民项目",
                "indexes": [models.Index(fields=["township", "key"], name="programme_key")],
            },
        ),
        migrations.CreateModel(
            name="Standard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=900, verbose_name="顺序")),
                (
                    "grade",
                    models.CharField(
                        help_text="如：一类、全护理、每亩；同一档各年写法要一样。",
                        max_length=40,
                        verbose_name="档次",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2, max_digits=12, verbose_name="金额（比例）"
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        help_text="如：元/人·月、元/亩；比例写 %。",
                        max_length=20,
                        verbose_name="单位",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="执行起日")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="还在执行的不填；调整后填调整前一天。",
                        null=True,
                        verbose_name="执行止日",
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=120, verbose_name="调整依据")),
                ("note", models.CharField(blank=True, max_length=120, verbose_name="说明")),
                (
                    "gap_reason",
                    models.CharField(
                        blank=True,
                        help_text="与上一个标准之间有空档时填写。",
                        max_length=80,
                        verbose_name="此前中断的原因",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="standards",
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
                "verbose_name": "标准",
                "verbose_name_plural": "标准",
                "ordering": ["position", "valid_from", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="standard_days",
                        violation_error_message="执行止日不能早于执行起日。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)),
                        name="standard_amount",
                        violation_error_message="金额不能小于 0。",
                    ),
                ],
            },
        ),
    ]
