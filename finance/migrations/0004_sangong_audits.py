from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("finance", "0003_budgets"),
        ("disclosures", "0011_shapes_of_money"),
    ]

    operations = []
