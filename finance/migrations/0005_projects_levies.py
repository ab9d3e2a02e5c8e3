from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("finance", "0004_sangong_audits"),
        ("disclosures", "0011_shapes_of_money"),
    ]

    operations = []
