import datetime

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.db import migrations, models

import articles.fields
import articles.fulltext


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("articles", "0001_functions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Category",
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "name_ur",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="Urdu name"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        db_index=False,
                        max_length=200,
                        verbose_name="slug",
                    ),
                ),
                (
                    "folded_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=articles.fulltext.Fold("name"),
                        output_field=models.TextField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "category",
                "verbose_name_plural": "categories",
                "ordering": ["folded_name", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("slug",), name="category_slug_is_unique"
                    ),
                    models.UniqueConstraint(
                        fields=("folded_name",), name="category_name_is_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name__regex", "^[^\\s,]([^,\\n\\r]*[^\\s,])?$")
                        ),
                        name="category_name_has_no_comma",
                        violation_error_message="A name is one line, and not empty; a comma would make it two.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Source",
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "name_ur",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="Urdu name"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        db_index=False,
                        max_length=200,
                        verbose_name="slug",
                    ),
                ),
                (
                    "folded_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=articles.fulltext.Fold("name"),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "domain",
                    models.CharField(
                        blank=True, db_index=True, max_length=255, verbose_name="domain"
                    ),
                ),
                (
                    "homepage",
                    articles.fields.AddressField(
                        blank=True, max_length=2000, verbose_name="homepage"
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["folded_name", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("slug",), name="source_slug_is_unique"
                    ),
                    models.UniqueConstraint(
                        fields=("folded_name",), name="source_name_is_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name__regex", "^[^\\s](.*[^\\s])?$"),
                            models.Q(("name__regex", "[\\n\\r]"), _negated=True),
                        ),
                        name="source_name_is_one_line",
                        violation_error_message="A name is one line, and not empty.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Article",
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
                    "headline",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="headline"
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                (
                    "byline",
                    models.CharField(blank=True, max_length=500, verbose_name="byline"),
                ),
                (
                    "dateline",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        verbose_name="dateline",
                    ),
                ),
                (
                    "body",
                    models.TextField(
                        blank=True,
                        help_text="A blank line between paragraphs.",
                        verbose_name="body",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(
                        blank=True,
                        help_text="The day as the source gives it.",
                        null=True,
                        verbose_name="published on",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="The moment, where the source gives one.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "captured_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="When the archived copy was made.",
                        null=True,
                        verbose_name="document date",
                    ),
                ),
                (
                    "imported_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="added",
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(auto_now=True, verbose_name="changed"),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ur", "اردو"),
                            ("ar", "العربية"),
                            ("bn", "বাংলা"),
                            ("de", "Deutsch"),
                            ("es", "Español"),
                            ("fa", "فارسی"),
                            ("fr", "Français"),
                            ("gu", "ગુજરાતી"),
                            ("he", "עברית"),
                            ("hi", "हिन्दी"),
                            ("id", "Bahasa Indonesia"),
                            ("it", "Italiano"),
                            ("ja", "日本語"),
                            ("ko", "한국어"),
                            ("ms", "Bahasa Melayu"),
                            ("nl", "Nederlands"),
                            ("pa", "ਪੰਜਾਬੀ"),
                            ("pnb", "پنجابی"),
                            ("pl", "Polski"),
                            ("ps", "پښتو"),
                            ("pt", "Português"),
                            ("ru", "Русский"),
                            ("sd", "سنڌي"),
                            ("sv", "Svenska"),
                            ("sw", "Kiswahili"),
                            ("ta", "தமிழ்"),
                            ("tr", "Türkçe"),
                            ("uk", "Українська"),
                            ("zh", "中文"),
                        ],
                        default="en",
                        max_length=35,
                        verbose_name="language",
                    ),
                ),
                (
                    "source_url",
                    articles.fields.AddressField(
                        blank=True, max_length=2000, verbose_name="source address"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "withdrawn_reason",
                    models.TextField(
                        blank=True,
                        help_text="Shown to readers.",
                        verbose_name="reason for withdrawing",
                    ),
                ),
                (
                    "identity",
                    models.GeneratedField(
                        db_persist=True,
                        expression=articles.fulltext.Identity(
                            "source_url",
                            "source_id",
                            "published_on",
                            "headline",
                            "body",
                        ),
                        output_field=models.UUIDField(),
                    ),
                ),
                ("imported_as", models.UUIDField(editable=False, null=True)),
                (
                    "search_vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                language="en",
                                then=django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.CombinedSearchVector(
                                        django.contrib.postgres.search.SearchVector(
                                            django.db.models.functions.text.Left(
                                                "headline", 100000
                                            ),
                                            config="english",
                                            weight="A",
                                        ),
                                        "||",
                                        django.contrib.postgres.search.SearchVector(
                                            django.db.models.functions.text.Left(
                                                "summary", 100000
                                            ),
                                            django.db.models.functions.text.Left(
                                                "byline", 100000
                                            ),
                                            config="english",
                                            weight="B",
                                        ),
                                        django.contrib.postgres.search.SearchConfig(
                                            "english"
                                        ),
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        django.db.models.functions.text.Left(
                                            "body", 100000
                                        ),
                                        config="english",
                                        weight="C",
                                    ),
                                    django.contrib.postgres.search.SearchConfig(
                                        "english"
                                    ),
                                ),
                            ),
                            default=django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.SearchVector(
                                        django.db.models.functions.text.Left(
                                            articles.fulltext.Fold(
                                                django.db.models.functions.text.Left(
                                                    "headline", 100000
                                                )
                                            ),
                                            100000,
                                        ),
                                        config="simple",
                                        weight="A",
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        django.db.models.functions.text.Left(
                                            articles.fulltext.Fold(
                                                django.db.models.functions.text.Left(
                                                    "summary", 100000
                                                )
                                            ),
                                            100000,
                                        ),
                                        django.db.models.functions.text.Left(
                                            articles.fulltext.Fold(
                                                django.db.models.functions.text.Left(
                                                    "byline", 100000
                                                )
                                            ),
                                            100000,
                                        ),
                                        config="simple",
                                        weight="B",
                                    ),
                                    django.contrib.postgres.search.SearchConfig(
                                        "simple"
                                    ),
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector(
                                    django.db.models.functions.text.Left(
                                        articles.fulltext.Fold(
                                            django.db.models.functions.text.Left(
                                                "body", 100000
                                            )
                                        ),
                                        100000,
                                    ),
                                    config="simple",
                                    weight="C",
                                ),
                                django.contrib.postgres.search.SearchConfig("simple"),
                            ),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "categories",
                    models.ManyToManyField(
                        blank=True, to="articles.category", verbose_name="categories"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="articles.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "ordering": ["-published_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Snippet",
            fields=[],
            options={
                "verbose_name": "snippet",
                "verbose_name_plural": "snippets",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("articles.article",),
        ),
        # Body and vector live outside the row, so that what reads neither reads little.
        migrations.RunSQL(
            "ALTER TABLE articles_article SET (toast_tuple_target = 128)",
            migrations.RunSQL.noop,
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                models.OrderBy(models.F("published_on"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("state", "published")),
                name="article_newest_first",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                models.OrderBy(models.F("published_on"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                name="article_by_day",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                models.F("state"),
                condition=models.Q(("state", "published"), _negated=True),
                name="article_hidden",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                models.F("source"),
                models.OrderBy(models.F("published_on"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("state", "published")),
                name="article_of_source_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                models.F("language"),
                models.OrderBy(models.F("published_on"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("state", "published")),
                name="article_of_language_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=django.contrib.postgres.indexes.GinIndex(
                models.F("search_vector"), name="article_search"
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                fields=("identity",),
                name="article_is_stored_once",
                violation_error_message="The archive has this article already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                fields=("imported_as",), name="article_is_imported_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True),
                    models.Q(
                        models.Q(("headline", ""), _negated=True),
                        ("published_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="article_published_has_headline_and_day",
                violation_error_message="A published article needs a headline and a day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "published_on__range",
                        (datetime.date(1500, 1, 1), datetime.date(2500, 12, 31)),
                    )
                ),
                name="article_day_lies_between_1500_and_2500",
                violation_error_message="A day lies between 1500 and 2500.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("published_at__isnull", True),
                    (
                        "published_at__range",
                        (
                            datetime.datetime(1500, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            datetime.datetime(
                                2500,
                                12,
                                31,
                                23,
                                59,
                                59,
                                999999,
                                tzinfo=datetime.UTC,
                            ),
                        ),
                    ),
                    _connector="OR",
                ),
                name="article_instants_lie_between_1500_and_2500",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("captured_at__isnull", True),
                    (
                        "captured_at__range",
                        (
                            datetime.datetime(1500, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            datetime.datetime(
                                2500,
                                12,
                                31,
                                23,
                                59,
                                59,
                                999999,
                                tzinfo=datetime.UTC,
                            ),
                        ),
                    ),
                    _connector="OR",
                ),
                name="article_document_date_lies_between_1500_and_2500",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "language__in",
                        [
                            "en",
                            "ur",
                            "ar",
                            "bn",
                            "de",
                            "es",
                            "fa",
                            "fr",
                            "gu",
                            "he",
                            "hi",
                            "id",
                            "it",
                            "ja",
                            "ko",
                            "ms",
                            "nl",
                            "pa",
                            "pnb",
                            "pl",
                            "ps",
                            "pt",
                            "ru",
                            "sd",
                            "sv",
                            "sw",
                            "ta",
                            "tr",
                            "uk",
                            "zh",
                        ],
                    )
                ),
                name="article_language_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "withdrawn"), _negated=True),
                    models.Q(("withdrawn_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="article_withdrawn_has_reason",
                violation_error_message="Say to readers why it is withdrawn.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("source_url__regex", "^[^/]*//[^/]*/?$"), _negated=True
                ),
                name="article_source_url_is_no_front_page",
                violation_error_message="This is the address of a whole site, not of an article.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("headline__regex", "[\\n\\r]|^\\s|\\s$"), _negated=True
                ),
                name="article_headline_is_one_line",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("body__regex", "\\r|\\n\\n\\n|[ \\t]\\n|^\\s|\\s$"), _negated=True
                ),
                name="article_body_is_paragraphs",
            ),
        ),
    ]
