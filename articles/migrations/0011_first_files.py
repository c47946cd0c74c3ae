"""The number of an import's files and the first of them, kept with the import."""

from django.db import migrations, models

COUNT_FILES = """
UPDATE articles_importbatch AS batch
SET file_count = files.file_count, first_files = files.first_files
FROM (
    SELECT batch_id, count(*) AS file_count,
        to_jsonb((array_agg(name ORDER BY id))[:5]) AS first_files
    FROM articles_importedfile GROUP BY batch_id
) AS files
WHERE files.batch_id = batch.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0010_translations"),
    ]

    operations = [
        migrations.AddField(
            model_name="importbatch",
            name="file_count",
            field=models.PositiveBigIntegerField(
                default=0, editable=False, verbose_name="files"
            ),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="first_files",
            field=models.JSONField(default=list, editable=False),
        ),
        migrations.RunSQL(COUNT_FILES, migrations.RunSQL.noop),
    ]
