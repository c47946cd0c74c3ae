"""What was left out of an import, and what was remarked, by kind."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_versions_by_statement"),
    ]

    operations = [
        migrations.AddField(
            model_name="importbatch",
            name="left_out",
            field=models.JSONField(
                default=dict, editable=False, verbose_name="left out"
            ),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="notes",
            field=models.JSONField(
                default=dict, editable=False, verbose_name="remarks"
            ),
        ),
    ]
