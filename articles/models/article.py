"""An article, and the states in which it can be."""

from hashlib import sha256

from django.db import models
from django.db.models import GeneratedField
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import addresses, characters, fulltext, languages
from articles.datelines import dateline_of
from articles.fields import AddressField
from articles.models import concerns, rules
from articles.models.labels import Category, Source
from articles.querysets import ArticleQuerySet
from articles.slugs import article_slug


class State(models.TextChoices):
    """Who can see an article: editors; everyone; nobody any more, and why.

    What is published from a moment on that is still to come is called scheduled.
    """

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


_SHAPES = {
    "headline": characters.one_line,
    "summary": characters.paragraphs,
    "byline": characters.one_line,
    "body": characters.paragraphs,
    "withdrawn_reason": characters.paragraphs,
}


class Article(models.Model):
    """A published story, or one to be, with what is known of where and when."""

    headline = models.CharField(_("headline"), max_length=1000, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    byline = models.CharField(_("byline"), max_length=500, blank=True)
    dateline = models.CharField(
        _("dateline"), max_length=200, blank=True, editable=False
    )
    body = models.TextField(
        _("body"), blank=True, help_text=_("A blank line between paragraphs.")
    )
    published_on = models.DateField(
        _("published on"),
        null=True,
        blank=True,
        help_text=_("The day as the source gives it."),
    )
    published_at = models.DateTimeField(
        _("published at"),
        null=True,
        blank=True,
        help_text=_("The moment, where the source gives one."),
    )
    captured_at = models.DateTimeField(
        _("document date"),
        null=True,
        blank=True,
        help_text=_("When the archived copy was made."),
    )
    imported_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)
    language = models.CharField(
        _("language"), max_length=35, choices=languages.CHOICES, default="en"
    )
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, verbose_name=_("source")
    )
    source_url = AddressField(_("source address"), blank=True)
    categories = models.ManyToManyField(
        Category, blank=True, verbose_name=_("categories")
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.DRAFT
    )
    # A condition of every query, not of a job: nobody has to be there at that moment.
    visible_from = models.DateTimeField(
        _("in public from"),
        null=True,
        blank=True,
        help_text=_("Empty: as soon as it is published."),
    )
    withdrawn_reason = models.TextField(
        _("reason for withdrawing"), blank=True, help_text=_("Shown to readers.")
    )
    identity = GeneratedField(
        expression=fulltext.Identity(
            "source_url", "source_id", "published_on", "headline", "body"
        ),
        output_field=models.UUIDField(),
        db_persist=True,
    )
    # The identity of the record that it was first stored from: the article is found in
    # that file also after an editor has corrected its headline.
    imported_as = models.UUIDField(null=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-published_on", "-pk"]
        indexes = [*rules.INDEXES, *concerns.INDEXES]
        constraints = rules.CONSTRAINTS

    def __str__(self) -> str:
        return self.headline or str(_("(no headline)"))

    def get_absolute_url(self) -> str:
        return self.address("article_detail")

    def address(self, page: str) -> str:
        """The address of one of the article's pages, by the page's URL name."""
        if not self.published_on:
            return self.short_address
        return reverse(f"articles:{page}", args=[self.published_on, self.last_part])

    @property
    def short_address(self) -> str:
        """The address that no correction changes."""
        return reverse("articles:article_short", args=[self.pk])

    def clean(self) -> None:
        """Bring typed text into the shape in which it is stored."""
        for field, shaped in _SHAPES.items():
            text, _removed = characters.storable(getattr(self, field))
            setattr(self, field, shaped(text))
        self.dateline = dateline_of(self.body)

    @property
    def last_part(self) -> str:
        """The last part of the address: slug, if the headline gives one, and number."""
        slug = article_slug(self.headline)
        return f"{slug}-{self.pk}" if slug else str(self.pk)

    @property
    def direction(self) -> str:
        """Whether the text runs from the left ("ltr") or from the right ("rtl")."""
        return languages.direction(self.language)

    @property
    def is_scheduled(self) -> bool:
        """Whether it is published from a moment on that is still to come."""
        if self.state != State.PUBLISHED or self.visible_from is None:
            return False
        return self.visible_from > timezone.now()

    @property
    def is_published(self) -> bool:
        """Whether readers see it now."""
        return self.state == State.PUBLISHED and not self.is_scheduled

    @property
    def shown_state(self) -> str:
        """The state in words, as the desk tells it."""
        return str(_("scheduled")) if self.is_scheduled else self.get_state_display()

    @property
    def text_after_dateline(self) -> str:
        """The body without the dateline that it opens with."""
        return self.body.removeprefix(self.dateline)

    @property
    def body_sha256(self) -> str:
        """The checksum of the text as it is stored, in UTF-8."""
        return sha256(self.body.encode()).hexdigest()

    def source_of_address(self) -> Source | None:
        """The source whose site the address is on, made if it is new."""
        site = addresses.site(self.source_url)
        return Source.objects.of_site(site) if site else None


class Snippet(Article):
    """A short news item, as an editor adds it: the same article, on a shorter form."""

    class Meta:
        proxy = True
        verbose_name = _("snippet")
        verbose_name_plural = _("snippets")
