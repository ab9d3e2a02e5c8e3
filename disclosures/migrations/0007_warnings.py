import django.db.models.deletion
import portal.core.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0006_programmes"),
    ]

    operations = [
        migrations.CreateModel(
            name="EmergencyWarning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="如：寒潮蓝色预警。", max_length=100, verbose_name="标题"
                    ),
                ),
                (
                    "hazard",
                    models.CharField(
                        choices=[
                            ("rainstorm", "暴雨"),
                            ("flood", "洪水"),
                            ("landslide", "地质灾害"),
                            ("heat", "高温"),
                            ("cold", "寒潮"),
                            ("snow", "暴雪冰冻"),
                            ("wind", "大风"),
                            ("fog", "大雾"),
                            ("drought", "干旱"),
                            ("fire", "森林火险"),
                            ("disease", "疫情防控"),
                            ("food", "食品药品安全"),
                            ("safety", "安全生产"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="灾害种类",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("red", "红色预警（Ⅰ级）"),
                            ("orange", "橙色预警（Ⅱ级）"),
                            ("yellow", "黄色预警（Ⅲ级）"),
                            ("blue", "蓝色预警（Ⅳ级）"),
                        ],
                        max_length=8,
                        verbose_name="等级",
                    ),
                ),
                ("area", models.CharField(default="全镇", max_length=120, verbose_name="影响范围")),
                ("situation", models.TextField(max_length=1000, verbose_name="情况")),
                (
                    "advice",
                    models.TextField(
                        help_text="一行一条，用大白话写。",
                        max_length=1000,
                        verbose_name="应当怎样做",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="值班电话")),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="上级部门发布的，写明哪个部门。",
                        max_length=80,
                        verbose_name="来源",
                    ),
                ),
                (
                    "starts_at",
                    models.DateTimeField(default=portal.core.clock.now, verbose_name="开始时间"),
                ),
                ("ends_at", models.DateTimeField(verbose_name="预计结束时间")),
                (
                    "issued_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="发布时间"),
                ),
                (
                    "lifted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="解除时间"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="撤回时间"),
                ),
                (
                    "withdrawal_reason",
                    models.CharField(
                        blank=True, editable=False, max_length=300, verbose_name="撤回原因"
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发布人",
                    ),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="发布机构",
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
                    "villages",
                    models.ManyToManyField(
                        blank=True,
                        help_text="不选就是全镇。",
                        related_name="+",
                        to="core.organisation",
                        verbose_name="影响的村（社区）",
                    ),
                ),
            ],
            options={
                "verbose_name": "预警",
                "verbose_name_plural": "预警",
                "ordering": ["-starts_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="WarningUpdate",
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
                            ("issued", "发布"),
                            ("raised", "升级"),
                            ("lowered", "降级"),
                            ("extended", "延长"),
                            ("added", "补充"),
                            ("lifted", "解除"),
                        ],
                        max_length=10,
                        verbose_name="变化",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("red", "红色预警（Ⅰ级）"),
                            ("orange", "橙色预警（Ⅱ级）"),
                            ("yellow", "黄色预警（Ⅲ级）"),
                            ("blue", "蓝色预警（Ⅳ级）"),
                        ],
                        max_length=8,
                        verbose_name="等级",
                    ),
                ),
                ("ends_at", models.DateTimeField(verbose_name="预计结束时间")),
                ("text", models.TextField(max_length=1000, verbose_name="说明")),
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
                    "warning",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="updates",
                        to="disclosures.emergencywarning",
                        verbose_name="预警",
                    ),
                ),
            ],
            options={
                "verbose_name": "预警续发",
                "verbose_name_plural": "预警续发",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="emergencywarning",
            index=models.Index(fields=["township", "ends_at"], name="warning_in_force"),
        ),
        migrations.AddConstraint(
            model_name="emergencywarning",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                name="warning_ends_after_start",
                violation_error_message="结束时间要在开始时间之后。",
            ),
        ),
    ]
