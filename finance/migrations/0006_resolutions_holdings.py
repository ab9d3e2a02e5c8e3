from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("finance", "0005_projects_levies"),
        ("disclosures", "0011_shapes_of_money"),
    ]

    operations = []
