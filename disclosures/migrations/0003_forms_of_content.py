from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0002_record_the_day_of_change")]

    operations = []
