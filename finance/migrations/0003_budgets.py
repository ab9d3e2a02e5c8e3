from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("finance", "0002_entry_links"),
        ("disclosures", "0011_shapes_of_money"),
    ]

    operations = []
