from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("applications", "0004_found_without_applying")]
    operations = []
