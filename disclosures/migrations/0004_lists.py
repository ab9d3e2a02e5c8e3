from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0003_forms_of_content")]

    operations = []
