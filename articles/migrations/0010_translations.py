"""Facing pages: an English and an Urdu article that are translations of each other."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

# Articles are deleted also by statements that Django does not see, as when an import is
# taken back.
CASCADE = """
ALTER TABLE articles_translation
    ADD FOREIGN KEY (english_id) REFERENCES articles_article ON DELETE CASCADE,
    ADD FOREIGN KEY (urdu_id) REFERENCES articles_article ON DELETE CASCADE
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_counts")]

    operations = [
        migrations.CreateModel(
            name="Translation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "english",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="as_english",
                        to="articles.article",
                    ),
                ),
                (
                    "urdu",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="as_urdu",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "verbose_name": "translation",
                "verbose_name_plural": "translations",
                "constraints": [
                    models.CheckConstraint(
                        condition=~Q(english=F("urdu")),
                        name="translation_is_another_article",
                    )
                ],
            },
        ),
        migrations.RunSQL(CASCADE, migrations.RunSQL.noop),
    ]
