"""Error reports become questions of the kind 找错; none is lost."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

OLD, NEW = "disclosures.errorreport", "disclosures.question"


def say_where_they_stand(apps, schema_editor):
    """Closed reports were answered to the one who reported, the others wait; nothing had been
    promised for a day, and none of them has a code."""
    reports = apps.get_model("disclosures", "Question").objects.filter(state="received")
    closed = reports.filter(closed_at__isnull=False)
    closed.update(state="answered", answered_at=models.F("closed_at"))
    reports.filter(assigned_to__isnull=False).update(state="assigned")
    trail = apps.get_model("core", "TrailEntry").objects
    trail.filter(subject_kind=OLD).update(subject_kind=NEW)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_lengthen_holiday_names"),
        ("disclosures", "0009_registers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameModel(old_name="ErrorReport", new_name="Question"),
        migrations.RenameField(model_name="question", old_name="outcome", new_name="answer"),
        migrations.AlterModelOptions(
            name="question",
            options={
                "verbose_name": "群众提问和纠错",
                "verbose_name_plural": "群众提问和纠错",
                "ordering": ["-received_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="question",
            name="kind",
            field=models.CharField(
                default="error",
                choices=[("question", "提问"), ("error", "找错"), ("suggestion", "建议")],
                max_length=12,
                verbose_name="类型",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="question",
            name="message",
            field=models.TextField(max_length=1000, verbose_name="来信原文"),
        ),
        migrations.AlterField(
            model_name="question",
            name="page",
            field=models.CharField(max_length=300, verbose_name="所在网页"),
        ),
        migrations.AddField(
            model_name="question",
            name="subject",
            field=models.CharField(blank=True, max_length=120, verbose_name="网页名称"),
        ),
        migrations.AddField(
            model_name="question",
            name="may_publish",
            field=models.BooleanField(default=False, verbose_name="同意公开"),
        ),
        migrations.AlterField(
            model_name="question",
            name="received_at",
            field=models.DateTimeField(verbose_name="收到时间"),
        ),
        migrations.AddField(
            model_name="question",
            name="code_digest",
            field=models.CharField(
                blank=True, editable=False, max_length=64, verbose_name="查询码摘要"
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="state",
            field=models.CharField(
                choices=[
                    ("received", "待交办"),
                    ("assigned", "办理中"),
                    ("drafted", "答复待审核"),
                    ("published", "已答复并公开"),
                    ("answered", "已答复本人"),
                    ("declined", "已告知去处"),
                    ("merged", "已并入相同留言"),
                    ("spam", "无效留言"),
                    ("withdrawn", "答复已撤下"),
                ],
                default="received",
                max_length=12,
                verbose_name="状态",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="promised_days",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="承诺工作日"),
        ),
        migrations.AddField(
            model_name="question",
            name="due_on",
            field=models.DateField(null=True, verbose_name="答复期限"),
        ),
        migrations.AddField(
            model_name="question",
            name="due_provisional",
            field=models.BooleanField(default=False, verbose_name="期限暂定"),
        ),
        migrations.AddField(
            model_name="question",
            name="sent_back",
            field=models.CharField(blank=True, max_length=300, verbose_name="退回意见"),
        ),
        migrations.AddField(
            model_name="question",
            name="title",
            field=models.CharField(blank=True, max_length=80, verbose_name="标题"),
        ),
        migrations.AddField(
            model_name="question",
            name="asked",
            field=models.TextField(blank=True, max_length=1000, verbose_name="公开的问题"),
        ),
        migrations.AlterField(
            model_name="question",
            name="answer",
            field=models.TextField(blank=True, max_length=3000, verbose_name="答复"),
        ),
        migrations.AddField(
            model_name="question",
            name="category",
            field=models.CharField(
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
        migrations.AddField(
            model_name="question",
            name="answered_at",
            field=models.DateTimeField(null=True, verbose_name="答复时间"),
        ),
        migrations.AddField(
            model_name="question",
            name="published_at",
            field=models.DateTimeField(null=True, verbose_name="公开时间"),
        ),
        migrations.AlterField(
            model_name="question",
            name="closed_at",
            field=models.DateTimeField(null=True, verbose_name="办结时间"),
        ),
        migrations.AddField(
            model_name="question",
            name="withdrawn_at",
            field=models.DateTimeField(null=True, verbose_name="撤下时间"),
        ),
        migrations.AddField(
            model_name="question",
            name="withdrawal_reason",
            field=models.CharField(blank=True, max_length=300, verbose_name="撤下原因"),
        ),
        migrations.AddField(
            model_name="question",
            name="entry",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="disclosures.catalogueentry",
                verbose_name="公开事项",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="merged_into",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="same",
                to="disclosures.question",
                verbose_name="并入",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="答复人",
            ),
        ),
        migrations.CreateModel(
            name="AnswerPromise",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "question_days",
                    models.PositiveSmallIntegerField(
                        default=5,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="提问：几个工作日内答复",
                    ),
                ),
                (
                    "error_days",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="找错：几个工作日内答复",
                    ),
                ),
                (
                    "suggestion_days",
                    models.PositiveSmallIntegerField(
                        default=5,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="建议：几个工作日内答复",
                    ),
                ),
                (
                    "contact_days",
                    models.PositiveSmallIntegerField(
                        default=90,
                        help_text="按自然日计，到期自动删除，不能恢复。",
                        validators=[django.core.validators.MaxValueValidator(365)],
                        verbose_name="办结几天后删除联系方式",
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
                "verbose_name": "答复承诺",
                "verbose_name_plural": "答复承诺",
            },
        ),
        migrations.CreateModel(
            name="Supplement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=3000, verbose_name="补充内容")),
                ("released_at", models.DateTimeField(null=True, verbose_name="公开时间")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="supplements",
                        to="disclosures.question",
                        verbose_name="提问",
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
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="撰写人",
                    ),
                ),
            ],
            options={
                "verbose_name": "补充答复",
                "verbose_name_plural": "补充答复",
                "ordering": ["released_at", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="answerpromise",
            constraint=models.UniqueConstraint(
                fields=("township",),
                name="one_answer_promise",
                violation_error_message="答复承诺只有一份，请修改已有的那份。",
            ),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(
                fields=["township", "state", "-published_at"], name="question_newest"
            ),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(fields=["township", "state", "due_on"], name="question_due"),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(fields=["township", "page"], name="question_page"),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                condition=models.Q(("code_digest", ""), _negated=True),
                fields=("township", "code_digest"),
                name="question_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True),
                    models.Q(("may_publish", True), ("published_at__isnull", False)),
                    _connector="OR",
                ),
                name="published_with_consent",
                violation_error_message="提问人没有同意公开。",
            ),
        ),
        migrations.AddConstraint(
            model_name="supplement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("released_at__isnull", True)),
                fields=("question",),
                name="one_waiting_supplement",
                violation_error_message="已有一份补充答复在等审核。",
            ),
        ),
        migrations.RunPython(say_where_they_stand, migrations.RunPython.noop),
    ]
