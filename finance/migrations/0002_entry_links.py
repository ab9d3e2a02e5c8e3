import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_lengthen_holiday_names"),
        ("disclosures", "0011_shapes_of_money"),
        ("finance", "0001_books"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="ledgerentry",
            name="counterparty_shown",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="个人只写姓氏；记账时定下，公开以后不变。",
                max_length=80,
                verbose_name="公开的收（付）款方",
            ),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="levy",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="disclosures.disclosure",
                verbose_name="筹资筹劳",
            ),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="project",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="disclosures.disclosure",
                verbose_name="项目",
            ),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="resolution",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="disclosures.disclosure",
                verbose_name="依据的决议",
            ),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=models.Index(fields=["project", "period"], name="entry_project"),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=models.Index(fields=["levy", "period"], name="entry_levy"),
        ),
    ]
