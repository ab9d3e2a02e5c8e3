from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("applications", "0001_applications")]
    operations = []
