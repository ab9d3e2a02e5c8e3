from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0009_registers")]

    operations = []
