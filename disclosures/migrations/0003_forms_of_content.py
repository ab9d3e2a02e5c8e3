from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0002_record_the_day_of_change")]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="shape",
            field=models.CharField(
                choices=[
                    ("article", "文章"),
                    ("serviceguide", "办事指南"),
                    ("programme", "惠民项目"),
                    ("noticelist", "公示名单"),
                    ("accidentfile", "事故档案"),
                ],
                default="article",
                editable=False,
                max_length=16,
                verbose_name="体例",
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["township", "shape", "state"], name="edition_shape"),
        ),
    ]
